import { randomUUID } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

import type { Browser, Page } from "@playwright/test";

import { appoint } from "./appoint";
import { addressOf, latestMail, newLogin, signInByMail } from "./people";
import { ask, expect, expectOnlyRefusals, fits, site, test, violations } from "./site";

// Mails are waited for, and several people take part.
test.describe.configure({ timeout: 150_000 });

const CITY = "szczecin";

/** A PNG of one colour. */
function png(width: number, height: number): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([220, 140, 40]))]);
  const pixels = deflateSync(Buffer.concat(Array<Buffer>(height).fill(row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

/** A title that no other test uses, of letters only: it is searched for. */
function newTitle(words: string): string {
  return `${words} ${randomUUID().replace(/[^a-f]/g, "").slice(0, 8)}`;
}

/** A coming day that is read the same whether the day or the month is typed first. */
function evenDay(): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + 8);
  while (day.getUTCDate() !== day.getUTCMonth() + 1) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** A school; each caller takes another, by number, so that tests do not meet. */
async function school(page: Page, number: number): Promise<{ id: string; name: string; url: string }> {
  const query = "{ institutions(filter: { kinds: [PRIMARY_SCHOOL] }, sort: NAME, first: 60) { nodes { id name url } } }";
  const { institutions } = await ask<{ institutions: { nodes: { id: string; name: string; url: string }[] } }>(page, CITY, query);
  return institutions.nodes.at(-1 - number)!;
}

/** A person with a browser of their own, signed in; a manager if an institution is named. */
async function person(browser: Browser, institution?: string): Promise<{ page: Page; address: string }> {
  const address = addressOf(newLogin(institution ? "dyrekcja" : "mieszkanka"));
  if (institution) appoint(CITY, address, "manager", institution);
  const page = await (await browser.newContext()).newPage();
  await signInByMail(page, CITY, address);
  return { page, address };
}

async function press(page: Page, button: string | RegExp): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), page.getByRole("main").getByRole("button", { name: button }).first().click()]);
}

type Wish = { title: string; day?: string; signUp?: "event" | "date"; capacity?: number; waitingList?: boolean; weeks?: number };

/** Publishes an event, and returns where everybody sees it. */
async function post(page: Page, institution: string, wish: Wish): Promise<string> {
  await page.goto(site(CITY, `/pulpit/wpisy/${institution}/nowy/wydarzenia`));
  await page.locator("#title").fill(wish.title);
  await page.locator("[name=starts]").fill(wish.day ?? evenDay());
  await page.locator("[name=startsTime]").fill("16:00");
  await page.locator("[name=startsTime]").blur();
  await expect(page.locator("[name=endsTime]")).toHaveValue("17:00");
  if (wish.weeks) {
    await page.locator("[name=repeats][value=week]").check();
    await page.locator("#repeatCount").fill(String(wish.weeks));
  }
  if (wish.signUp) {
    await page.locator(`[name=signUp][value=${wish.signUp}]`).check();
    if (wish.capacity) await page.locator("#capacity").fill(String(wish.capacity));
    if (wish.waitingList) await page.locator("#waitingList").check();
  }
  await press(page, "Opublikuj");
  await expect(page.getByRole("main").getByRole("status").first()).toContainText(/Opublikowan|Zapisan|gotow|widoczn/i);
  const link = page.getByRole("main").locator('a[href^="/wydarzenia/"]').first();
  return site(CITY, (await link.getAttribute("href"))!);
}

