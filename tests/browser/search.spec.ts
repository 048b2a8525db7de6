import type { Page } from "@playwright/test";

import { expect, holders, site, test } from "./site";

/** How many classes the heading says there are; of one it says so in a word. */
function counted(heading: string | null): number {
  return /jedne/.test(heading ?? "") ? 1 : Number((heading ?? "").replace(/\D/g, ""));
}

/** The address of Szczecin's list of classes. */
function list(parameters: Record<string, string>, prefix = ""): string {
  return site("szczecin", `${prefix}/zajecia?${new URLSearchParams(parameters)}`);
}

/** What the address asks for in words. */
function asked(page: Page): string | null {
  return new URL(page.url()).searchParams.get("q");
}

test("a parent finds robotics for an eight-year-old and goes on to the institution", async ({ page }) => {
  await page.goto(site("szczecin"));
  await page.getByLabel("Wiek dziecka").fill("8");

  // The suggestion is chosen with the keyboard alone; it stands for the interest, not for its words.
  const what = page.getByRole("combobox", { name: "Czego szukasz?" });
  await what.pressSequentially("robot");
  const robotics = page.getByRole("option", { name: /^Robotyka zainteresowanie/ });
  await expect(robotics).toBeVisible();
  for (let pressed = 0; pressed < 8 && (await robotics.getAttribute("aria-selected")) !== "true"; pressed++) {
    await what.press("ArrowDown");
  }
  await expect(what).toHaveAttribute("aria-activedescendant", (await robotics.getAttribute("id")) ?? "");
  await what.press("Enter");
  await expect(page).toHaveURL(/\/zajecia\?.*interests=robotics/);
  await expect(page).toHaveURL(/age=8/);
  const heading = page.getByRole("heading", { level: 1 });
  const all = counted(await heading.textContent());
  expect(all).toBeGreaterThan(0);
  for (const kinds of await page.locator(".card-kind").allTextContents()) expect(kinds).toContain("Robotyka");

  // A filter changes the results in place: same document, the focus stays on the box.
  await page.evaluate(() => document.documentElement.setAttribute("data-same-document", ""));
  const monday = page.locator("#weekdays-MONDAY");
  await monday.focus();
  await monday.press("Space");
  await expect(page).toHaveURL(/weekdays=MONDAY/);
  await expect(page.locator("html[data-same-document]")).toHaveCount(1);
  await expect(page.locator("#weekdays-MONDAY")).toBeFocused();
  const mondays = counted(await heading.textContent());
  expect(mondays).toBeGreaterThan(0);
  expect(mondays).toBeLessThan(all);
  await expect(page.locator("#results-status")).toHaveText((await heading.textContent())!.trim());

  await page.getByRole("link", { name: "Usuń filtr: poniedziałek" }).click();
  await expect(page).not.toHaveURL(/weekdays/);
  await expect(page).toHaveURL(/interests=robotics/);
  expect(counted(await heading.textContent())).toBe(all);

  // A class, then who holds it. Not every class is held by an institution of the directory.
  for (let i = 0; i < 10; i++) {
    const card = page.locator(".card-title a").nth(i);
    const title = (await card.textContent())!.trim();
    await card.click();
    await expect(heading).toHaveText(title);
    await expect(page.locator(".enrol-price")).toBeVisible();
    if (await page.locator(".show-who a").count()) break;
    await page.goBack();
  }
  const holder = page.locator(".show-who a");
  const name = (await holder.textContent())!.trim();
  await holder.click();
  await expect(heading).toHaveText(name);
  await expect(page.getByRole("heading", { name: /^Zajęcia w tej placówce/ })).toBeVisible();
});

test("all classes of an institution are a list that can be searched", async ({ page }) => {
  const busy = (await holders(page, "radom")).find(({ activities }) => activities.totalCount > 12)!;
  await page.goto(site("radom", busy.url));
  await page.locator(".tiles-more a[href*=\"/zajecia\"]").click();
  await expect(page).toHaveURL(/institution=/);
  const heading = page.getByRole("heading", { level: 1 });
  expect(counted(await heading.textContent())).toBe(busy.activities.totalCount);

  // The filters keep the institution; its chip lets it go.
  await page.getByRole("radio", { name: "bezpłatne" }).check();
  await expect(page).toHaveURL(/institution=.*max_price=0|max_price=0.*institution=/);
  await page.locator(".chips a.chip").first().click();
  await expect(page).not.toHaveURL(/institution=/);
});

