import type { Browser, Locator, Page } from "@playwright/test";

import { appoint } from "./appoint";
import { addressOf, newLogin, signInByMail } from "./people";
import { PORT, ask, expect, expectOnlyRefusals, fits, site, test, violations } from "./site";

// Mails are waited for, and so are counts, which are written every half minute.
test.describe.configure({ timeout: 150_000 });

/** `run.sh` switches the module on here, and nowhere else. */
const CITY = "koszalin";
const OFF = "szczecin";

/** A program of this name is counted; the one that drives the tests might one day say what it is. */
const AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
test.use({ userAgent: AGENT });

type Activity = { id: string; url: string; title: string; interest: string; district: string };

/** A class that a place can be sold to, with an interest and a district to find it by. Each test takes another interest, as tests run at
 * the same time. */
async function offer(page: Page, place: number): Promise<Activity> {
  const query = `{ activities(first: 100) { nodes { id url title institution { id } interests { id } place { district { id } } } } }`;
  type Node = { id: string; url: string; title: string; institution: { id: string } | null; interests: { id: string }[]; place: { district: { id: string } | null } };
  const { activities } = await ask<{ activities: { nodes: Node[] } }>(page, CITY, query);
  const offers = new Map<string, Activity>();
  for (const { id, url, title, institution, interests, place } of activities.nodes) {
    const [interest] = interests;
    if (institution && interest && place.district && !offers.has(interest.id)) offers.set(interest.id, { id, url, title, interest: interest.id, district: place.district.id });
  }
  const taken = [...offers.values()][place];
  if (!taken) throw new Error("the demonstration catalogue has too few classes of institutions");
  return taken;
}

/** Pages that failed, of browsers that the test opened besides its own. */
const faults: string[] = [];
test.afterEach(() => expect(faults.splice(0)).toEqual([]));

/** Somebody in a browser of their own, signed in. */
async function person(browser: Browser, city: string, role?: string): Promise<Page> {
  const address = addressOf(newLogin(role ?? "rodzic"));
  if (role) appoint(city, address, role);
  const page = await (await browser.newContext({ userAgent: AGENT })).newPage();
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500) faults.push(`${response.url()}: ${response.status()}`);
  });
  await signInByMail(page, city, address);
  return page;
}

/** A day by the city's clock, so many days from now. */
function day(later = 0): string {
  return new Date(Date.now() + later * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Warsaw" });
}

async function press(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), page.getByRole("main").getByRole("button", { name: button, exact: true }).click()]);
}

/** Ticks one of many, which lie in groups that open. */
async function tick(page: Page, field: string, value: string): Promise<void> {
  const box = page.locator(`[name="${field}"][value="${value}"]`);
  if (!(await box.isVisible())) await page.locator("details", { has: box }).locator("summary").click();
  await box.check();
}

/** Sells a place from today on; the address of its page. */
async function sell(page: Page, activity: Activity, targets: { interests?: string[]; districts?: string[] }): Promise<string> {
  await page.goto(site(CITY, `/pulpit/promocje/nowa?q=${activity.id}`));
  await page.locator("#startsOn").fill(day());
  await page.locator("#endsOn").fill(day(30));
  for (const interest of targets.interests ?? []) await tick(page, "interests", interest);
  for (const district of targets.districts ?? []) await tick(page, "districts", district);
  await press(page, "Sprzedaj miejsce");
  await expect(page.getByRole("status")).toContainText("Miejsce jest sprzedane");
  const sold = page.getByRole("listitem").filter({ hasText: activity.title }).first();
  await expect(sold).toContainText("pokazywane");
  return site(CITY, (await sold.getByRole("link").getAttribute("href"))!);
}

const listOf = (activity: Activity, more: Record<string, string> = {}) => `/zajecia?${new URLSearchParams({ interests: activity.interest, ...more })}`;

/** Places on a page, of whatever activity, that are labelled as such. */
const promoted = (page: Page) => page.locator(".promoted");

/** The place on a page that was sold to an activity. */
function placeOf(page: Page, activity: Activity): Locator {
  return promoted(page).filter({ has: page.getByRole("link", { name: activity.title, exact: true }) });
}

