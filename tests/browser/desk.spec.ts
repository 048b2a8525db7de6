import { randomUUID } from "node:crypto";

import type { Browser, Page } from "@playwright/test";

import { appoint } from "./appoint";
import { addressOf, codeIn, expectSignedIn, latestMail, newLogin, signInByMail, typeCode } from "./people";
import { ask, expect, expectOnlyRefusals, fits, site, test, violations } from "./site";

// Mails are waited for, and several people take part.
test.describe.configure({ timeout: 120_000 });

const CITY = "szczecin";

/** A person with a browser of their own, signed in; appointed first if they are somebody. */
async function person(browser: Browser, role?: "editor" | "manager" | "contributor", institution?: string): Promise<{ page: Page; address: string }> {
  const address = addressOf(newLogin(role ?? "mieszkaniec"));
  if (role) appoint(CITY, address, role, institution);
  const page = await (await browser.newContext()).newPage();
  await signInByMail(page, CITY, address);
  return { page, address };
}

/** A title that no other test uses, of letters only: it is searched for. */
function newTitle(words: string): string {
  const letters = randomUUID().replace(/[^a-f]/g, "");
  return `${words} ${letters.slice(0, 8)}`;
}

type Institution = { id: string; name: string; activities: { nodes: { id: string; title: string; url: string }[] } };

/** An institution that holds classes, and one of them. Each caller takes another, by number, so that tests do not meet. */
async function institution(page: Page, number: number): Promise<{ id: string; name: string; activity: { id: string; title: string; url: string } }> {
  const query = `{ institutions(filter: { kinds: [PRIMARY_SCHOOL] }, first: 60) { nodes { id name activities(first: 1) { nodes { id title url } } } } }`;
  const { institutions } = await ask<{ institutions: { nodes: Institution[] } }>(page, CITY, query);
  const found = institutions.nodes.filter(({ activities }) => activities.nodes.length > 0)[number];
  if (!found) throw new Error("the demonstration catalogue has too few schools with classes");
  return { id: found.id, name: found.name, activity: found.activities.nodes[0]! };
}

async function press(page: Page, button: string | RegExp): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), page.getByRole("main").getByRole("button", { name: button }).first().click()]);
}

/** Writes a proposal of a new activity and sends it. */
async function propose(page: Page, title: string, provider = "Klub Żagiel"): Promise<void> {
  await page.goto(site(CITY, "/zaproponuj/zajecia"));
  await page.locator("#title").fill(title);
  await page.locator("#provider").fill(provider);
  await press(page, "Wyślij do redakcji");
  await expect(page.getByRole("status").first()).toContainText("Wysłane");
}