test("a newcomer posts an event with a picture and a weekly recurrence by keyboard alone, on a phone's width, in two minutes", async ({ browser, page: anybody }) => {
  const place = await school(anybody, 0);
  const { page } = await person(browser, place.id);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(site(CITY, `/pulpit/wpisy/${place.id}`));
  const title = newTitle("Warsztaty papierowe");
  const day = evenDay();
  const { keyboard } = page;
  // As fast as somebody types who looks for the keys.
  const pace = { delay: 120 };

  const tabTo = async (selector: string) => {
    for (let presses = 0; presses < 80; presses++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await keyboard.press("Tab", pace);
    }
    throw new Error(`the keyboard does not reach ${selector}`);
  };
  const began = Date.now();
  await tabTo('a[href$="/nowy/wydarzenia"]');
  await Promise.all([page.waitForURL(/nowy\/wydarzenia$/), keyboard.press("Enter")]);
  await tabTo("#title");
  await keyboard.type(title, pace);
  await tabTo("[name=starts]");
  await keyboard.type(`${day.slice(8)}${day.slice(5, 7)}${day.slice(0, 4)}`, pace);
  await tabTo("[name=startsTime]");
  await keyboard.type("1000A", pace);
  await tabTo("[name=endsTime]");
  await expect(page.locator("[name=endsTime]")).toHaveValue("11:00");
  await tabTo("[name=repeats]");
  await keyboard.press("ArrowDown", pace);
  await expect(page.locator("[name=repeats][value=week]")).toBeChecked();
  await expect(page.locator("[name=repeatDays]:checked")).toHaveCount(1);
  await tabTo("#repeatCount");
  await keyboard.type("10", pace);
  await tabTo("#venue");
  await keyboard.type("Biblioteka szkolna", pace);
  await tabTo("#description");
  await keyboard.type("Składamy z papieru ptaki i ryby.", pace);
  await tabTo("#newPicture0");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), keyboard.press("Enter")]);
  await chooser.setFiles({ name: "ptaki.png", mimeType: "image/png", buffer: png(640, 420) });
  await tabTo("#newPictureAlt0");
  await keyboard.type("Papierowe ptaki na parapecie.", pace);
  await tabTo(".form-actions button");
  await Promise.all([page.waitForEvent("domcontentloaded"), keyboard.press("Enter")]);
  await expect(page.getByRole("main").getByRole("status").first()).toBeVisible();
  expect(Date.now() - began).toBeLessThan(120_000);

  const link = page.getByRole("main").locator('a[href^="/wydarzenia/"]').first();
  await anybody.goto(site(CITY, (await link.getAttribute("href"))!));
  const main = anybody.getByRole("main");
  await expect(anybody.getByRole("heading", { level: 1 })).toHaveText(title);
  for (const told of ["10:00–11:00", "co tydzień", "Biblioteka szkolna", place.name, "bezpłatne"]) await expect(main).toContainText(told);
  await expect(main.getByRole("img", { name: "Papierowe ptaki na parapecie." })).toBeVisible();
  expect(await violations(anybody)).toEqual([]);

  // Programs read the same.
  const data = JSON.parse((await anybody.locator('script[type="application/ld+json"]').first().textContent())!);
  expect(data).toMatchObject({ "@type": "Event", name: title, isAccessibleForFree: true, eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode" });
  expect(data.startDate).toContain(day);
  expect(data.subEvent.length).toBeGreaterThan(5);
  const address = await anybody.getByRole("link", { name: "Dodaj do kalendarza" }).getAttribute("href");
  const calendar = await anybody.evaluate(async (path) => (await fetch(path!)).text(), address);
  expect(calendar).toContain("BEGIN:VCALENDAR");
  expect(calendar).toMatch(/RRULE:.*FREQ=WEEKLY/);
});

test("what is wrong with a recurrence is said at its question, and everything typed stays", async ({ browser, page: anybody, problems }) => {
  const place = await school(anybody, 1);
  const { page } = await person(browser, place.id);
  const title = newTitle("Koło teatralne");
  await page.goto(site(CITY, `/pulpit/wpisy/${place.id}/nowy/wydarzenia`));
  await page.locator("#title").fill(title);
  await page.locator("[name=starts]").fill(evenDay());
  await page.locator("[name=startsTime]").fill("16:00");
  await page.locator("[name=repeats][value=month]").check();
  await page.locator("[name=repeatMonthly][value=weekday]").check();
  await press(page, "Opublikuj");
  await expect(page.locator("#error-recurrence")).toContainText("kiedy powtarzanie się kończy");
  await expect(page.locator("#title")).toHaveValue(title);
  await expect(page.locator("[name=startsTime]")).toHaveValue("16:00");
  await expect(page.locator("[name=repeats][value=month]")).toBeChecked();
  await expect(page.locator("[name=repeatMonthly][value=weekday]")).toBeChecked();
  expect(await violations(page)).toEqual([]);
  await page.locator("#repeatCount").fill("6");
  await press(page, "Opublikuj");

  // The rule fills the same questions when the event is opened again, and saving changes nothing.
  await expect(page.locator("[name=repeats][value=month]")).toBeChecked();
  await expect(page.locator("[name=repeatMonthly][value=weekday]")).toBeChecked();
  await expect(page.locator("#repeatCount")).toHaveValue("6");
  await expect(page.locator("[name=startsTime]")).toHaveValue("16:00");
  expectOnlyRefusals(problems);
});

