import { expect, holders, site, test } from "./site";

/** How many classes the heading says there are. */
function counted(heading: string | null): number {
  return Number((heading ?? "").replace(/\D/g, ""));
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
  await page.locator(".tiles-more a").click();
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
