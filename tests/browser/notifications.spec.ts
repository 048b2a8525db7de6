import { type Page, request } from "@playwright/test";

import { addressOf, latestMail, mailsTo, newLogin, signInByMail } from "./people";
import { PORT, examples, expect, expectOnlyRefusals, fits, site, test, violations } from "./site";

// Mails are waited for.
test.describe.configure({ timeout: 120_000 });

const CITY = "szczecin";
const SEARCH = "/zajecia?q=pi%C5%82ka&weekdays=SATURDAY";

async function press(page: Page, button: string | RegExp): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), page.getByRole("main").getByRole("button", { name: button }).first().click()]);
}

/** Goes from key to key until what has that name holds the focus, as somebody without a mouse does; then presses it. */
async function pressByKeys(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole("main").getByRole("button", { name });
  await expect(wanted.first()).toBeVisible();
  for (let keys = 0; keys < 150; keys++) {
    await page.keyboard.press("Tab");
    if (await wanted.first().evaluate((element) => element === document.activeElement)) {
      await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
      return;
    }
  }
  throw new Error(`no key leads to ${name}`);
}

/** Asks for mails about a search without an account, and returns what the mail's link leads to. */
async function ask(page: Page, address: string): Promise<string> {
  await page.goto(site(CITY, SEARCH));
  await page.getByRole("main").getByRole("link", { name: "Powiadom mnie o nowych" }).click();
  await page.locator("#email").fill(address);
  await page.locator("#consent").check();
  await press(page, "Wyślij link potwierdzający");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sprawdź pocztę");
  const mail = await latestMail(address);
  const link = /https?:\/\/\S+\/powiadom\/potwierdz\/[\w.-]+/.exec(mail.text)?.[0];
  expect(link).toBeDefined();
  return link!;
}

