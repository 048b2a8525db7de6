import { CITIES, PORT, REGION, examples, expect, expectOnlyRefusals, fits, site, test, violations } from "./site";

test("each city has its own colour and mark, and no link to another city", async ({ page }) => {
  const colours = new Set<string>();
  const marks = new Set<string>();
  for (const city of CITIES) {
    const { activity } = await examples(page, city);
    for (const address of [activity, site(city, "/zajecia"), site(city)]) {
      await page.goto(address);
      const hosts = await page.$$eval("a[href], link[href], img[src], script[src], form[action]", (elements) =>
        elements.map((element) => {
          const address = element.getAttribute("href") ?? element.getAttribute("src") ?? element.getAttribute("action") ?? "";
          return new URL(address, document.baseURI).host;
        }),
      );
      for (const other of CITIES.filter((other) => other !== city)) {
        expect(hosts.filter((host) => host.includes(other))).toEqual([]);
      }
    }
    colours.add(await page.locator(".masthead").evaluate((element) => getComputedStyle(element).getPropertyValue("--brand-primary")));
    marks.add(await page.evaluate(async () => (await fetch("/brand/mark.svg")).text()));
  }
  expect(colours.size).toBe(CITIES.length);
  expect(marks.size).toBe(CITIES.length);
});

test("the region leads to every city", async ({ page }) => {
  await page.goto(REGION);
  for (const city of CITIES) await expect(page.locator(`a[href^="${site(city, "")}"]`)).toBeVisible();
});

test("a missing page is answered in the city's look, with a search", async ({ page, problems }) => {
  const response = await page.goto(site("koszalin", "/en/nothing-here"));
  expect(response?.status()).toBe(404);
  await expect(page.locator(".masthead .home-name")).toHaveText("Koszalin");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page is not here");
  await page.getByLabel("What are you looking for?").fill("robotyka");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/en\/zajecia\?q=robotyka$/);
  expectOnlyRefusals(problems);
});

test("the explorer of the API runs a query and needs no other host", async ({ page }) => {
  const hosts = new Set<string>();
  page.on("request", (request) => {
    if (/^https?:/.test(request.url())) hosts.add(new URL(request.url()).host);
  });
  await page.goto(site("szczecin", "/graphql"));
  const editor = page.locator(".graphiql-editor .monaco-editor").first();
  await expect(editor).toBeVisible({ timeout: 20_000 });
  await editor.click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("{ tenant { slug } }");
  // The editor closes braces by itself; whatever it put after the caret goes.
  await page.keyboard.press("ControlOrMeta+Shift+End");
  await page.keyboard.press("Delete");
  await page.getByRole("button", { name: /^Execute query/ }).click();
  await expect(page.locator(".graphiql-response")).toContainText('"slug": "szczecin"');
  expect([...hosts]).toEqual([`szczecin.localhost:${PORT}`]);
});

test("main pages fit a phone in every language", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const { activity, institution } = await examples(page, "szczecin");
  const paths = ["/", "/zajecia?q=robotyka&age=8&near=Pogodno&weekdays=MONDAY", "/placowki", new URL(activity).pathname, new URL(institution).pathname];
  const addresses = ["", "/en", "/uk"].flatMap((prefix) => [REGION + (prefix || "/"), ...paths.map((path) => site("szczecin", prefix + (path === "/" && prefix ? "" : path)))]);
  for (const address of addresses) await fits(page, address);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("main pages have no violations of accessibility", async ({ page }) => {
      const { activity, institution } = await examples(page, "szczecin");
      for (const address of [site("szczecin"), site("szczecin", "/zajecia?q=robotyka&age=8&near=abc"), activity, institution]) {
        await page.goto(address);
        expect.soft(await violations(page), address).toEqual([]);
      }
    });

    test("the colours of the other cities are legible", async ({ page }) => {
      for (const city of CITIES.filter((city) => city !== "szczecin")) {
        await page.goto(site(city));
        expect.soft(await violations(page, ["color-contrast"]), city).toEqual([]);
      }
    });
  });
}

test("a page is handed on by its address, and printed without what only a screen needs", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { activity } = await examples(page, "slupsk");
  for (const address of [activity, site("slupsk", "/en/zajecia?q=robotyka&free=1")]) {
    await page.goto(`${address}${address.includes("?") ? "&" : "?"}done=saved#content`);
    await page.locator("button[data-share]").click();
    await expect(page.locator(".page-tools-said")).toHaveText(/skopiowaliśmy|was copied/i);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".masthead")).toBeHidden();
    await expect(page.locator(".page-tools")).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.emulateMedia({ media: "screen" });
  }
});

test("without a script a page offers nothing that needs one", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site("slupsk", "/zajecia"));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".page-tools")).toBeHidden();
  await context.close();
});