test("a place known by its district is not given a false distance", async ({ page }) => {
  await page.goto(site("szczecin", "/zajecia?near=Pogodno&sort=DISTANCE"));
  const distances = await page.locator(".card .near").allTextContents();
  expect(distances.length).toBeGreaterThan(5);
  for (const distance of distances) expect(distance).toMatch(/w\sokolicy|ok\.\s\d+\skm/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the same search works through the form alone", async ({ page }) => {
    await page.goto(site("szczecin"));
    await page.getByLabel("Czego szukasz?").fill("robotyka");
    await page.getByLabel("Wiek dziecka").fill("8");
    await page.getByRole("button", { name: "Szukaj" }).click();
    await expect(page).toHaveURL(/q=robotyka/);
    await expect(page.getByLabel("Czego szukasz?")).toHaveValue("robotyka");
    const heading = page.getByRole("heading", { level: 1 });
    const all = counted(await heading.textContent());
    expect(all).toBeGreaterThan(0);

    await page.locator("#weekdays-MONDAY").check();
    await page.getByRole("button", { name: /^Pokaż wyniki/ }).click();
    await expect(page).toHaveURL(/weekdays=MONDAY/);
    const mondays = counted(await heading.textContent());
    expect(mondays).toBeGreaterThan(0);
    expect(mondays).toBeLessThan(all);

    await page.getByLabel("Kolejność").selectOption("PRICE");
    await page.getByRole("button", { name: "Ustaw" }).click();
    await expect(page).toHaveURL(/sort=PRICE/);
    await expect(page).toHaveURL(/weekdays=MONDAY/);
    await page.getByRole("link", { name: "Usuń filtr: poniedziałek" }).click();
    expect(counted(await heading.textContent())).toBe(all);
  });

  test("what a query was understood as is shown, and can be taken back piece by piece", async ({ page }) => {
    await page.goto(list({ q: "robotyka dla 8 latka w soboty do 100 zł", enrolment: "OPEN", sort: "PRICE" }));
    const understood = page.locator(".chips-group", { hasText: "Tak to rozumiemy" }).locator(".chip");
    const chosen = page.locator(".chips-group", { hasText: "Wybrane filtry" }).locator(".chip");
    await expect(understood).toHaveText(["Robotyka", "8 lat", "sobota", /^do 100\szł$/]);
    await expect(chosen).toHaveText(["trwają zapisy"]);
    await expect(page.locator("#filters-count")).toHaveText("1 filtr");

    await page.getByRole("link", { name: "Usuń filtr: sobota" }).click();
    await expect(understood).toHaveText(["Robotyka", "8 lat", /^do 100\szł$/]);
    await expect(chosen).toHaveText(["trwają zapisy"]);
    expect(asked(page)).toBe("robotyka dla 8 latka do 100 zł");
    await expect(page.locator("#q")).toHaveValue("robotyka dla 8 latka do 100 zł");
    await expect(page).toHaveURL(/enrolment=OPEN/);
    await expect(page).toHaveURL(/sort=PRICE/);

    // A filter is stronger than the words, whose chip is not shown where they do not count.
    await page.goto(list({ q: "robotyka w soboty", weekdays: "MONDAY" }));
    await expect(understood).toHaveText(["Robotyka"]);
    await expect(chosen).toHaveText(["poniedziałek"]);

    // The last piece takes the whole query with it.
    await page.goto(list({ q: "robotyka" }));
    await page.getByRole("link", { name: "Usuń filtr: Robotyka" }).click();
    await expect(page).toHaveURL(site("szczecin", "/zajecia"));
  });

  test("words that were not understood are a chip of their own", async ({ page }) => {
    await page.goto(list({ q: "robotyka orzeł dla 8 latka" }));
    await expect(page.locator(".chip")).toHaveText(["Robotyka", "8 lat", "„orzeł”"]);
    await page.getByRole("link", { name: "Usuń filtr: „orzeł”" }).click();
    expect(asked(page)).toBe("robotyka dla 8 latka");
    await expect(page.locator(".chip")).toHaveText(["Robotyka", "8 lat"]);
  });
});

for (const [prefix, shown, exactly] of [
  ["", "Pokazujemy wyniki dla robotyka.", "Szukaj dokładnie: „robtyka”"],
  ["/en", "Showing results for robotyka.", "Search for exactly “robtyka”"],
  ["/uk", "Показуємо результати для robotyka.", "Шукати саме «robtyka»"],
] as const) {
  test(`a misspelt word is read as it was meant, and can be insisted on ${prefix}`, async ({ page }) => {
    await page.goto(list({ q: "robtyka", age: "8" }, prefix));
    await expect(page.locator(".corrected")).toHaveText(`${shown} ${exactly}`);
    expect(await page.locator(".card").count()).toBeGreaterThan(0);

    await page.getByRole("link", { name: exactly }).click();
    expect(asked(page)).toBe('"robtyka"');
    await expect(page).toHaveURL(/age=8/);
    await expect(page.locator(".corrected")).toHaveCount(0);
  });
}