/** Opens a proposal in the queue. */
async function openInQueue(page: Page, title: string): Promise<void> {
  await page.goto(site(CITY, `/pulpit/kolejka?${new URLSearchParams({ szukaj: title })}`));
  await Promise.all([page.waitForEvent("domcontentloaded"), page.getByRole("link", { name: title }).click()]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

/** Whether a title is found by those who search. */
async function isFound(page: Page, title: string): Promise<boolean> {
  const { activities } = await ask<{ activities: { nodes: { title: string }[] } }>(page, CITY, `{ activities(query: ${JSON.stringify(title)}, first: 5) { nodes { title } } }`);
  return activities.nodes.some((found) => found.title === title);
}

test("a proposal goes to the editors, comes back, goes again and is found", async ({ browser, page: anybody }) => {
  const title = newTitle("Warsztaty latawcowe");
  const author = await person(browser);
  const editor = await person(browser, "editor");

  // With a mistake first: everything that was typed is still there, and the field says what is wrong.
  await author.page.goto(site(CITY, "/zaproponuj/zajecia"));
  await author.page.locator("#title").fill(title);
  await author.page.locator("#provider").fill("Klub Żagiel");
  await author.page.locator("#minAge").fill("osiem");
  await author.page.getByLabel("Termin 1: dzień").selectOption("tue");
  await author.page.getByLabel("Termin 1: od").fill("16:00");
  await author.page.getByLabel("Termin 1: do").fill("17:30");
  await author.page.getByText("Informatyka, robotyka i technika").click();
  await author.page.getByRole("checkbox", { name: "Robotyka", exact: true }).check();
  await press(author.page, "Wyślij do redakcji");
  await expect(author.page.getByRole("alert")).toContainText("Podaj wiek w latach");
  await expect(author.page.locator("#minAge")).toHaveAttribute("aria-invalid", "true");
  await expect(author.page.locator("#minAge")).toHaveValue("osiem");
  await expect(author.page.locator("#title")).toHaveValue(title);
  await expect(author.page.getByLabel("Termin 1: od")).toHaveValue("16:00");
  await expect(author.page.getByRole("checkbox", { name: "Robotyka", exact: true })).toBeChecked();
  await author.page.locator("#minAge").fill("8");
  await press(author.page, "Wyślij do redakcji");
  await expect(author.page.getByRole("status").first()).toContainText("Wysłane");

  // Back with a reason, which is needed and kept apart from approving.
  await openInQueue(editor.page, title);
  await expect(editor.page.getByRole("main")).toContainText("wtorek 16:00–17:30");
  await press(editor.page, "Odeślij do poprawy");
  await expect(editor.page.getByRole("alert")).toContainText("Podaj powód");
  await editor.page.locator("#reason").fill("Napisz, gdzie to jest.");
  await press(editor.page, "Odeślij do poprawy");
  await expect(editor.page.getByRole("status").first()).toContainText("Odesłane do poprawy");

  const back = await latestMail(author.address, /Popraw swoje zgłoszenie/);
  expect(back.text).toContain("Napisz, gdzie to jest.");
  const link = /https?:\/\/\S+\/pulpit\/zgloszenie\/\S+/.exec(back.text)?.[0];
  await author.page.goto(link!);
  await expect(author.page.getByRole("main")).toContainText("Napisz, gdzie to jest.");
  await author.page.locator("#street").fill("ul. Śląska");
  await author.page.locator("#note").fill("W domu kultury.");
  await press(author.page, "Wyślij ponownie");
  await expect(author.page.getByRole("status").first()).toContainText("Wysłane");

  await openInQueue(editor.page, title);
  await expect(editor.page.getByRole("main")).toContainText("W domu kultury.");
  await press(editor.page, "Przyjmij i opublikuj");
  await expect(editor.page.getByRole("status").first()).toContainText("Przyjęte");
  expect((await latestMail(author.address, /Opublikowano/)).text).toContain(title);

  await anybody.goto(site(CITY, `/zajecia?${new URLSearchParams({ q: title })}`));
  await expect(anybody.getByRole("link", { name: title, exact: true })).toBeVisible();
});

test("what somebody types before they sign in is there afterwards", async ({ page }) => {
  const title = newTitle("Kurs żonglowania");
  await page.goto(site(CITY, "/zaproponuj/zajecia"));
  await page.locator("#title").fill(title);
  await page.locator("#provider").fill("Cyrk Lotny");
  await page.getByLabel("Termin 1: dzień").selectOption("fri");
  await press(page, "Wyślij do redakcji");
  await expect(page).toHaveURL(/\/logowanie\?next=/);
  await page.locator("[name=email]").fill(addressOf(newLogin("nowa")));
  await Promise.all([page.waitForEvent("domcontentloaded"), page.locator("[name=email]").press("Enter")]);
  const address = new URL(page.url()).searchParams.get("adres");
  await typeCode(page, codeIn(await latestMail(address!)));
  await expectSignedIn(page);

  await expect(page).toHaveURL(/\/zaproponuj\/zajecia/);
  await expect(page.locator("#title")).toHaveValue(title);
  await expect(page.getByLabel("Termin 1: dzień")).toHaveValue("fri");
  await expect(page.getByText("Przywróciliśmy to, co było tu wpisane wcześniej.")).toBeVisible();
  await press(page, "Zapisz szkic");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  // It is sent now, and kept here no longer.
  await page.goto(site(CITY, "/zaproponuj/zajecia"));
  await expect(page.locator("#title")).toHaveValue("");
});

test("a draft without a script keeps its lessons and shows what may be the same", async ({ browser, page: anybody }) => {
  const { name, activity } = await institution(anybody, 0);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signInByMail(page, CITY, addressOf(newLogin("bez-skryptow")));
  await page.goto(site(CITY, "/zaproponuj/zajecia"));
  await page.locator("#title").fill(activity.title);
  await page.locator("#institution").fill(name);
  await page.getByLabel("Termin 2: dzień").selectOption("wed");
  await page.getByLabel("Termin 2: od").fill("15:00");
  // A name alone is no institution: it is looked for, and picked from what is found.
  await press(page, "Znajdź");
  await page.getByRole("radio", { name, exact: false }).first().check();
  await press(page, "Zapisz szkic");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(activity.title);
  await expect(page.locator("#institution")).toHaveValue(name);
  await expect(page.getByLabel("Termin 1: dzień")).toHaveValue("wed");
  await expect(page.getByLabel("Termin 1: od")).toHaveValue("15:00");
  await expect(page.getByRole("main")).toContainText("podaj dzień i godziny");
  await expect(page.getByRole("region", { name: "Czy to jedno z tych?" }).getByRole("link", { name: activity.title, exact: true })).toBeVisible();
  await context.close();
});

test("a correction is shown beside what is published", async ({ browser, page: anybody }) => {
  const { activity } = await institution(anybody, 1);
  const author = await person(browser);
  const editor = await person(browser, "editor");
  const title = newTitle(`${activity.title} grupa`);
  await author.page.goto(site(CITY, activity.url));
  await Promise.all([author.page.waitForEvent("domcontentloaded"), author.page.getByRole("link", { name: "Zaproponuj poprawkę" }).click()]);
  await expect(author.page.locator("#title")).toHaveValue(activity.title);
  await author.page.locator("#title").fill(title);
  await press(author.page, "Wyślij do redakcji");
  await expect(author.page.getByRole("status").first()).toContainText("Wysłane");

  // While it waits, everybody sees what was approved last.
  await anybody.goto(site(CITY, activity.url));
  await expect(anybody.getByRole("heading", { level: 1 })).toHaveText(activity.title);

  await openInQueue(editor.page, title);
  const row = editor.page.getByRole("row", { name: /Tytuł/ });
  await expect(row.getByRole("cell").first()).toContainText(activity.title);
  // Only the words that are new are marked.
  await expect(row.locator("ins")).toHaveText(title.slice(activity.title.length));
  await expect(row.locator("del")).toHaveCount(0);

  // An editor changes the same field meanwhile: that is a conflict, and not written over unasked.
  const own = await (await editor.page.context()).newPage();
  await own.goto(site(CITY, `/pulpit/wpis/${activity.id}`));
  await own.locator("#title").fill(`${activity.title} od września`);
  await press(own, "Zapisz i opublikuj");
  await expect(own.getByRole("status").first()).toContainText("Zapisane");
  await own.getByRole("link", { name: "Historia" }).click();
  await expect(own.locator(".revision").first()).toContainText("od września");
  await editor.page.reload();
  await expect(editor.page.getByRole("row", { name: /Tytuł/ })).toContainText("konflikt");
  await press(editor.page, "Przyjmij i opublikuj");
  await expect(editor.page.getByRole("alert")).toContainText("w międzyczasie");
  await editor.page.getByRole("checkbox", { name: /mimo konfliktu/ }).check();
  await press(editor.page, "Przyjmij i opublikuj");
  await expect(editor.page.getByRole("status").first()).toContainText("Przyjęte");
  await anybody.goto(site(CITY, activity.url));
  await expect(anybody.getByRole("heading", { level: 1 })).toHaveText(title);

  // Back to what it said before.
  await own.goto(site(CITY, `/pulpit/wpis/${activity.id}/historia`));
  own.on("dialog", (dialog) => void dialog.accept());
  await press(own, /Przywróć wersję/);
  await expect(own.getByRole("status").first()).toContainText("Przywrócono");
  await expect(own.locator("#title")).toHaveValue(`${activity.title} od września`);
});

test("a duplicate is found while typing, and merged into what there is", async ({ browser, page: anybody }) => {
  const { id, activity } = await institution(anybody, 2);
  const author = await person(browser);
  const editor = await person(browser, "editor");
  await author.page.goto(site(CITY, `/zaproponuj/zajecia?placowka=${id}`));
  await author.page.locator("#title").pressSequentially(activity.title);
  await expect(author.page.getByRole("status").filter({ hasText: "Czy to jedno z tych?" })).toContainText(activity.title);
  const tag = newTitle("hasło");
  await author.page.locator("#tags").fill(tag);
  await press(author.page, "Wyślij do redakcji");
  await expect(author.page.getByRole("status").first()).toContainText("Wysłane");
  const proposal = new URL(author.page.url()).pathname.split("/").at(-1);

  editor.page.on("dialog", (dialog) => void dialog.accept());
  await editor.page.goto(site(CITY, `/pulpit/kolejka/${proposal}`));
  await press(editor.page, `Połącz zgłoszenie z wpisem: ${activity.title}`);
  await expect(editor.page.getByRole("status").first()).toContainText("Połączone");
  await editor.page.goto(site(CITY, `/pulpit/wpis/${activity.id}`));
  await expect(editor.page.locator("#tags")).toHaveValue(tag);
  expect((await latestMail(author.address, /Połączono/)).text).toContain(activity.url.split("/")[2]);
});

test("a decision is undone, from the page that follows it and from the desk", async ({ browser }) => {
  const title = newTitle("Chór podwórkowy");
  const author = await person(browser);
  const editor = await person(browser, "editor");
  await propose(author.page, title);
  await openInQueue(editor.page, title);
  await press(editor.page, "Przyjmij i opublikuj");
  await expect.poll(() => isFound(editor.page, title)).toBe(true);
  await press(editor.page, "Cofnij decyzję");
  await expect(editor.page.getByRole("status").first()).toContainText("Decyzja cofnięta");
  await expect(editor.page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect.poll(() => isFound(editor.page, title)).toBe(false);

  await editor.page.locator("#reason").fill("To nie są zajęcia dla dzieci.");
  await press(editor.page, "Odrzuć");
  await expect(editor.page.getByRole("status").first()).toContainText("Odrzucone");
  await editor.page.goto(site(CITY, "/pulpit"));
  await press(editor.page, `Cofnij decyzję: ${title}`);
  await expect(editor.page.getByRole("status").first()).toContainText("Decyzja cofnięta");
  await author.page.goto(site(CITY, "/pulpit"));
  await expect(author.page.getByRole("listitem").filter({ hasText: title })).toContainText("czeka");
});

test("the queue is worked through with the keyboard", async ({ browser }) => {
  const word = newTitle("klawisz").split(" ")[1]!;
  const titles = [`Balet ${word}`, `Capoeira ${word}`, `Darts ${word}`];
  const author = await person(browser);
  const { page } = await person(browser, "editor");
  for (const title of titles) await propose(author.page, title);
  const queue = site(CITY, `/pulpit/kolejka?szukaj=${word}`);
  await page.goto(queue);

  // Keys do nothing while somebody types.
  await page.getByLabel("Szukaj").click();
  await page.keyboard.type("jax");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await page.goto(queue);

  await page.keyboard.press("?");
  await expect(page.getByText("odeślij z powodem")).toBeVisible();
  await page.keyboard.press("?");
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: titles[0]! })).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: titles[1]! })).toBeFocused();
  await page.keyboard.press("x");
  await expect(page.getByRole("checkbox", { name: titles[1]! })).toBeChecked();
  await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("a")]);
  await expect(page.getByRole("status").first()).toContainText("przyjęte");
  await expect.poll(() => isFound(page, titles[1]!)).toBe(true);

  // From the list to the proposal, and on to the next.
  await page.goto(queue);
  await page.keyboard.press("j");
  await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(titles[0]!);
  await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("a")]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(titles[2]!);
  await page.keyboard.press("z");
  await expect(page.locator("#reason")).toBeFocused();
});

