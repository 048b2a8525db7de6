import type { Browser, Page } from "@playwright/test";

import { appoint } from "./appoint";
import { addressOf, latestMail, mailsTo, newLogin, signInByMail } from "./people";
import { ask, expect, expectOnlyRefusals, fits, site, test, violations } from "./site";

// Mails are waited for.
test.describe.configure({ timeout: 120_000 });

const CITY = "szczecin";

type Activity = { id: string; url: string; title: string };

/** A class that nobody has reviewed yet, and the institution that holds it. Each test takes another, as tests run at the same time. */
async function unreviewed(page: Page, place: number): Promise<Activity & { institution: string }> {
  const query = `{ institutions(filter: { kinds: [SPORTS_CLUB, CULTURE_CENTRE] }, first: 40) { nodes { id activities(first: 5) { nodes { id url title rating { count } } } } } }`;
  const { institutions } = await ask<{ institutions: { nodes: { id: string; activities: { nodes: (Activity & { rating: unknown })[] } }[] } }>(page, CITY, query);
  const found = institutions.nodes.flatMap(({ id, activities }) => {
    const activity = activities.nodes.find(({ rating }) => rating === null);
    return activity ? [{ ...activity, institution: id }] : [];
  });
  const taken = found[place];
  if (!taken) throw new Error("the demonstration catalogue has too few classes without reviews");
  return taken;
}

/** Somebody in a browser of their own, signed in. */
async function person(browser: Browser, name: string, as?: (address: string) => void): Promise<{ page: Page; address: string }> {
  const address = addressOf(newLogin(name));
  as?.(address);
  const page = await (await browser.newContext()).newPage();
  await signInByMail(page, CITY, address);
  return { page, address };
}

const editor = (address: string) => appoint(CITY, address, "editor");