test("what nearly fits stands behind what fits, and says what it misses", async ({ page }) => {
  await page.goto(list({ q: "robotyka dla 8 latka na Pogodnie w soboty do 100 zł" }));
  const near = page.getByRole("region", { name: "Prawie pasujące" }).locator(".card");
  const nearly = await near.count();
  const all = await page.locator(".card").count();
  expect(nearly).toBeGreaterThan(0);
  expect(counted(await page.getByRole("heading", { level: 1 }).textContent())).toBe(all - nearly);
  expect(counted(await page.locator(".nearly-count").textContent())).toBe(nearly);
  await expect(page.locator(".card:has(.miss)")).toHaveCount(nearly);
  await expect(near.filter({ has: page.locator(".miss") })).toHaveCount(nearly);
  // Another day is one that is not Saturday.
  const saturday = page.locator(".week .on", { hasText: "sb" });
  await expect(near.filter({ hasText: "inny dzień" }).filter({ has: saturday })).toHaveCount(0);
  await expect(near.filter({ hasNotText: "inny dzień" }).filter({ hasNot: saturday })).toHaveCount(0);
});

test("where nothing fits, what comes nearest is offered as such", async ({ page }) => {
  await page.goto(list({ q: "szachy w niedzielę" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nic nie pasuje w całości");
  const near = page.getByRole("region", { name: "Najbliższe propozycje" }).locator(".card");
  const nearly = await near.count();
  expect(nearly).toBeGreaterThan(0);
  expect(await page.locator(".card").count()).toBe(nearly);
  await expect(near.locator(".miss")).toHaveText(Array(nearly).fill("inny dzień"));

  // The same when a filter changes in place, and a screen reader hears all of it.
  await page.getByLabel("Kolejność").selectOption("PRICE");
  await expect(page.locator("#results-status")).toHaveText(/^Nic nie pasuje w całości ale \d+ zajęć prawie pasuje$/);
  await expect(near).toHaveCount(nearly);
});

test("giving up a condition brings as many classes as was promised", async ({ page }) => {
  const heading = page.getByRole("heading", { level: 1 });
  let followed = 0;
  const pages: Record<string, string>[] = [
    { q: "robotyka dla 8 latka na Pogodnie w soboty do 100 zł" },
    { q: "angielski przedszkolak Dąbie" },
    // What the words say of the day would count again without the filter, so it goes with it.
    { q: "robotyka w soboty", weekdays: "MONDAY", starts_after: "17:00", max_price: "50" },
    // Nothing is found.
    { q: "robotyka", districts: "pogodno", enrolment: "NOT_YET", age: "8" },
    { interests: "robotics", weekdays: "SUNDAY", age: "5", max_price: "20" },
  ];
  for (const parameters of pages) {
    await page.goto(list(parameters));
    const before = counted(await heading.textContent());
    const links = await page.locator("a.relax").evaluateAll((links) =>
      links.map((link) => ({ text: link.textContent!.trim(), address: (link as HTMLAnchorElement).href })),
    );
    expect.soft(links, JSON.stringify(parameters)).not.toEqual([]);
    for (const { text, address } of links) {
      const promised = Number(/: (\d+)$/.exec(text)?.[1]);
      expect.soft(promised, text).toBeGreaterThan(before);
      await page.goto(address);
      expect.soft(counted(await heading.textContent()), address).toBe(promised);
      followed++;
    }
  }
  expect(followed).toBeGreaterThan(5);
});

test("a language is switched in place", async ({ page }) => {
  await page.goto(site("szczecin", "/zajecia?q=robotyka&age=8"));
  const found = counted(await page.getByRole("heading", { level: 1 }).textContent());
  for (const [name, tag] of [["English", "en"], ["Українська", "uk"]] as const) {
    await page.getByRole("link", { name }).click();
    await expect(page).toHaveURL(site("szczecin", `/${tag}/zajecia?q=robotyka&age=8`));
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
    await expect(page.locator("#q")).toHaveValue("robotyka");
    await expect(page.locator("#age")).toHaveValue("8");
    expect(counted(await page.getByRole("heading", { level: 1 }).textContent())).toBe(found);
  }
});

test("what could not be used is kept and explained, and the rest is searched", async ({ page }) => {
  await page.goto(site("szczecin", "/zajecia"));
  await page.getByLabel("Czego szukasz?").fill("robotyka");
  await page.getByLabel("Wiek dziecka").fill("osiem");
  await page.getByLabel("Gdzie?").fill("Nibylandia");
  await page.getByRole("button", { name: "Szukaj" }).click();
  await expect(page.getByRole("alert")).toContainText("Wiek dziecka podaj liczbą");
  await expect(page.getByLabel("Wiek dziecka")).toHaveValue("osiem");
  await expect(page.getByLabel("Wiek dziecka")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Gdzie?")).toHaveValue("Nibylandia");
  await expect(page.locator("#error-near")).toContainText("Nibylandia");
  await expect(page.getByLabel("Czego szukasz?")).toHaveValue("robotyka");
  expect(await page.locator(".card").count()).toBeGreaterThan(0);
  await page.getByRole("alert").getByRole("link", { name: /Wiek dziecka/ }).click();
  await expect(page.getByLabel("Wiek dziecka")).toBeFocused();

  // A cursor of another list shows this one from its start, and says so.
  await page.goto(site("szczecin", "/zajecia?after=abc"));
  await expect(page.getByText("Pokazujemy tę od początku")).toBeVisible();
  expect(await page.locator(".card").count()).toBeGreaterThan(0);
});
