import type { Locator, Page } from "@playwright/test";

import { addressOf, newLogin, signInByMail } from "./people";
import { ask, expect, expectOnlyRefusals, fits, site, test, violations } from "./site";

// Mails are waited for.
test.describe.configure({ timeout: 90_000 });

const CITY = "szczecin";

/** An age half a year from either birthday, so that no day of a test changes it. */
const YEARS = 8;
const MONTHS = YEARS * 12 + 6;

/** The day that somebody of that many months was born on. */
function birthDate(months: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - months, 1)).toISOString().slice(0, 10);
}

/** A parent who has just signed in, with a child that lives in Pogodno and likes chess and robots. */
async function parent(page: Page, child: string): Promise<void> {
  await signInByMail(page, CITY, addressOf(newLogin("mama")));
  await page.goto(site(CITY, "/konto/dziecko"));
  await page.getByLabel("Imię lub pseudonim").fill(child);
  await page.getByLabel("Data urodzenia").fill(birthDate(MONTHS));
  for (const interest of ["chess", "robotics"]) {
    const box = page.locator(`[name=interests][value="${interest}"]`);
    await page.locator("details", { has: box }).locator("summary").click();
    await box.check();
  }
  await page.getByLabel("Okolica").fill("Pogodno");
  await Promise.all([page.waitForEvent("domcontentloaded"), page.locator("form", { has: page.locator("[name=birthDate]") }).locator(".form-actions button").click()]);
  await expect(page.getByRole("status").first()).toHaveText("Zapisano profil dziecka.");
}

const forWhom = (page: Page): Locator => page.getByRole("navigation", { name: "Dla kogo szukasz?" });

const chip = (page: Page, child: string): Locator => page.locator(".chips").getByRole("link", { name: new RegExp(`dla: ${child}`) });

type Found = { id: string; ages: { minMonths: number | null; maxMonths: number | null } | null; interests: { id: string }[] };

/** What the page lists, as the API tells it. */
async function listed(page: Page): Promise<Found[]> {
  const links = await page.locator(".cards .card-title a").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  const fields = links.map((href, index) => `a${index}: activity(id: "${href.split("/")[2]}") { id ages { minMonths maxMonths } interests { id } }`);
  expect(fields.length).toBeGreaterThan(0);
  const found: Found[] = [];
  // More than ten at once are refused.
  for (let at = 0; at < fields.length; at += 10) found.push(...Object.values(await ask<Record<string, Found>>(page, CITY, `{ ${fields.slice(at, at + 10).join(" ")} }`)));
  return found;
}

const suits = ({ ages }: Found) => (ages?.minMonths ?? 0) <= MONTHS && (ages?.maxMonths ?? Infinity) >= MONTHS;

/** The child that an address names. */
const childIn = (page: Page) => new URL(page.url()).searchParams.get("child");