test("a date is called off and another moved, with and without a script", async ({ browser, page: anybody }) => {
  const place = await school(anybody, 9);
  const { page } = await person(browser, place.id);
  const title = newTitle("Klub dyskusyjny");
  const day = evenDay();
  const later = (weeks: number, days = 0) => new Date(Date.parse(day) + (weeks * 7 + days) * 86_400_000).toISOString().slice(0, 10);
  const address = await post(page, place.id, { title, day, weeks: 4 });
  await page.getByText("Terminy odwołane i przeniesione").click();
  await page.getByLabel("Termin odwołany 1").fill(later(1));
  await page.locator("#movedFrom0").fill(later(2));
  await page.locator("#movedTo0").fill(later(2, 1));
  await page.getByLabel("Termin przeniesiony 1: godzina").fill("18:30");
  await press(page, "Zapisz i opublikuj");
  await expect(page.getByRole("main").getByRole("status").first()).toBeVisible();
  await expect(page.getByLabel("Termin odwołany 1")).toHaveValue(later(1));
  await expect(page.locator("#movedTo0")).toHaveValue(later(2, 1));
  await anybody.goto(address);
  const dates = anybody.locator(".dates");
  await expect(dates.getByRole("listitem")).toHaveCount(2);
  await expect(dates).toContainText("18:30–19:30");
  await expect(dates).toContainText("zmieniony termin");

  // Without a script the last day has a field of its own.
  const plain = await (await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })).newPage();
  await plain.goto(page.url());
  await plain.locator("[name=ends]").fill(day);
  await plain.locator("[name=endsTime]").fill("17:45");
  await press(plain, "Zapisz i opublikuj");
  await expect(plain.locator("[name=endsTime]")).toHaveValue("17:45");
  await anybody.goto(address);
  await expect(anybody.getByRole("main")).toContainText("16:00–17:45");
  await plain.context().close();
});

test("people sign up, wait, give their place up and take it back", async ({ browser, page: anybody }) => {
  const place = await school(anybody, 2);
  const { page: manager } = await person(browser, place.id);
  const title = newTitle("Noc w bibliotece");
  const address = await post(manager, place.id, { title, signUp: "event", capacity: 1, waitingList: true });

  // Who is not signed in is sent to sign in, and comes back.
  await anybody.goto(address);
  await expect(anybody.locator("#zapisy")).toContainText("Zaloguj się, żeby się zapisać");

  const first = await person(browser);
  await first.page.goto(address);
  await press(first.page, "Zapisz się");
  await expect(first.page.getByRole("status").first()).toContainText("Do zobaczenia");
  await expect(first.page.locator("#zapisy")).toContainText("zapisane");

  const second = await person(browser);
  await second.page.goto(address);
  await expect(second.page.locator("#zapisy")).toContainText("lista rezerwowa");
  await press(second.page, "Dopisz mnie na listę rezerwową");
  await expect(second.page.getByRole("status").first()).toContainText("liście rezerwowej");
  await expect(second.page.locator("#zapisy")).toContainText("miejsce w kolejce: 1");
  expect(await violations(second.page)).toEqual([]);

  // The organisers see both, in the order they came.
  const id = new URL(address).pathname.split("/")[2]!;
  await manager.goto(site(CITY, `/pulpit/wydarzenia/${id}/uczestnicy`));
  await expect(manager.getByRole("main").locator("tbody tr")).toHaveCount(2);
  expect(await violations(manager)).toEqual([]);

  // The first gives the place up; the second has it and is told.
  first.page.on("dialog", (dialog) => void dialog.accept());
  await press(first.page, "Wypisz");
  await expect(first.page.getByRole("status").first()).toContainText("Wypisano z wydarzenia");
  await second.page.goto(address);
  await expect(second.page.locator("#zapisy")).toContainText("zapisane");
  expect((await latestMail(second.address, new RegExp(title))).text).toContain(title);

  // Taking it back is one press; now that the place is gone, it is the waiting list's.
  await press(first.page, "Zapisz ponownie");
  await expect(first.page.locator("#zapisy")).toContainText("lista rezerwowa");
  await first.page.goto(site(CITY, "/konto/wydarzenia"));
  await expect(first.page.getByRole("link", { name: title }).first()).toBeVisible();
  expect(await violations(first.page)).toEqual([]);
});

