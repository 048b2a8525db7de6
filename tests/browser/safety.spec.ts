import { randomUUID } from "node:crypto";

import type { Browser, Page } from "@playwright/test";

import { appoint } from "./appoint";
import { addressOf, latestMail, newLogin, signInByMail } from "./people";
import { ask, expect, expectOnlyRefusals, fits, site, test, violations } from "./site";

// Mails are waited for, and several people take part. One alert is seen on every page, so no two of these run at once.
test.describe.configure({ mode: "serial", timeout: 150_000 });

// What is severe stands on every page of its city: tests of other things look at other cities.
const CITY = "slupsk";

/** A headline that no other test uses. */
function newHeadline(words: string): string {
  return `${words} ${randomUUID().replace(/[^a-f]/g, "").slice(0, 6)}`;
}

type Role = "editor" | "admin" | "manager";

/** A person with a browser of their own, signed in and appointed. */
async function person(browser: Browser, role: Role, institution?: string): Promise<{ page: Page; address: string }> {
  const address = addressOf(newLogin(role));
  appoint(CITY, address, role, institution);
  const page = await (await browser.newContext()).newPage();
  await signInByMail(page, CITY, address);
  return { page, address };
}

/** An institution; each caller takes another, by number. */
async function institution(page: Page, number: number): Promise<{ id: string; name: string }> {
  const query = "{ institutions(filter: { kinds: [CULTURE_CENTRE, SPORTS_CLUB, LIBRARY] }, sort: NAME, first: 20) { nodes { id name } } }";
  const { institutions } = await ask<{ institutions: { nodes: { id: string; name: string }[] } }>(page, CITY, query);
  return institutions.nodes[number]!;
}

async function press(page: Page, button: string | RegExp): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), page.getByRole("main").getByRole("button", { name: button }).first().click()]);
}

/** Answers the questions of an alert. */
async function fill(page: Page, headline: string, severity: "MODERATE" | "SEVERE" | "EXTREME"): Promise<void> {
  await page.locator('[id="texts.pl.headline"]').fill(headline);
  await page.locator('[id="texts.pl.event"]').fill("skażenie wody");
  await page.locator('[id="texts.pl.instruction"]').fill("Nie pij wody z kranu.");
  await page.locator(`[name="categories"][value="HEALTH"]`).check();
  await page.locator(`[name="responseTypes"][value="AVOID"]`).check();
  await page.locator(`[name="severity"][value="${severity}"]`).check();
  await page.locator('[name="urgency"][value="IMMEDIATE"]').check();
  await page.locator('[name="certainty"][value="OBSERVED"]').check();
  await page.locator("#lasts").selectOption("3");
}

/** Writes an alert, looks at it as others will see it, and sends it. */
async function issue(page: Page, headline: string, severity: "MODERATE" | "SEVERE" | "EXTREME"): Promise<void> {
  await page.goto(site(CITY, "/pulpit/ostrzezenia/nowe"));
  await fill(page, headline, severity);
  await press(page, "Zobacz podgląd");
  await expect(page.getByRole("region", { name: "Tak to zobaczą mieszkańcy" })).toContainText(headline);
  await press(page, "Ogłoś teraz");
}

const banner = (page: Page) => page.getByRole("region", { name: "Ostrzeżenia", exact: true }).and(page.locator("[data-alert-banner]"));