test("several proposals are decided at once", async ({ browser }) => {
  const word = newTitle("hurt").split(" ")[1]!;
  const author = await person(browser);
  const { page, address } = await person(browser, "editor");
  for (const title of [`Ebru ${word}`, `Flet ${word}`]) await propose(author.page, title);
  await page.goto(site(CITY, `/pulpit/kolejka?szukaj=${word}`));
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByText("Odeślij albo odrzuć zaznaczone").click();
  await press(page, "Odrzuć zaznaczone");
  await expect(page.getByRole("alert")).toContainText("Podaj powód");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(2);
  await page.locator("#reason").fill("Powtórzone.");
  await press(page, "Odrzuć zaznaczone");
  await expect(page.getByRole("status").first()).toContainText("odrzucone");
  await expect(page.getByRole("main")).toContainText("Nie ma takich zgłoszeń");
  await expect.poll(async () => (await latestMail(author.address, /Nie przyjęto/)).text).toContain("Powtórzone.");
  expect(address).not.toBe(author.address);
});

test("a manager imports own entries after a look at what changes", async ({ browser, page: anybody }) => {
  const { id } = await institution(anybody, 3);
  const { page } = await person(browser, "manager", id);
  const title = newTitle("Tenis stołowy");
  await page.goto(site(CITY, `/pulpit/wpisy/${id}`));
  await page.getByRole("navigation", { name: /Wpisy/ }).getByRole("link", { name: "Import z arkusza" }).click();
  await press(page, "Sprawdź plik");
  await expect(page.getByRole("alert")).toContainText("Wybierz plik CSV");
  const upload = (text: string, encoding: BufferEncoding = "utf8") =>
    page.getByLabel("Plik CSV").setInputFiles({ name: "wpisy.csv", mimeType: "text/csv", buffer: Buffer.from(text, encoding) });
  await upload("id;title\n1;żółw\n", "latin1");
  await press(page, "Sprawdź plik");
  await expect(page.getByRole("alert")).toContainText("UTF-8");

  await upload(`id;title;min_age;price;price_unit;slots\n1;${title};9;15;class;mon 15:00-16:00\n2;Zły wiersz;dziewięć;;;\n`);
  await press(page, "Sprawdź plik");
  await expect(page.getByRole("heading", { name: "Co się zmieni" })).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(title) })).toContainText("nowy");
  await expect(page.getByRole("row", { name: /Zły wiersz/ })).toContainText("Podaj wiek w latach");
  // That was a look and no more.
  expect(await isFound(page, title)).toBe(false);
  await press(page, "Zapisz 1 wpis");
  await expect(page.getByRole("status").first()).toContainText("Nowe wpisy: 1");
  await expect.poll(() => isFound(page, title)).toBe(true);

  await page.goto(site(CITY, `/pulpit/wpisy/${id}`));
  const entry = page.getByRole("listitem").filter({ hasText: title });
  await expect(entry).toContainText("opublikowany");
  await press(page, `Oznacz, że nie ma miejsc: ${title}`);
  await expect(entry).toContainText("brak miejsc");
  await press(page, `Archiwizuj: ${title}`);
  await expect(entry).toContainText("zarchiwizowany");
  await expect.poll(() => isFound(page, title)).toBe(false);
  await press(page, `Opublikuj ponownie: ${title}`);
  await expect(entry).toContainText("opublikowany");
  await page.getByRole("checkbox", { name: title }).check();
  await press(page, "Potwierdź zaznaczone");
  await expect(page.getByRole("status").first()).toContainText("potwierdzone");
  await press(page, `Skopiuj na następny semestr: ${title}`);
  await expect(page.getByRole("status").first()).toContainText("kopia na następny semestr");

  const [download] = await Promise.all([page.waitForEvent("download"), page.goto(site(CITY, `/pulpit/wpisy/${id}`)).then(() => page.getByRole("link", { name: "Pobierz wpisy (CSV)" }).click())]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
});