test("one date of several is signed up for", async ({ browser, page: anybody }) => {
  const place = await school(anybody, 3);
  const { page: manager } = await person(browser, place.id);
  const address = await post(manager, place.id, { title: newTitle("Konsultacje z matematyki"), signUp: "date", capacity: 2, weeks: 4 });
  const { page } = await person(browser);
  await page.goto(address);
  await press(page, "Zapisz się");
  await expect(page.locator("#error-occurrence")).toBeVisible();
  await page.getByLabel("Na który termin?").selectOption({ index: 2 });
  await page.getByLabel("Ile osób przyjdzie?").fill("2");
  await press(page, "Zapisz się");
  await expect(page.locator("#zapisy")).toContainText("2 osoby");
  await expect(page.locator("#zapisy option").nth(2)).toBeDisabled();
});

test("the family's calendar has an address that can be changed and taken back", async ({ browser, page: anybody, problems }) => {
  const place = await school(anybody, 4);
  const { page: manager } = await person(browser, place.id);
  const title = newTitle("Piknik naukowy");
  const address = await post(manager, place.id, { title });
  const { page } = await person(browser);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(address);
  await press(page, "Zachowaj");
  await expect(page.getByRole("button", { name: "Zachowane" })).toBeVisible();

  await page.goto(site(CITY, "/konto/wydarzenia"));
  await press(page, "Utwórz adres kalendarza");
  const calendar = async () => {
    const value = await page.getByLabel("Adres kalendarza").inputValue();
    return new URL(value).pathname;
  };
  // Whoever knows the address needs no account.
  const read = (path: string) => anybody.goto("about:blank").then(() => anybody.request.get(`http://127.0.0.1:${new URL(site(CITY)).port}${path}`, { headers: { Host: new URL(site(CITY)).host } }));
  const old = await calendar();
  const first = await read(old);
  expect(await first.text()).toContain(title);
  expect(first.headers()["cache-control"]).toContain("private");

  await press(page, "Zmień adres");
  const changed = await calendar();
  expect(changed).not.toBe(old);
  expect((await read(old)).status()).toBe(404);
  expect((await read(changed)).status()).toBe(200);
  await press(page, "Wyłącz kalendarz");
  expect((await read(changed)).status()).toBe(404);
  await expect(page.getByRole("button", { name: "Utwórz adres kalendarza" })).toBeVisible();
  expectOnlyRefusals(problems);
});

test("the list, the month and the week tell the same, by keyboard and without a script", async ({ browser, page }) => {
  const place = await school(page, 5);
  const { page: manager } = await person(browser, place.id);
  const title = newTitle("Dzień otwarty");
  const day = evenDay();
  await post(manager, place.id, { title, day });

  await page.goto(site(CITY, `/wydarzenia?${new URLSearchParams({ institution: place.id })}`));
  await expect(page.getByRole("link", { name: title, exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Miesiąc", exact: true }).click();
  await page.goto(page.url().replace(/\d{4}-\d{2}/, day.slice(0, 7)));
  expect(new URL(page.url()).searchParams.get("institution")).toBe(place.id);
  const cell = page.getByRole("cell").filter({ hasText: title });
  await expect(cell).toHaveCount(1);
  await expect(cell).toContainText("16:00");
  expect(await violations(page)).toEqual([]);

  // To the next month and back, by keys alone.
  await page.getByRole("link", { name: "Następny miesiąc" }).focus();
  await Promise.all([page.waitForURL((url) => !url.pathname.includes(day.slice(0, 7))), page.keyboard.press("Enter")]);
  await page.getByRole("link", { name: "Poprzedni miesiąc" }).focus();
  await Promise.all([page.waitForURL(new RegExp(day.slice(0, 7))), page.keyboard.press("Enter")]);
  await expect(page.getByRole("cell").filter({ hasText: title })).toHaveCount(1);

  const plain = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })).newPage();
  await plain.goto(site(CITY, `/wydarzenia/tydzien/${day}?${new URLSearchParams({ institution: place.id })}`));
  await expect(plain.getByRole("link", { name: new RegExp(title) })).toBeVisible();
  await plain.goto(site(CITY, `/wydarzenia?${new URLSearchParams({ q: title })}`));
  await expect(plain.getByRole("link", { name: title, exact: true })).toBeVisible();
  await plain.context().close();
});