/** Confirms, and goes on to the page where everything can be changed without signing in. */
async function confirm(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await press(page, "Potwierdzam");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gotowe, będziemy pisać");
  await page.getByRole("link", { name: "Zmień lub wyłącz" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Twoje powiadomienia");
}

/** What mail providers post when somebody presses their own button: no cookie, no page of ours, in either of two ways. */
async function oneClick(address: string, body: Record<string, string> = { "List-Unsubscribe": "One-Click" }, way = "form"): Promise<number> {
  const context = await request.newContext();
  const response = await context.post(`http://127.0.0.1:${PORT}${new URL(address).pathname}`, {
    headers: { Host: `${CITY}.localhost:${PORT}` },
    [way]: body,
  });
  await context.dispose();
  return response.status();
}

test("a search is saved from its results by keys alone, taken back, and saved after all", async ({ page }) => {
  await signInByMail(page, CITY, addressOf(newLogin("mama")));
  await page.goto(site(CITY, SEARCH));
  expect(await violations(page)).toEqual([]);
  await pressByKeys(page, "Powiadom mnie o nowych");
  const said = page.locator(".notify-note");
  await expect(said).toContainText("Zapisane");
  await expect(said).toBeFocused();
  expect(page.url()).toContain("q=pi");
  expect(await violations(page)).toEqual([]);

  await pressByKeys(page, "Cofnij");
  await expect(said).toContainText("Usunięte");
  await pressByKeys(page, "Przywróć");
  await expect(said).toContainText("Przywrócone");

  // What was done is said once: no link of the page says it again.
  await page.getByRole("link", { name: /^Usuń filtr: sobota/i }).first().click();
  await expect(said).toHaveCount(0);

  await page.goto(site(CITY, "/konto/subskrypcje"));
  const own = page.locator(".subscription");
  await expect(own).toHaveCount(1);
  await expect(own).toContainText("piłka");
  await own.getByRole("link").first().click();
  await expect(page).toHaveURL(/weekdays=SATURDAY/);
});

test("one's own are changed, muted, removed and brought back", async ({ page, problems }) => {
  await signInByMail(page, CITY, addressOf(newLogin("tata")));
  await page.goto(site(CITY, SEARCH));
  await press(page, "Powiadom mnie o nowych");
  await page.getByRole("link", { name: "Zmień ustawienia" }).click();
  const own = page.locator(".subscription");
  await expect(own).toHaveCount(1);
  await own.getByRole("combobox").selectOption("WEEKLY");
  await press(page, /^Zapisz/);
  await expect(page.getByRole("status").filter({ hasText: "Zmiany zapisane" })).toBeVisible();
  await expect(own.getByRole("combobox")).toHaveValue("WEEKLY");

  await press(page, /^Wycisz/);
  await expect(own).toContainText("Wyciszone");
  expect(await violations(page)).toEqual([]);
  await press(page, /^Włącz/);
  await expect(own).not.toContainText("Wyciszone");

  await press(page, /^Usuń/);
  await expect(own).toHaveCount(0);
  await press(page, "Przywróć");
  await expect(own).toHaveCount(1);

  // Nothing that could be meant: none of the boxes.
  await own.getByText("O czym pisać").first().click();
  for (const box of await own.getByRole("checkbox").all()) await box.uncheck();
  await own.locator("details").getByRole("button", { name: "Zapisz" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  expectOnlyRefusals(problems);
});

test("the page of a new one says what it would have sent, and is chosen more closely", async ({ page }) => {
  await signInByMail(page, CITY, addressOf(newLogin("babcia")));
  await page.goto(site(CITY, SEARCH));
  await page.getByRole("link", { name: "Wybierz, jak często i o czym" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Powiadom mnie");
  await expect(page.locator(".notify-what")).toContainText("piłka");
  await expect(page.locator(".notify-what")).toContainText("ostatnim miesiącu");
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Od razu").check();
  await press(page, "Zapisz powiadomienie");
  // Back on the results.
  await expect(page).toHaveURL(/\/zajecia\?q=pi/);
  await expect(page.locator(".notify-note")).toContainText("Zapisane");
  await page.getByRole("link", { name: "Zmień ustawienia" }).click();
  await expect(page.locator(".subscription").getByRole("combobox")).toHaveValue("AT_ONCE");
});

test("without an account: by mail, managed by the link, turned off by one click", async ({ page, problems }) => {
  const address = addressOf(newLogin("gosc"));
  // What is missing is said at its field, and what was typed is kept.
  await page.goto(site(CITY, SEARCH));
  await page.getByRole("main").getByRole("link", { name: "Powiadom mnie o nowych" }).click();
  expect(await violations(page)).toEqual([]);
  await page.locator("#email").fill(address);
  await press(page, "Wyślij link potwierdzający");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.locator("#email")).toHaveValue(address);
  await expect(page.locator(".notify-what")).toContainText("piłka");
  expect(await violations(page)).toEqual([]);
  expect(await mailsTo(address)).toEqual([]);

  const link = await ask(page, address);
  // Programs that look into mails open links: only the button counts.
  await page.goto(link);
  expect(await violations(page)).toEqual([]);
  await confirm(page, link);
  const manage = page.url();
  expect(await violations(page)).toEqual([]);
  const own = page.locator(".subscription");
  await expect(own).toHaveCount(1);
  await expect(page.getByRole("main")).not.toContainText(address);

  await press(page, /^Wycisz/);
  await expect(own).toContainText("Wyciszone");
  await press(page, /^Włącz/);
  await expect(own).not.toContainText("Wyciszone");
  await own.getByRole("combobox").selectOption("WEEKLY");
  await press(page, /^Zapisz/);
  await expect(own.getByRole("combobox")).toHaveValue("WEEKLY");

  await press(page, "Wypisz mnie ze wszystkiego");
  await expect(page.getByRole("heading", { name: "Nie wysyłamy Ci żadnych powiadomień" })).toBeVisible();
  await press(page, "Włącz powiadomienia z powrotem");
  await expect(page.getByRole("button", { name: "Wypisz mnie ze wszystkiego" })).toBeVisible();

  // Nothing but a provider's one click is one.
  expect(await oneClick(manage, { anything: "else" })).toBe(400);
  expect(await oneClick(`${manage.slice(0, -3)}abc`)).toBe(404);
  // It is older than when everything was turned on again: whoever has that mail does not turn it off by a click.
  expect(await oneClick(manage)).toBe(409);
  problems.splice(0);
});

test("a provider's one click turns off what the link is for, and can be repeated", async ({ page }) => {
  const address = addressOf(newLogin("klik"));
  await confirm(page, await ask(page, address));
  const manage = page.url();
  expect(await oneClick(manage)).toBe(200);
  expect(await oneClick(manage, undefined, "multipart")).toBe(200);
  await page.goto(manage);
  const off = page.getByRole("heading", { name: "Nie wysyłamy Ci żadnych powiadomień" }).or(page.locator(".subscription").filter({ hasText: "Wyciszone" }));
  await expect(off.first()).toBeVisible();
});

test("what one sees can be followed: an institution and a class", async ({ page }) => {
  await signInByMail(page, CITY, addressOf(newLogin("ciocia")));
  const { activity, institution } = await examples(page, CITY);
  for (const [address, button] of [
    [institution, "Obserwuj placówkę"],
    [activity, /^(Obserwuj te zajęcia|Powiadom o wolnym miejscu|Powiadom o starcie zapisów)$/],
  ] as const) {
    await page.goto(address);
    await press(page, button);
    await expect(page.locator(".notify-note")).toContainText("Zapisane");
    expect(await violations(page)).toEqual([]);
    await page.goto(address);
    await expect(page.locator(".follow-on")).toBeVisible();
    await press(page, "Przestań obserwować");
    await expect(page.locator(".notify-note")).toContainText("Usunięte");
    await press(page, "Przywróć");
    await expect(page.locator(".notify-note")).toContainText("Przywrócone");
  }
  await page.goto(site(CITY, "/konto/subskrypcje"));
  await expect(page.locator(".subscription")).toHaveCount(2);
});

test("when to be told is one's own choice, and everything can be paused", async ({ page }) => {
  await signInByMail(page, CITY, addressOf(newLogin("wujek")));
  await page.getByRole("banner").getByRole("link", { name: "Powiadomienia" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Powiadomienia");
  await expect(page.getByRole("main")).toContainText("Jeszcze nic tu nie ma");
  await page.getByRole("main").getByRole("link", { name: "Ustawienia" }).click();
  await page.getByLabel("Codzienne o godzinie").selectOption("18:30");
  await page.getByLabel("Nie pisz w święta").uncheck();
  await page.getByLabel("Wstrzymaj wszystkie powiadomienia").check();
  await press(page, "Zapisz");
  await expect(page.getByRole("status").filter({ hasText: "Ustawienia zapisane" })).toBeVisible();
  await expect(page.getByLabel("Codzienne o godzinie")).toHaveValue("18:30");
  await expect(page.getByLabel("Nie pisz w święta")).not.toBeChecked();
  await expect(page.getByLabel("Wstrzymaj wszystkie powiadomienia")).toBeChecked();
  expect(await violations(page)).toEqual([]);
});

test("everything works without a script", async ({ browser, page, problems }) => {
  const address = addressOf(newLogin("prosto"));
  await signInByMail(page, CITY, address);
  const state = await page.context().storageState();
  const plain = await (await browser.newContext({ javaScriptEnabled: false, storageState: state })).newPage();
  await plain.goto(site(CITY, SEARCH));
  await press(plain, "Powiadom mnie o nowych");
  await expect(plain.locator(".notify-note")).toContainText("Zapisane");
  await plain.getByRole("link", { name: "Zmień ustawienia" }).click();
  await plain.locator(".subscription").getByRole("combobox").selectOption("WEEKLY");
  await press(plain, /^Zapisz/);
  await expect(plain.locator(".subscription").getByRole("combobox")).toHaveValue("WEEKLY");
  expectOnlyRefusals(problems);
});

test("pages fit a phone, in every language", async ({ page, problems }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  const target = encodeURIComponent(JSON.stringify({ activities: { query: "robotyka dla ośmiolatka blisko domu", filter: { maxPrice: "150" } } }));
  const open = ["/powiadom", "/powiadom?alerts=1", `/powiadom?t=${target}`, "/powiadom?t=%7Bnic", "/powiadom?t=%7B%22activities%22%3A%7B%22filter%22%3A%7B%22nosuch%22%3A1%7D%7D%7D", "/powiadom/potwierdz/nic", SEARCH];
  for (const path of open) {
    for (const lang of ["", "/en", "/uk"]) {
      await fits(page, site(CITY, lang + path));
      expect(await violations(page), lang + path).toEqual([]);
    }
  }
  await signInByMail(page, CITY, addressOf(newLogin("telefon")));
  await page.goto(site(CITY, `/powiadom?t=${target}`));
  await press(page, "Zapisz powiadomienie");
  for (const path of ["/konto/powiadomienia", "/konto/subskrypcje", "/konto/powiadomienia/ustawienia", "/uk/konto/subskrypcje", "/en/konto/powiadomienia/ustawienia"]) {
    await fits(page, site(CITY, path));
    expect(await violations(page), path).toEqual([]);
  }
  expectOnlyRefusals(problems);
});