test("a partner gets the right to alert, and a severe alert is on every page until it is over", async ({ browser, page, problems }) => {
  const held = await institution(page, 0);
  const headline = newHeadline("Woda nie nadaje się do picia");
  const partner = (await person(browser, "manager", held.id)).page;

  // Without the right nobody is led to write what would be refused.
  await partner.goto(site(CITY, "/pulpit/ostrzezenia/nowe"));
  await expect(partner.getByRole("main")).toContainText("Prawo do poważnych nadaje administrator miasta");
  await expect(partner.locator('[name="severity"][value="MODERATE"]')).toBeVisible();
  await expect(partner.locator('[name="severity"][value="SEVERE"]')).toHaveCount(0);

  const admin = (await person(browser, "admin")).page;
  await admin.goto(site(CITY, "/pulpit/ostrzezenia/prawa"));
  await admin.locator("#institution").fill(held.name);
  await press(admin, "Znajdź");
  if ((await admin.locator('input[type=radio][name="institution"]:checked').count()) === 0) {
    await admin.locator(`input[type=radio][value="${held.id}"]`).check();
  }
  await press(admin, /^Nadaj$/);
  await expect(admin.getByRole("status").first()).toContainText("Prawo nadane");
  await expect(admin.getByRole("main")).toContainText(held.name);

  await issue(partner, headline, "SEVERE");
  await expect(partner.getByRole("status").first()).toContainText("Ostrzeżenie ogłoszone");
  for (const path of ["/", "/zajecia", "/en/placowki", "/bezpieczni"]) {
    await page.goto(site(CITY, path));
    await expect(page.locator("[data-alert-banner]")).toContainText(headline);
  }
  await page.goto(site(CITY, "/"));
  await expect(banner(page)).toContainText("Poważne zagrożenie");
  expect(await violations(page)).toEqual([]);
  await banner(page).getByRole("link", { name: headline }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(headline);
  await expect(page.getByRole("region", { name: "Co robić" })).toContainText("Nie pij wody z kranu.");
  await expect(page.locator(".alert-facts")).toContainText("Słupsk");
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "{}");
  expect(data).toMatchObject({ "@type": "SpecialAnnouncement", name: headline });
  expect(await violations(page)).toEqual([]);
  await page.getByText("Dane dla służb i programów").click();
  const cap = await page.getByRole("link", { name: "Plik CAP XML" }).getAttribute("href");
  const message = await page.evaluate(async (address) => (await fetch(address!)).text(), cap);
  expect(message).toContain("<severity>Severe</severity>");

  // An update takes its place; the former message says so.
  const former = page.url();
  await partner.getByRole("link", { name: "Zaktualizuj" }).click();
  await partner.locator('[id="texts.pl.instruction"]').fill("Wodę przegotuj przed wypiciem.");
  await partner.locator("#lasts").selectOption("6");
  await press(partner, "Zobacz podgląd");
  await press(partner, "Ogłoś aktualizację");
  await expect(partner.getByRole("status").first()).toContainText("Aktualizacja ogłoszona");
  await page.goto(former);
  await expect(page.getByRole("main")).toContainText("zastąpione nowszym");

  // The danger is over: everybody is told, and the alert is no longer in force.
  await partner.getByText("Ogłoś, że zagrożenie minęło").click();
  await press(partner, "Ogłoś koniec zagrożenia");
  await expect(partner.getByRole("status").first()).toContainText("zagrożenie minęło");
  await page.goto(site(CITY, "/"));
  await expect(page.locator("[data-alert-banner]")).toContainText("Zagrożenie minęło");
  await expect(page.locator("[data-alert-banner]")).not.toContainText("Poważne zagrożenie");
  expectOnlyRefusals(problems);
});

test("an extreme alert appears once a second person approves it", async ({ browser, page, problems }) => {
  const headline = newHeadline("Wyciek gazu na stacji");
  const [first, second] = [await person(browser, "editor"), await person(browser, "editor")];
  await issue(first.page, headline, "EXTREME");
  await expect(first.page.getByRole("status").first()).toContainText("czeka na zatwierdzenie");
  await expect(first.page.getByRole("button", { name: "Zatwierdź i ogłoś" })).toHaveCount(0);
  await page.goto(site(CITY, "/"));
  await expect(page.locator("[data-alert-banner]")).not.toContainText(headline);
  expect((await latestMail(second.address, /czeka na zatwierdzenie/)).text).toContain("/pulpit/ostrzezenia");

  await second.page.goto(site(CITY, "/pulpit/ostrzezenia"));
  await second.page.getByRole("link", { name: headline }).click();
  second.page.on("dialog", (dialog) => void dialog.accept());
  await press(second.page, "Zatwierdź i ogłoś");
  await expect(second.page.getByRole("status").first()).toContainText("Zatwierdzone i ogłoszone");
  await page.reload();
  await expect(banner(page)).toContainText("Nadzwyczajne zagrożenie");

  // It was a mistake: it is called off with a reason.
  await second.page.getByText("Odwołaj, bo było pomyłką").click();
  await press(second.page, "Odwołaj ostrzeżenie");
  await expect(second.page.getByRole("alert")).toBeVisible();
  await second.page.getByLabel("Dlaczego?").fill("Fałszywy alarm.");
  await press(second.page, "Odwołaj ostrzeżenie");
  await expect(second.page.getByRole("status").first()).toContainText("odwołane");
  await page.reload();
  await expect(page.locator("[data-alert-banner]")).not.toContainText("Nadzwyczajne zagrożenie");
  expectOnlyRefusals(problems);
});