test("nobody works at a desk that is not theirs", async ({ browser, page: anybody, problems }) => {
  const { id, activity } = await institution(anybody, 4);
  const { page } = await person(browser);
  for (const path of [`/pulpit/wpisy/${id}`, `/pulpit/wpisy/${id}/nowy`, `/pulpit/wpisy/${id}/import`, `/pulpit/wpis/${activity.id}`, `/pulpit/wpis/${activity.id}/historia`]) {
    await page.goto(site(CITY, path));
    await expect(page.getByRole("link", { name: "Wróć na pulpit" }), path).toBeVisible();
    await expect(page.locator("main form"), path).toHaveCount(0);
    await anybody.goto(site(CITY, path));
    await expect(anybody, path).toHaveURL(/\/logowanie\?next=/);
  }
  expect((await page.goto(site(CITY, "/pulpit/nieaktualne")))?.status()).toBe(403);
  await page.goto(site(CITY, "/pulpit/kolejka"));
  await expect(page.getByRole("main")).toContainText("Kolejkę prowadzą redaktorzy");
  await anybody.goto(site(CITY, "/potwierdz/AaIaVwBGcpGh2rgWxLyrugAAAABrV-kH.cL8VZyrTrsX29icxJSO9OIMxd4ILhVo7ZTgCgyOU_r8"));
  await expect(anybody.getByRole("heading", { level: 1 })).toHaveText("Ten link już nie działa");
  expectOnlyRefusals(problems);
});