/** Writes a review by the keyboard alone, and sends it. */
async function write(page: Page, activity: Activity, stars: number, text: string): Promise<void> {
  await page.goto(site(CITY, `${activity.url}/opinia`));
  await page.locator('[name=stars][value="1"]').focus();
  await page.keyboard.press("Space");
  for (let star = 1; star < stars; star++) await page.keyboard.press("ArrowRight");
  await expect(page.locator(`[name=stars][value="${stars}"]`)).toBeChecked();
  await page.getByLabel("Jak było?").fill(text);
  await page.getByRole("button", { name: "Wyślij opinię" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Dziękujemy" })).toBeVisible();
}

const reviews = (page: Page) => page.getByRole("region", { name: "Opinie" });

/** The review that waits in the queue with these words. */
const waiting = (page: Page, text: string) => page.getByRole("main").getByRole("listitem").filter({ hasText: text });

async function publish(page: Page, text: string): Promise<void> {
  await page.goto(site(CITY, "/pulpit/opinie"));
  await waiting(page, text).getByRole("button", { name: /^Opublikuj/ }).click();
  await expect(page.getByRole("status")).toContainText("opublikowana");
  await expect(waiting(page, text)).toHaveCount(0);
}

/** How it looks now to those who have not signed in. */
async function anybody(browser: Browser, activity: Activity): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(site(CITY, activity.url));
  return page;
}

test("a parent's review is published, answered, and counts", async ({ browser, page, problems }) => {
  const activity = await unreviewed(page, 0);
  const text = `Córka wraca uśmiechnięta z każdych zajęć (${newLogin("ślad")}).`;
  const answer = "Dziękujemy za miłe słowa i do zobaczenia we wtorek!";
  const parent = await person(browser, "rodzic");

  // Nothing is lost of a form that is refused.
  await parent.page.goto(site(CITY, `${activity.url}/opinia`));
  await parent.page.getByLabel("Jak było?").fill("Fajnie");
  await parent.page.getByRole("button", { name: "Wyślij opinię" }).click();
  await expect(parent.page.getByRole("alert")).toContainText("gwiazdek");
  await expect(parent.page.getByLabel("Jak było?")).toHaveValue("Fajnie");
  expect(await violations(parent.page)).toEqual([]);

  await write(parent.page, activity, 4, text);
  await expect(reviews(parent.page)).toContainText("Czeka na sprawdzenie");
  await expect(reviews(await anybody(browser, activity))).not.toContainText(text);

  const desk = await person(browser, "redaktor", editor);
  await desk.page.goto(site(CITY, "/pulpit/opinie"));
  expect(await violations(desk.page)).toEqual([]);
  await publish(desk.page, text);

  const reader = await anybody(browser, activity);
  await expect(reviews(reader)).toContainText(text);
  await expect(reviews(reader)).toContainText("4,0 na 5");
  expect(await violations(reader)).toEqual([]);

  const manager = await person(browser, "kierownik", (address) => appoint(CITY, address, "manager", activity.institution));
  await manager.page.goto(site(CITY, activity.url));
  await expect(reviews(manager.page).getByRole("link", { name: /Napisz opinię/ })).toHaveCount(0);
  await reviews(manager.page).getByRole("link", { name: /^Odpowiedz na opinię/ }).click();
  await manager.page.getByLabel("Twoja odpowiedź").fill(answer);
  expect(await violations(manager.page)).toEqual([]);
  await manager.page.getByRole("button", { name: "Opublikuj odpowiedź" }).click();
  await expect(reviews(manager.page)).toContainText(answer);

  const mail = await latestMail(parent.address, /odpowiedział/);
  expect(mail.subject).toContain(activity.title);
  for (const part of [mail.text, mail.html]) expect(part).toContain(answer);
  const link = /https?:\/\/\S+\/zajecia\/\S+/.exec(mail.text)?.[0] ?? "";
  await parent.page.goto(link);
  await expect(reviews(parent.page)).toContainText(answer);

  // Who took part is said by addresses of which nothing is kept that could be read.
  await manager.page.getByRole("link", { name: /brał udział|potwierdzon/ }).click();
  await manager.page.getByLabel("Adresy e-mail").fill(`Anna Nowak <${parent.address}>`);
  await manager.page.getByRole("button", { name: "Dodaj do listy" }).click();
  await expect(manager.page.getByRole("status")).toContainText("Dodano 1 osobę");
  expect(await manager.page.content()).not.toContain(parent.address);
  expect(await violations(manager.page)).toEqual([]);
  await reader.reload();
  await expect(reviews(reader)).toContainText("Potwierdzony uczestnik");
  expectOnlyRefusals(problems);
});

test("one review each: a second is a change, and what is withdrawn can be brought back", async ({ browser, page }) => {
  const activity = await unreviewed(page, 1);
  const mark = newLogin("ślad");
  const parent = await person(browser, "rodzic");
  const desk = await person(browser, "redaktor", editor);
  await write(parent.page, activity, 5, `Pierwsze wrażenie jest świetne (${mark}).`);
  await publish(desk.page, mark);
  await write(parent.page, activity, 2, `Po miesiącu widzę to inaczej (${mark}).`);
  await publish(desk.page, mark);

  const reader = await anybody(browser, activity);
  await expect(reviews(reader).getByText(mark)).toHaveCount(1);
  await expect(reviews(reader)).toContainText("2,0 na 5");

  await reviews(parent.page).getByRole("button", { name: "Wycofaj" }).click();
  await expect(reviews(parent.page)).toContainText("Wycofana");
  await reader.reload();
  await expect(reviews(reader)).toContainText("Nikt jeszcze nie napisał");
  await reviews(parent.page).getByRole("button", { name: "Przywróć opinię" }).click();
  await expect(reviews(parent.page)).toContainText(mark);
  await expect(reviews(parent.page)).not.toContainText("Wycofana");
});

test("a review that is reported goes to the editors, who hide it; one that is rejected comes back with a reason", async ({ browser, page, problems }) => {
  const activity = await unreviewed(page, 2);
  const mark = newLogin("ślad");
  const parent = await person(browser, "rodzic");
  const desk = await person(browser, "redaktor", editor);
  await write(parent.page, activity, 1, `Kupcie lepiej u mnie, taniej i szybciej (${mark}).`);
  await publish(desk.page, mark);

  // Who is not signed in is asked to, and comes back to the form.
  const neighbour = await (await browser.newContext()).newPage();
  await neighbour.goto(site(CITY, activity.url));
  await reviews(neighbour).getByRole("link", { name: /^Zgłoś opinię/ }).click();
  await expect(neighbour.getByRole("main").getByRole("link", { name: "Zaloguj się" })).toBeVisible();
  const form = neighbour.url();
  await signInByMail(neighbour, CITY, addressOf(newLogin("sąsiad").replace("ą", "a")));
  await neighbour.goto(form);
  await neighbour.getByRole("button", { name: "Zgłoś" }).click();
  await expect(neighbour.getByRole("alert")).toContainText("Wybierz powód");
  expect(await violations(neighbour)).toEqual([]);
  await neighbour.getByLabel("To reklama").check();
  await neighbour.getByRole("button", { name: "Zgłoś" }).click();
  await expect(neighbour.getByRole("heading", { level: 1 })).toHaveText("Dziękujemy za zgłoszenie");
  await neighbour.goto(form);
  await neighbour.getByLabel("Obraża kogoś").check();
  await neighbour.getByRole("button", { name: "Zgłoś" }).click();
  await expect(neighbour.getByRole("alert")).toContainText("Drugi raz nie trzeba");

  await desk.page.goto(site(CITY, "/pulpit/opinie"));
  await expect(waiting(desk.page, mark)).toContainText("Zgłoszono 1 raz");
  await waiting(desk.page, mark).getByRole("button", { name: /^Ukryj/ }).click();
  await expect(reviews(await anybody(browser, activity))).not.toContainText(mark);

  // A decision can be changed; a rejection has to say why.
  await desk.page.getByRole("link", { name: "Zmień tę decyzję" }).click();
  await desk.page.getByText("Odrzuć z podaniem powodu").click();
  await desk.page.getByRole("button", { name: /^Odrzuć/ }).click();
  await expect(desk.page.getByRole("alert")).toContainText("dlaczego odrzucasz");
  await desk.page.getByLabel("Powód").fill("To nie jest opinia o zajęciach.");
  expect(await violations(desk.page)).toEqual([]);
  await desk.page.getByRole("button", { name: /^Odrzuć/ }).click();
  await expect(desk.page.getByRole("status")).toContainText("odrzucona");
  expect((await latestMail(parent.address, /nie została opublikowana/)).text).toContain("To nie jest opinia o zajęciach.");
  await parent.page.goto(site(CITY, activity.url));
  await expect(reviews(parent.page)).toContainText("To nie jest opinia o zajęciach.");
  await reviews(parent.page).getByRole("link", { name: "Popraw i wyślij ponownie" }).click();
  await expect(parent.page.getByLabel("Jak było?")).toHaveValue(new RegExp(mark));
  expect(await mailsTo(parent.address, /odpowiedział/)).toEqual([]);
  expectOnlyRefusals(problems);
});

test("pages of reviews fit a phone, and those of editors are theirs", async ({ browser, page, problems }) => {
  const activity = await unreviewed(page, 3);
  const parent = await person(browser, "rodzic");
  const response = await parent.page.goto(site(CITY, "/pulpit/opinie"));
  expect(response?.status()).toBe(403);
  await parent.page.setViewportSize({ width: 360, height: 780 });
  for (const prefix of ["", "/en", "/uk"]) {
    for (const path of [activity.url, `${activity.url}/opinia`, `${activity.url}/opinie`, "/konto/opinie"]) await fits(parent.page, site(CITY, `${prefix}${path}`));
  }
  expect(await violations(parent.page)).toEqual([]);
  const desk = await person(browser, "redaktor", editor);
  await desk.page.setViewportSize({ width: 360, height: 780 });
  for (const path of ["/pulpit/opinie", `/pulpit/uczestnicy/${activity.id}`, "/pulpit"]) await fits(desk.page, site(CITY, path));
  expectOnlyRefusals(problems);
});