test("a page that lies open learns of an alert within a minute, and the alert leaves by itself", async ({ browser, page, problems }) => {
  await page.clock.install();
  await page.goto(site(CITY, "/zajecia"));
  const headline = newHeadline("Silna wichura");
  const { page: desk } = await person(browser, "editor");
  await issue(desk, headline, "SEVERE");
  await page.clock.runFor(61_000);
  await expect(page.locator("[data-alert-banner]")).toContainText(headline);
  await expect(page.locator("[data-alert][role=alert]")).toContainText(headline);
  // Three hours later it is over, without a word to the server.
  await page.context().setOffline(true);
  await page.clock.fastForward(3 * 3_600_000 + 120_000);
  await expect(page.getByText(headline)).toHaveCount(0);
  expect(problems.splice(0).filter((problem) => !problem.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  await page.context().setOffline(false);
  await desk.getByText("Ogłoś, że zagrożenie minęło").click();
  await press(desk, "Ogłoś koniec zagrożenia");
});

test("what the form cannot read is said at its field", async ({ browser, problems }) => {
  const { page } = await person(browser, "editor");
  await page.goto(site(CITY, "/pulpit/ostrzezenia/nowe"));
  await page.locator('[id="texts.pl.headline"]').fill("Próba");
  await page.locator('[name="where"][value="shape"]').check();
  await page.locator("#polygon").fill("gdzieś nad Słupią");
  await press(page, "Zobacz podgląd");
  const summary = page.getByRole("alert");
  for (const message of ["Zaznacz, jak poważne", "Zaznacz, kiedy", "Zaznacz, jak pewne", "Wybierz, ile", "Nie umiemy odczytać"]) {
    await expect(summary).toContainText(message);
  }
  await expect(page.locator("#polygon")).toHaveValue("gdzieś nad Słupią");
  expect(await violations(page)).toEqual([]);
  expectOnlyRefusals(problems);
});

test("a partner writes advice, and it is found by its topic", async ({ browser, page }) => {
  const held = await institution(page, 1);
  const title = newHeadline("Bezpiecznie na lodzie");
  const partner = (await person(browser, "manager", held.id)).page;
  await partner.goto(site(CITY, `/pulpit/wpisy/${held.id}/nowy/porady`));
  await partner.locator("#title").fill(title);
  await partner.locator("#topic").selectOption("water_ice");
  await partner.locator("#lead").fill("Lód jest bezpieczny rzadziej, niż się wydaje.");
  await partner.locator("#description").fill("- Nie wchodź sam\n- Miej przy sobie kolce");
  await press(partner, "Opublikuj");
  await page.goto(site(CITY, "/bezpieczni"));
  await page.getByRole("navigation", { name: "Porady według tematu" }).getByRole("link", { name: /nad wodą/i }).click();
  await page.getByRole("link", { name: title }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByRole("complementary").getByRole("link", { name: /112/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("pages of safety fit a phone, in every language, and are for everybody", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  for (const path of ["/bezpieczni", "/en/bezpieczni?topics=ROAD&seasons=WINTER", "/uk/bezpieczni/ostrzezenia"]) {
    await fits(page, site(CITY, path));
    expect(await violations(page), path).toEqual([]);
  }
});