test("two schools hold an event together, and editors see who does the same at the same time", async ({ browser, page: anybody }) => {
  const [one, other] = [await school(anybody, 6), await school(anybody, 7)];
  const host = await person(browser, one.id);
  const guest = await person(browser, other.id);
  const title = newTitle("Konkurs języka niemieckiego");
  const address = await post(host.page, one.id, { title });
  const id = new URL(address).pathname.split("/")[2]!;
  const together = site(CITY, `/pulpit/wydarzenia/${id}/wspolne`);

  await guest.page.goto(together);
  await guest.page.locator("#join ~ form [name=message]").fill("Robimy to samo w tym samym tygodniu.");
  await press(guest.page, "Wyślij prośbę");
  await expect(guest.page.getByRole("status").first()).toContainText("Prośba wysłana");
  await host.page.goto(together);
  await expect(host.page.getByRole("main")).toContainText("Robimy to samo");
  expect(await violations(host.page)).toEqual([]);
  await press(host.page, /^Przyjmij/);
  await anybody.goto(address);
  for (const school of [one, other]) await expect(anybody.getByRole("main").getByRole("link", { name: school.name }).first()).toBeVisible();

  const editor = addressOf(newLogin("redakcja"));
  appoint(CITY, editor, "editor");
  const page = await (await browser.newContext()).newPage();
  await signInByMail(page, CITY, editor);
  await fits(page, site(CITY, "/pulpit/wydarzenia/zbieznosci"));
  expect(await violations(page)).toEqual([]);
});

test("an outside calendar whose address leads into the house is refused at its field", async ({ browser, page: anybody, problems }) => {
  const place = await school(anybody, 8);
  const { page } = await person(browser, place.id);
  await page.goto(site(CITY, `/pulpit/kalendarze/${place.id}`));
  await expect(page.getByRole("main")).toContainText("Nie ma jeszcze żadnego kalendarza");
  for (const bad of ["http://10.0.0.1/kalendarz.ics", "ftp://example.org/kalendarz.ics", "kalendarz"]) {
    await page.locator("#url").fill(bad);
    await press(page, "Dodaj kalendarz");
    await expect(page.locator("#error-url")).toBeVisible();
    await expect(page.locator("#url")).toHaveValue(bad);
  }
  expect(await violations(page)).toEqual([]);
  expectOnlyRefusals(problems);
});

test("every page of events fits a phone and has all its words", async ({ page, problems }) => {
  const paths = ["/wydarzenia", "/wydarzenia?weekend=1&free=1&interests=robotics&age=8", "/wydarzenia?q=nicniema", "/wydarzenia?from=2026-12-10&until=2026-12-01", "/wydarzenia/kalendarz/2026-12", "/wydarzenia/tydzien/2026-12-24"];
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const lang of ["", "/en", "/uk"]) for (const path of paths) await fits(page, site(CITY, lang + path));
  }
  for (const path of paths.slice(0, 5)) {
    await page.goto(site(CITY, path));
    expect.soft(await violations(page), path).toEqual([]);
  }
  expect((await page.goto(site(CITY, "/wydarzenia/kalendarz/2026-13")))!.status()).toBe(404);
  expectOnlyRefusals(problems);
});