/** Ranked results of a list: what the API answers, and what the page shows. */
async function ranked(page: Page, activity: Activity): Promise<{ api: string[]; shown: (string | null)[] }> {
  const query = `{ activities(filter: { interests: ["${activity.interest}"] }, first: 100) { totalCount nodes { id } } }`;
  const { activities } = await ask<{ activities: { totalCount: number; nodes: { id: string }[] } }>(page, CITY, query);
  await page.goto(site(CITY, listOf(activity)));
  const shown = await page.locator(".cards .card-title a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  return { api: [`${activities.totalCount}`, ...activities.nodes.map(({ id }) => id)], shown };
}

test("a place is sold, shown beside the ranking and never in it, counted, paused and ended", async ({ browser, page, problems }) => {
  const activity = await offer(page, 0);
  const before = await ranked(page, activity);
  expect(before.shown.length).toBeGreaterThan(1);
  await expect(placeOf(page, activity)).toHaveCount(0);

  const editor = await person(browser, CITY, "editor");
  await editor.goto(site(CITY, "/pulpit"));
  await editor.getByRole("region", { name: "Miejsca promowane" }).getByRole("link").click();
  await editor.getByRole("link", { name: "Sprzedaj miejsce" }).first().click();
  expect(await violations(editor)).toEqual([]);

  // By its name, which others may have too; then by the address of its page.
  await editor.getByLabel("Które zajęcia?").fill(activity.title);
  await press(editor, "Szukaj");
  await expect(editor.getByRole("link", { name: `Wybierz: ${activity.title}`, exact: true }).first()).toBeVisible();
  expect(await violations(editor)).toEqual([]);
  await editor.getByLabel("Które zajęcia?").fill(site(CITY, activity.url));
  await press(editor, "Szukaj");
  await expect(editor.getByRole("link", { name: activity.title, exact: true })).toHaveAttribute("href", activity.url);

  // Nothing is lost of a form that is refused.
  await editor.locator("#startsOn").fill(day());
  await editor.locator("#endsOn").fill(day(-1));
  await tick(editor, "interests", activity.interest);
  await tick(editor, "districts", activity.district);
  await editor.getByLabel("Notatka").fill("FV 7/2026");
  await press(editor, "Sprzedaj miejsce");
  await expect(editor.locator("#error-endsOn")).toContainText("wypada przed pierwszym");
  await expect(editor.locator("#endsOn")).toHaveAttribute("aria-invalid", "true");
  await expect(editor.locator("#startsOn")).toHaveValue(day());
  await expect(editor.locator(`[name=interests][value="${activity.interest}"]`)).toBeChecked();
  await expect(editor.locator(`[name=districts][value="${activity.district}"]`)).toBeChecked();
  await expect(editor.getByLabel("Notatka")).toHaveValue("FV 7/2026");
  expect(await violations(editor)).toEqual([]);
  await editor.locator("#endsOn").fill(day(30));
  await press(editor, "Sprzedaj miejsce");
  await expect(editor.getByRole("status")).toContainText("Miejsce jest sprzedane");
  expect(await violations(editor)).toEqual([]);
  await editor.getByRole("listitem").filter({ hasText: activity.title }).first().getByRole("link").click();
  await expect(editor.getByRole("heading", { level: 1 })).toHaveText(activity.title);
  const own = editor.url();
  expect(await violations(editor)).toEqual([]);

  // Once, labelled, and the ranking is what it was.
  const after = await ranked(page, activity);
  expect(after).toEqual(before);
  await expect(promoted(page)).toHaveCount(1);
  await expect(placeOf(page, activity)).toHaveCount(1);
  await expect(placeOf(page, activity)).toContainText("Promowane");
  expect(after.shown.filter((href) => href?.includes(activity.id)).length).toBeLessThanOrEqual(1);
  expect(await violations(page)).toEqual([]);
  // Who looks for it in another district, or for something else, does not see it.
  const { districts } = await ask<{ districts: { id: string }[] }>(page, CITY, "{ districts { id } }");
  const elsewhere = districts.find(({ id }) => id !== activity.district)!.id;
  const other = await offer(page, 1);
  for (const [path, count] of [
    [listOf(activity, { districts: activity.district }), 1],
    [listOf(activity, { districts: elsewhere }), 0],
    [listOf(other), 0],
  ] as const) {
    await page.goto(site(CITY, path));
    await expect(placeOf(page, activity), path).toHaveCount(count);
  }
  await page.goto(site(CITY));
  await expect(placeOf(page, activity)).toHaveCount(1);
  await expect(placeOf(page, activity)).toContainText("Promowane");
  expect(await violations(page)).toEqual([]);

  // Why, and back.
  await placeOf(page, activity).getByRole("link", { name: "Dlaczego to widzę?" }).click();
  await expect(page).toHaveURL(site(CITY, "/promowane-zasady"));
  await expect(page.getByRole("main")).toContainText("nikt nie może kupić na niej wyższego miejsca");
  expect(await violations(page)).toEqual([]);

  // Followed twice, in two languages; a program that follows it is not counted.
  const id = own.slice(own.lastIndexOf("/") + 1);
  for (const prefix of ["", "/en"]) {
    await page.goto(site(CITY, `${prefix}${listOf(activity)}`));
    const link = placeOf(page, activity).getByRole("link", { name: activity.title, exact: true });
    await expect(link).toHaveAttribute("href", `${prefix}/promowane/${id}`);
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(activity.title);
    expect(new URL(page.url()).pathname.startsWith(`${prefix}/zajecia/${activity.id}`)).toBe(true);
  }
  const robot = await page.request.get(`http://127.0.0.1:${PORT}/promowane/${id}`, { headers: { Host: `${CITY}.localhost:${PORT}`, "User-Agent": "Googlebot/2.1" }, maxRedirects: 0 });
  expect(robot.status()).toBe(303);
  const count = (name: string) => editor.locator(".counts div", { has: editor.getByText(name, { exact: true }) }).locator("dd");
  await expect
    .poll(
      async () => {
        await editor.reload();
        return count("Kliknięcia").innerText();
      },
      { message: "clicks", timeout: 45_000, intervals: [1_000, 3_000] },
    )
    .toBe("2");
  // Two lists of the interest, one of the district too, the front page, and a list in English.
  expect(Number(await count("Wyświetlenia").innerText())).toBeGreaterThanOrEqual(5);
  await editor.getByText("Dzień po dniu").click();
  await expect(editor.getByRole("table").getByRole("row")).toHaveCount(2);
  expect(await violations(editor)).toEqual([]);

  const isShown = async (shown: number) => {
    for (const path of [listOf(activity), "/"]) {
      await page.goto(site(CITY, path));
      await expect(placeOf(page, activity), path).toHaveCount(shown);
    }
  };
  await press(editor, "Wstrzymaj");
  await expect(editor.getByRole("status")).toContainText("wstrzymana");
  await isShown(0);
  await press(editor, "Wznów");
  await expect(editor.getByRole("status")).toContainText("znowu pokazywana");
  await isShown(1);
  editor.once("dialog", (dialog) => void dialog.dismiss());
  await editor.getByRole("button", { name: "Zakończ na zawsze" }).click();
  await isShown(1);
  editor.once("dialog", (dialog) => void dialog.accept());
  await press(editor, "Zakończ na zawsze");
  await expect(editor.getByRole("status")).toContainText("zakończona");
  await isShown(0);
  await expect(editor.getByRole("main").getByRole("button")).toHaveCount(0);
  expect(await violations(editor)).toEqual([]);
  expect(await ranked(page, activity)).toEqual(before);

  // Who opened the page before still gets there.
  await page.goto(site(CITY, `/promowane/${id}`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(activity.title);
  expectOnlyRefusals(problems);
});

test("only editors sell places", async ({ browser, page, problems }) => {
  await page.goto(site(CITY, "/pulpit/promocje/nowa"));
  await expect(page).toHaveURL(/\/logowanie\?next=/);
  const parent = await person(browser, CITY);
  for (const path of ["/pulpit/promocje", "/pulpit/promocje/nowa"]) expect((await parent.goto(site(CITY, path)))?.status(), path).toBe(403);
  const editor = await person(browser, CITY, "editor");
  expect((await editor.goto(site(CITY, "/pulpit/promocje/prm_nothing")))?.status()).toBe(404);
  expectOnlyRefusals(problems);
});

test("pages with promoted places fit a phone, in the light and in the dark", async ({ browser, page }) => {
  const activity = await offer(page, 2);
  const editor = await person(browser, CITY, "editor");
  const own = await sell(editor, activity, { interests: [activity.interest] });
  for (const one of [page, editor]) await one.setViewportSize({ width: 360, height: 780 });
  for (const prefix of ["", "/en", "/uk"]) {
    for (const path of [listOf(activity), "/promowane-zasady", "/"]) {
      await fits(page, site(CITY, path === "/" ? prefix || "/" : `${prefix}${path}`));
      if (path !== "/promowane-zasady") await expect(placeOf(page, activity), `${prefix}${path}`).toHaveCount(1);
    }
    for (const path of ["/pulpit", "/pulpit/promocje", "/pulpit/promocje/nowa", `/pulpit/promocje/nowa?q=${activity.id}`, new URL(own).pathname]) await fits(editor, site(CITY, `${prefix}${path}`));
  }
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [one, path] of [[page, listOf(activity)], [page, "/"], [editor, "/pulpit/promocje"], [editor, new URL(own).pathname]] as const) {
      await one.emulateMedia({ colorScheme });
      await one.goto(site(CITY, path));
      expect.soft(await violations(one), `${colorScheme} ${path}`).toEqual([]);
    }
  }
  await editor.goto(own);
  editor.once("dialog", (dialog) => void dialog.accept());
  await press(editor, "Zakończ na zawsze");
});

test("a city that sells no places has none of it", async ({ browser, page, problems }) => {
  const fields = async (city: string) => {
    const query = `{ __schema { types { name } queryType { fields { name } } mutationType { fields { name } } } }`;
    type Names = { name: string }[];
    const { __schema } = await ask<{ __schema: { types: Names; queryType: { fields: Names }; mutationType: { fields: Names } } }>(page, city, query);
    return [...__schema.types, ...__schema.queryType.fields, ...__schema.mutationType.fields].map(({ name }) => name).filter((name) => /promot/i.test(name));
  };
  expect(await fields(CITY)).toEqual(expect.arrayContaining(["promotedActivities", "promotions", "promotionCreate"]));
  expect(await fields(OFF)).toEqual([]);
  const editor = await person(browser, OFF, "editor");
  for (const path of ["/promowane-zasady", "/pulpit/promocje", "/pulpit/promocje/nowa", "/promowane/prm_1"]) {
    expect((await editor.goto(site(OFF, path)))?.status(), path).toBe(404);
  }
  for (const path of ["/", "/zajecia", "/pulpit"]) {
    await editor.goto(site(OFF, path));
    await expect(editor.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(promoted(editor), path).toHaveCount(0);
    await expect(editor.locator("body"), path).not.toContainText(/promowan/i);
  }
  expectOnlyRefusals(problems);
});
