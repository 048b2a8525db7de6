import { randomUUID } from "node:crypto";

import type { Browser, Page } from "@playwright/test";

import { appoint } from "./appoint";
import { addressOf, latestMail, newLogin, signInByMail } from "./people";
import { expect, expectOnlyRefusals, fits, site, test, violations } from "./site";

// Mails are waited for, and several people take part.
test.describe.configure({ timeout: 150_000 });

const CITY = "szczecin";

/** A title that no other test uses. */
function newTitle(words: string): string {
  return `${words} ${randomUUID().replace(/[^a-f]/g, "").slice(0, 8)}`;
}

async function editor(browser: Browser): Promise<Page> {
  const address = addressOf(newLogin("redakcja"));
  appoint(CITY, address, "editor");
  const page = await (await browser.newContext()).newPage();
  await signInByMail(page, CITY, address);
  return page;
}

async function press(page: Page, button: string | RegExp): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), page.getByRole("main").getByRole("button", { name: button }).first().click()]);
}

/** Announces a debate in three weeks, open for questions at once, and returns where everybody sees it. */
async function announce(page: Page, title: string): Promise<string> {
  await page.goto(site(CITY, "/pulpit/nowy/debaty"));
  await page.locator("#title").fill(title);
  await page.locator("#description").fill("Rozmawiamy o szkołach **bez dzwonków**.");
  await page.locator('[name="starts"]').fill(new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10));
  await page.locator('[name="startsTime"]').fill("17:00");
  await page.locator("#venue").fill("Urząd Miasta, sala sesyjna");
  await press(page, "Opublikuj");
  await expect(page.getByRole("main").getByRole("status").first()).toBeVisible();
  const link = page.getByRole("main").locator('a[href*="/debaty/deb_"]').first();
  return site(CITY, new URL((await link.getAttribute("href"))!, page.url()).pathname);
}

/** The link of the newest mail to an address, which is followed; its one button does what it is for. */
async function confirm(page: Page, address: string, button: string): Promise<void> {
  const mail = await latestMail(address);
  const link = /https?:\/\/\S+\/debaty\/link\/[\w-]+/.exec(mail.text)?.[0];
  expect(link).toBeDefined();
  await page.goto(link!);
  // Opening a link does nothing yet: programs that look into mails open them too.
  await press(page, button);
}

test("a question is asked by mail, published, supported instead of asked again, and answered", async ({ browser, page }) => {
  const title = newTitle("Szkoła bez dzwonków");
  const text = "Czy w klasach 1–3 dzwonki zostaną zastąpione muzyką?";
  const desk = await editor(browser);
  const address = await announce(desk, title);

  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByRole("main")).toContainText("Nikt jeszcze nie zapytał");
  expect(await violations(page)).toEqual([]);
  const asker = addressOf(newLogin("pytajaca"));
  await page.locator("#text").fill(text);
  await page.locator("#name").fill("Mama Oli");
  await page.locator("#email").fill(asker);
  await page.getByLabel(/Zgadzam się/).check();
  await press(page, /Dalej|Wyślij/);
  // Nothing is like it: the step in between says so, or was seen before.
  if (await page.getByText("Nikt jeszcze o to nie zapytał").isVisible()) await press(page, "Wyślij pytanie");
  await expect(page.getByRole("status").first()).toContainText("wysłaliśmy wiadomość");
  await confirm(page, asker, "Potwierdzam to pytanie");
  await expect(page.getByRole("status").first()).toContainText("Pytanie potwierdzone");
  await expect(page.getByText(text)).toHaveCount(0);

  await desk.goto(address);
  await desk.getByRole("link", { name: "Pytania do sprawdzenia" }).click();
  await expect(desk.getByText(text)).toBeVisible();
  await press(desk, "Opublikuj");
  await expect(desk.getByRole("status").first()).toContainText("opublikowane");

  // Somebody else begins to ask the same, sees it, and supports it.
  const other = await (await browser.newContext()).newPage();
  await other.goto(address);
  await other.locator("#text").fill("Czy dzwonki w klasach 1–3 zostaną zastąpione muzyką?");
  const like = other.getByRole("link", { name: /^Poprzyj pytanie/ });
  await expect(other.locator("[data-questions-place]")).toContainText(text);
  await other.locator("[data-questions-place]").getByRole("link", { name: /^Poprzyj pytanie/ }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Poprzyj pytanie");
  const supporter = addressOf(newLogin("popierajacy"));
  await other.locator("#email").fill(supporter);
  await press(other, "Popieram");
  await expect(other.getByRole("status").first()).toContainText("wysłaliśmy wiadomość");
  await confirm(other, supporter, "Potwierdzam poparcie");
  await expect(other.getByRole("status").first()).toContainText("Poparcie policzone");
  await expect(other.locator(".supports").first()).toContainText("1");
  await expect(like.first()).toBeVisible();

  // The answer is there for everybody, and the list goes to the meeting.
  await desk.getByRole("link", { name: /^Opublikowane/ }).click();
  await desk.getByText("Napisz odpowiedź").click();
  await desk.getByLabel("Odpowiedź", { exact: true }).fill("Tak, od **września**.");
  await desk.getByLabel(/Kto odpowiada/).fill("Wydział Oświaty");
  await press(desk, "Zapisz odpowiedź");
  await expect(desk.getByRole("status").first()).toContainText("Odpowiedź opublikowana");
  await page.goto(address);
  await expect(page.locator(".answer")).toContainText("Tak, od września.");
  await expect(page.locator(".answer")).toContainText("Wydział Oświaty");
  await page.goto(site(CITY, "/debaty/odpowiedzi"));
  await expect(page.getByText(text)).toBeVisible();
  await desk.getByRole("link", { name: "Wydruk" }).click();
  await expect(desk.getByRole("row", { name: new RegExp("muzyką") })).toContainText("Mama Oli");
  await desk.goBack();
  const csv = desk.waitForEvent("download");
  await desk.getByRole("link", { name: "Pobierz CSV" }).click();
  expect((await csv).suggestedFilename()).toMatch(/\.csv$/);
});