/** What each page of the desk is called, with something on it. */
async function everyPage(browser: Browser, anybody: Page): Promise<{ page: Page; path: string }[]> {
  const { id, activity } = await institution(anybody, 5);
  const author = await person(browser);
  const editor = await person(browser, "editor");
  const manager = await person(browser, "manager", id);
  await propose(author.page, newTitle("Żeglarstwo śródlądowe dla najmłodszych z bardzo długą nazwą"));
  const sent = new URL(author.page.url()).pathname;
  await author.page.goto(site(CITY, `/zaproponuj/zajecia?wpis=${activity.id}`));
  await author.page.locator("#title").fill(newTitle(activity.title));
  await press(author.page, "Wyślij do redakcji");
  const correction = new URL(author.page.url()).pathname.split("/").at(-1);
  await author.page.goto(site(CITY, "/zaproponuj/placowka"));
  await author.page.locator("#name").fill(newTitle("Klub"));
  await press(author.page, "Zapisz szkic");
  const draft = new URL(author.page.url()).pathname;
  return [
    ...["/zaproponuj", "/zaproponuj/zajecia", `/zaproponuj/placowka?wpis=${id}`, activity.url].map((path) => ({ page: anybody, path })),
    ...["/pulpit", sent, draft].map((path) => ({ page: author.page, path })),
    ...["/pulpit", "/pulpit/kolejka", `/pulpit/kolejka/${sent.split("/").at(-1)}`, `/pulpit/kolejka/${correction}`, "/pulpit/nieaktualne"].map((path) => ({ page: editor.page, path })),
    ...["/pulpit", `/pulpit/wpisy/${id}`, `/pulpit/wpisy/${id}/nowy`, `/pulpit/wpisy/${id}/import`, `/pulpit/wpis/${activity.id}`, `/pulpit/wpis/${activity.id}/historia`, `/pulpit/wpis/${id}`].map((path) => ({ page: manager.page, path })),
    { page: anybody, path: "/potwierdz/nie-ma" },
  ];
}

test("the pages fit a phone in every language", async ({ browser, page }) => {
  for (const { page: reader, path } of await everyPage(browser, page)) {
    await reader.setViewportSize({ width: 360, height: 740 });
    for (const prefix of ["", "/en", "/uk"]) await fits(reader, site(CITY, prefix + path));
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the pages have no violations of accessibility, ${colorScheme}`, async ({ browser, page }) => {
    for (const { page: reader, path } of await everyPage(browser, page)) {
      await reader.emulateMedia({ colorScheme });
      await reader.goto(site(CITY, path));
      expect.soft(await violations(reader), path).toEqual([]);
    }
  });
}