test("a search for a child knows its age, its home and what it likes", async ({ page }) => {
  const name = "Ania";
  await page.goto(site(CITY, "/zajecia"));
  await expect(forWhom(page)).toHaveCount(0);
  await parent(page, name);
  await page.goto(site(CITY, "/zajecia"));
  const everything = await listed(page);
  expect(everything.some((found) => !suits(found))).toBe(true);

  await forWhom(page).getByRole("link", { name: `${name}, ${YEARS} lat` }).click();
  await expect(chip(page, name)).toBeVisible();
  const child = childIn(page);
  expect(child).toBeTruthy();
  await expect(forWhom(page).getByRole("link", { name: `${name}, ${YEARS} lat` })).toHaveAttribute("aria-current", "true");
  for (const found of await listed(page)) {
    expect.soft(suits(found), `${found.id}: ${JSON.stringify(found.ages)}`).toBe(true);
    expect.soft(found.interests.some(({ id }) => id === "chess" || id === "robotics"), found.id).toBe(true);
  }
  // Near home, unless it is held on the web.
  await expect(page.locator(".cards .card .near").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);

  // Words are searched for besides: for something that the child does not like yet, but at its age.
  await page.locator("#q").fill("pływanie");
  await page.locator("#q").press("Enter");
  await expect(page).toHaveURL(/[?&]q=p/);
  expect(childIn(page)).toBe(child);
  await expect(chip(page, name)).toBeVisible();
  await expect(page.locator(".cards .card").first()).toContainText(/pływ/i);
  const swimming = await listed(page);
  for (const found of swimming) expect.soft(suits(found), `${found.id}: ${JSON.stringify(found.ages)}`).toBe(true);
  expect(swimming.some(({ interests }) => interests.some(({ id }) => id === "swimming"))).toBe(true);

  // What is typed comes before what is known.
  await page.locator("#age").fill("15");
  await page.locator("#age").press("Enter");
  await expect(page).toHaveURL(/[?&]age=15/);
  expect(childIn(page)).toBe(child);
  for (const { ages } of await listed(page)) expect.soft(ages?.maxMonths ?? Infinity).toBeGreaterThanOrEqual(15 * 12);
  await page.locator("#age").fill("");
  await page.locator("#age").press("Enter");
  await expect(page).not.toHaveURL(/[?&]age=/);

  await chip(page, name).click();
  await expect(chip(page, name)).toHaveCount(0);
  await expect.poll(() => childIn(page)).toBeNull();
  await expect(page.locator("#q")).toHaveValue("pływanie");
  await expect(forWhom(page).locator("[aria-current]")).toHaveCount(0);
  // Nor does the form remember it.
  await page.locator("#q").fill("szachy");
  await page.locator("#q").press("Enter");
  await expect(page).toHaveURL(/[?&]q=szachy/);
  expect(childIn(page)).toBeNull();
});

test("it works without the script, fits a phone, and is nobody else's", async ({ page, browser, problems }) => {
  const name = "Maksymilian-Konstanty";
  await parent(page, name);
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(site(CITY, "/zajecia"));
  const path = (await forWhom(page).getByRole("link", { name: new RegExp(name) }).getAttribute("href"))!;
  for (const prefix of ["", "/en", "/uk"]) await fits(page, site(CITY, `${prefix}${path}`));
  await page.goto(site(CITY, path));
  expect(await violations(page)).toEqual([]);

  const plain = await (await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })).newPage();
  await plain.goto(site(CITY, path));
  await plain.locator("#q").fill("szachy");
  await Promise.all([plain.waitForEvent("domcontentloaded"), plain.locator("#q").press("Enter")]);
  expect(childIn(plain)).toBe(childIn(page));
  await expect(chip(plain, name)).toBeVisible();
  await Promise.all([plain.waitForEvent("domcontentloaded"), chip(plain, name).click()]);
  expect(childIn(plain)).toBeNull();
  await plain.context().close();

  // A link that somebody passed on shows everybody else's list, or that there is no such child: never its name.
  const other = await (await browser.newContext()).newPage();
  await other.goto(site(CITY, path));
  await expect(other.locator("body")).not.toContainText(name);
  await signInByMail(other, CITY, addressOf(newLogin("obcy")));
  await other.goto(site(CITY, path));
  await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(other.locator("body")).not.toContainText(name);
  // It is said once: the next search is for everybody.
  await expect(other.getByRole("alert")).toContainText("Nie ma już tego profilu dziecka");
  await expect(other.getByRole("alert").getByRole("link")).toHaveCount(0);
  expect(await violations(other)).toEqual([]);
  await other.locator("#q").fill("szachy");
  await other.locator("#q").press("Enter");
  await expect(other).toHaveURL(/[?&]q=szachy/);
  expect(childIn(other)).toBeNull();
  await expect(other.getByRole("alert")).toHaveCount(0);
  await other.context().close();
  expectOnlyRefusals(problems);
});