test("without a script, questions like one's own are shown before it is sent", async ({ browser }) => {
  const title = newTitle("Stołówki szkolne");
  const text = "Kiedy obiady w szkołach będą wegetariańskie?";
  const desk = await editor(browser);
  const address = await announce(desk, title);
  // An editor with a verified address asks at once; a colleague publishes.
  await desk.goto(address);
  await desk.locator("#text").fill(text);
  await desk.getByLabel(/Zgadzam się/).check();
  await press(desk, /Dalej|Wyślij/);
  if (await desk.getByText("Nikt jeszcze o to nie zapytał").isVisible()) await press(desk, "Wyślij pytanie");
  await expect(desk.getByRole("status").first()).toContainText("czeka na sprawdzenie");
  const colleague = await editor(browser);
  await colleague.goto(address);
  await colleague.getByRole("link", { name: "Pytania do sprawdzenia" }).click();
  await press(colleague, "Opublikuj");

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(address);
  await plain.locator("#text").fill("Kiedy będą wegetariańskie obiady w szkołach?");
  await press(plain, "Dalej");
  await expect(plain.getByRole("heading", { level: 1 })).toHaveText("Czy o to chodzi?");
  await expect(plain.getByText(text)).toBeVisible();
  await expect(plain.getByRole("link", { name: /^Poprzyj pytanie/ })).toBeVisible();
  await expect(plain.locator("#text")).toHaveValue("Kiedy będą wegetariańskie obiady w szkołach?");
  await press(plain, "Wyślij mimo to");
  await expect(plain.getByRole("alert")).toBeVisible();
});

test("a rejected question is told why, and the decision can be taken back", async ({ browser, page, problems }) => {
  const desk = await editor(browser);
  const address = await announce(desk, newTitle("Drogi do szkół"));
  const asker = addressOf(newLogin("pytajacy"));
  await page.goto(address);
  await page.locator("#text").fill("Dlaczego sąsiad z parteru ciągle parkuje pod szkołą?");
  await page.locator("#email").fill(asker);
  await page.getByLabel(/Zgadzam się/).check();
  await press(page, /Dalej|Wyślij/);
  if (await page.getByText("Nikt jeszcze o to nie zapytał").isVisible()) await press(page, "Wyślij pytanie");
  await confirm(page, asker, "Potwierdzam to pytanie");
  await desk.goto(address);
  await desk.getByRole("link", { name: "Pytania do sprawdzenia" }).click();
  await desk.getByText("Odrzuć…").click();
  await press(desk, /^Odrzuć$/);
  await expect(desk.getByRole("alert")).toBeVisible();
  await desk.getByLabel("Dlaczego?").fill("Pytanie dotyczy osoby prywatnej.");
  await press(desk, /^Odrzuć$/);
  await expect(desk.getByRole("status").first()).toContainText("Pytanie odrzucone");
  expect((await latestMail(asker, /nie zostało opublikowane/)).text).toContain("Pytanie dotyczy osoby prywatnej.");
  await desk.getByRole("link", { name: /^Odrzucone/ }).click();
  await press(desk, "Cofnij decyzję");
  await expect(desk.getByRole("status").first()).toContainText("Decyzja cofnięta");
  expectOnlyRefusals(problems);
});

test("pages of debates fit a phone, in every language, and are for everybody", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  for (const path of ["/debaty", "/en/debaty", "/uk/debaty/odpowiedzi", "/debaty/link/nic"]) {
    await fits(page, site(CITY, path));
    expect(await violations(page), path).toEqual([]);
  }
});
