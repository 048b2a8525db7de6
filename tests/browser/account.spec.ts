import type { Locator, Page } from "@playwright/test";

import { appoint } from "./appoint";
import { addressOf, codeIn, devices, expectSignedIn, latestMail, mailsTo, newLogin, signInByMail, signOut, typeCode } from "./people";
import { ask, expect, expectOnlyRefusals, fits, site, test, violations } from "./site";

// Mails are waited for.
test.describe.configure({ timeout: 90_000 });

const CITY = "szczecin";
/** Subjects of mails that sign in. */
const SIGN_IN = /kod logowania/i;

function here(path: string): string {
  return site(CITY, path);
}

function main(page: Page): Locator {
  return page.getByRole("main");
}

/** The form that holds a field: pages have several. */
function formWith(page: Page, field: string): Locator {
  return main(page).locator("form", { has: page.locator(`[name="${field}"]`) });
}

/** Presses the last button of a form that is filled in: the one that sends it. */
async function send(page: Page, field: string): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), formWith(page, field).locator(".form-actions button").click()]);
}

/** Somebody who has just signed in, on their account's page. */
async function somebody(page: Page, name = "osoba"): Promise<string> {
  const address = addressOf(newLogin(name));
  await signInByMail(page, CITY, address);
  await page.goto(here("/konto"));
  return address;
}

/** Signs in with a mail, and stays on the page that the reader came for. */
async function comeBackTo(page: Page, address: string, path: string): Promise<void> {
  const known = (await mailsTo(address, SIGN_IN)).length;
  await page.goto(here(path));
  await page.locator("[name=email]").fill(address);
  await Promise.all([page.waitForEvent("domcontentloaded"), page.locator("[name=email]").press("Enter")]);
  await typeCode(page, codeIn(await latestMail(address, SIGN_IN, known)));
  await expectSignedIn(page);
  await expect(page).toHaveURL(here(path));
}

/** An institution of the catalogue that tests of this file share; each invites people of its own. */
async function anInstitution(page: Page): Promise<{ id: string; name: string }> {
  const query = "{ institutions(filter: { kinds: [CULTURE_CENTRE] }, sort: NAME, first: 1) { nodes { id name } } }";
  return (await ask<{ institutions: { nodes: { id: string; name: string }[] } }>(page, CITY, query)).institutions.nodes[0]!;
}

async function addChild(page: Page, name: string, birthDate: string): Promise<void> {
  await page.goto(here("/konto/dziecko"));
  await page.getByLabel("Imię lub pseudonim").fill(name);
  await page.getByLabel("Data urodzenia").fill(birthDate);
  await send(page, "birthDate");
}

test("a name and a language are kept, and a name that is too long is sent back as it was typed", async ({ page, problems }) => {
  await somebody(page);
  await page.getByLabel("Jak się do Ciebie zwracać?").fill("Ala Nowak");
  await page.getByLabel("Українська").check();
  await send(page, "language");
  await expect(page.getByRole("status").first()).toHaveText("Zapisano profil.");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ala Nowak");
  await expect(page.getByLabel("Українська")).toBeChecked();

  const long = "Ala ".repeat(30).trim();
  await page.getByLabel("Jak się do Ciebie zwracać?").fill(long);
  await send(page, "language");
  await expect(page.getByLabel("Jak się do Ciebie zwracać?")).toHaveValue(long);
  await expect(page.getByLabel("Jak się do Ciebie zwracać?")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("alert")).toBeFocused();
  expectOnlyRefusals(problems);
});

test.describe("a child's profile", () => {
  test("a slip in the birth date is said at its field, and everything typed stays", async ({ page, problems }) => {
    await somebody(page, "mama");
    await main(page).getByRole("link", { name: "Dodaj dziecko" }).click();
    await page.getByLabel("Imię lub pseudonim").fill("Ania");
    await page.getByLabel("Data urodzenia").fill("2091-05-07");
    await page.getByText("Gry umysłowe").click();
    await page.getByLabel("Szachy").check();
    await page.getByLabel("Okolica").fill("Pogodno");
    await send(page, "birthDate");

    const birthDate = page.getByLabel("Data urodzenia");
    await expect(birthDate).toHaveValue("2091-05-07");
    await expect(birthDate).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#error-birthDate")).toContainText("w przyszłości");
    await expect(page.getByLabel("Imię lub pseudonim")).toHaveValue("Ania");
    await expect(page.getByLabel("Okolica")).toHaveValue("Pogodno");
    await expect(main(page)).toContainText("Wybrane: szachy", { ignoreCase: true });
    expect(await violations(page)).toEqual([]);

    await page.getByRole("alert").getByRole("link").click();
    await expect(birthDate).toBeFocused();
    await birthDate.fill("2018-05-07");
    await send(page, "birthDate");
    await expect(page.getByRole("status").first()).toHaveText("Zapisano profil dziecka.");
    const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Ania" }) });
    for (const fact of ["lat", "Szachy", "Pogodno"]) await expect(card).toContainText(fact, { ignoreCase: true });
    expectOnlyRefusals(problems);
  });

  test("it is searched for, changed and deleted", async ({ page }) => {
    await somebody(page, "tata");
    await addChild(page, "Jaś", "2017-09-01");
    const search = page.getByRole("link", { name: "Szukaj zajęć: Jaś" });
    expect(await search.getAttribute("href")).toMatch(/^\/zajecia\?child=[\w-]+$/);
    await search.click();
    await expect(page).toHaveURL(/\/zajecia\?.*child=/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

    await page.goto(here("/konto"));
    await page.getByRole("link", { name: "Zmień profil: Jaś" }).click();
    await expect(page.getByLabel("Data urodzenia")).toHaveValue("2017-09-01");
    await page.getByLabel("Imię lub pseudonim").fill("Janek");
    await send(page, "birthDate");
    await expect(page.getByRole("heading", { name: "Janek" })).toBeVisible();

    await page.getByRole("link", { name: "Zmień profil: Janek" }).click();
    await page.getByText("Usuń profil").click();
    await page.getByRole("button", { name: "Usuń na zawsze: Janek" }).click();
    await expect(page.getByRole("status").first()).toHaveText("Profil dziecka usunięty.");
    await expect(page.getByRole("heading", { name: "Janek" })).toHaveCount(0);
    await expect(main(page).getByRole("link", { name: "Dodaj dziecko" })).toBeVisible();
  });

  test("its school is picked from a list, of the script or of the server, and is no mere name", async ({ page, browser, problems }) => {
    const address = await somebody(page, "mama");
    const query = `{ institutions(filter: { kinds: [PRIMARY_SCHOOL] }, sort: NAME, first: 1) { nodes { name } } }`;
    const [school] = (await ask<{ institutions: { nodes: { name: string }[] } }>(page, CITY, query)).institutions.nodes;
    const name = school!.name;
    await addChild(page, "Ola", "2016-01-02");
    await page.getByRole("link", { name: "Zmień profil: Ola" }).click();

    const field = page.getByLabel("Szkoła lub przedszkole");
    await field.fill("jakaś szkoła");
    await send(page, "birthDate");
    await expect(page.locator("#error-school")).toBeVisible();
    await expect(field).toHaveValue("jakaś szkoła");
    await expect(field).toHaveAttribute("aria-invalid", "true");

    await field.fill("");
    await field.pressSequentially(name.slice(0, 24));
    await page.getByRole("option", { name }).first().click();
    await expect(field).toHaveValue(name);
    await send(page, "birthDate");
    await expect(page.getByRole("link", { name })).toBeVisible();

    // What was picked stays picked while the rest is changed.
    await page.getByRole("link", { name: "Zmień profil: Ola" }).click();
    await page.getByLabel("Imię lub pseudonim").fill("Ola B.");
    await send(page, "birthDate");
    await expect(page.getByRole("link", { name })).toBeVisible();
    await page.getByRole("link", { name: "Zmień profil: Ola B." }).click();
    const path = new URL(page.url()).pathname;
    await signOut(page);

    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await comeBackTo(plain, address, path);
    await plain.goto(here(path));
    await plain.getByLabel("Szkoła lub przedszkole").fill(name);
    await plain.getByRole("button", { name: "Znajdź" }).click();
    await expect(plain.getByLabel("Imię lub pseudonim")).toHaveValue("Ola B.");
    await plain.getByRole("radio", { name }).first().check();
    await plain.locator(".form-actions button").click();
    await expect(plain.getByRole("link", { name })).toBeVisible();
    await plain.context().close();
    expectOnlyRefusals(problems);
  });

  test("nobody else sees it", async ({ page, browser, problems }) => {
    await somebody(page, "mama");
    await addChild(page, "Zosia", "2019-03-04");
    const path = new URL((await page.getByRole("link", { name: "Zmień profil: Zosia" }).getAttribute("href"))!, here("/")).pathname;
    const other = await (await browser.newContext()).newPage();
    await other.goto(here(path));
    await expect(other.locator("[name=email]")).toBeVisible();
    await somebody(other, "obcy");
    expect((await other.goto(here(path)))!.status()).toBe(404);
    await other.context().close();
    expectOnlyRefusals(problems);
  });
});

test("all that is known comes as one archive", async ({ page }) => {
  await somebody(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Pobierz dane" }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.zip$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const archive = Buffer.concat(chunks);
  expect(archive.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
  expect(archive.toString("latin1")).toContain("identity.json");
});

test("an account goes when its address is typed, and nothing is left of it", async ({ page, problems }) => {
  const address = await somebody(page);
  await addChild(page, "Staś", "2015-05-05");
  await main(page).getByRole("link", { name: "Usuń konto" }).click();
  await expect(main(page)).toContainText("profil dziecka: Staś");
  expect(await violations(page)).toEqual([]);

  await page.getByLabel("Aby potwierdzić").fill("na pewno");
  await send(page, "confirm");
  await expect(page.getByLabel("Aby potwierdzić")).toHaveValue("na pewno");
  await expect(page.locator("#error-confirm")).toContainText(address);
  await page.getByLabel("Aby potwierdzić").fill(address.toUpperCase());
  await send(page, "confirm");
  await expect(page.getByRole("status").first()).toContainText("zostało usunięte");
  await expect(page.locator("[name=email]")).toBeVisible();

  // Whoever signs in with the address again begins anew.
  await signInByMail(page, CITY, address);
  await page.goto(here("/konto"));
  await expect(main(page)).not.toContainText("Staś");
  expectOnlyRefusals(problems);
});

test("all other devices are signed out at once", async ({ page, browser }) => {
  const address = await somebody(page);
  const others = await Promise.all([browser.newContext(), browser.newContext()]);
  for (const other of others) await signInByMail(await other.newPage(), CITY, address);
  await page.reload();
  await expect(devices(page)).toHaveCount(3);
  await page.getByRole("button", { name: "Wyloguj pozostałe" }).click();
  await expect(devices(page)).toHaveCount(1);
  for (const other of others) await other.close();
});

test.describe("an institution's people", () => {
  test("a manager invites somebody, who accepts, works and is removed", async ({ page, browser, problems }) => {
    const manager = await somebody(page, "opiekunka");
    const institution = await anInstitution(page);
    appoint(CITY, manager, "manager", institution.id);
    await page.goto(here("/konto"));
    await main(page).getByRole("link", { name: `Zespół: ${institution.name}` }).click();
    await expect(main(page)).toContainText(manager);

    await page.getByLabel("Adres e-mail").fill("to nie adres");
    await send(page, "email");
    await expect(page.getByLabel("Adres e-mail")).toHaveValue("to nie adres");
    await expect(page.locator("#error-email")).toContainText("example.org");
    const guest = addressOf(newLogin("gosc"));
    await page.getByLabel("Adres e-mail").fill(guest);
    await send(page, "email");
    await expect(page.getByRole("status").first()).toHaveText("Zaproszenie wysłane.");
    await expect(page.getByRole("listitem").filter({ hasText: guest })).toContainText("współautor");
    expect(await violations(page)).toEqual([]);

    // By the mail's link, signing in on the way.
    const mail = await latestMail(guest, /zaproszenie/i);
    const path = new URL(/https?:\/\/\S+\/zaproszenie\/[\w-]+/.exec(mail.text)![0]).pathname;
    const other = await (await browser.newContext()).newPage();
    await comeBackTo(other, guest, path);
    await expect(main(other)).toContainText(institution.name);
    expect(await violations(other)).toEqual([]);
    await other.getByRole("button", { name: "Przyjmij zaproszenie" }).click();
    await expect(other.getByRole("region", { name: "Twoje role" })).toContainText(institution.name);
    // A contributor sees no team.
    expect((await other.goto(here(`/zespol/${institution.id}`)))!.status()).toBe(403);

    await page.reload();
    const row = page.getByRole("listitem").filter({ hasText: guest });
    page.once("dialog", (dialog) => void dialog.accept());
    await row.getByRole("button", { name: /Usuń z zespołu/ }).click();
    await expect(page.getByRole("status").first()).toHaveText("Osoba usunięta z zespołu.");
    await expect(page.getByRole("listitem").filter({ hasText: guest })).toHaveCount(0);
    await other.goto(here("/konto"));
    await expect(other.getByRole("region", { name: "Twoje role" })).toHaveCount(0);
    await other.goto(here(path));
    await other.getByRole("button", { name: "Przyjmij zaproszenie" }).click();
    await expect(other.getByRole("alert")).toContainText("już przyjęte");
    await other.context().close();
    expectOnlyRefusals(problems);
  });

  test("an invitation waits on the account's page; one that was taken back is gone", async ({ page, browser }) => {
    const manager = await somebody(page, "opiekun");
    const institution = await anInstitution(page);
    appoint(CITY, manager, "manager", institution.id);
    const other = await (await browser.newContext()).newPage();
    const guest = await somebody(other, "gosc");
    const invite = async () => {
      await page.goto(here(`/zespol/${institution.id}`));
      await page.getByLabel("Adres e-mail").fill(guest);
      await page.getByLabel(/^opiekun placówki/i).check();
      await send(page, "email");
    };
    await invite();
    await other.reload();
    await expect(other.getByRole("region", { name: /zaproszenie/i })).toContainText(institution.name);
    await page.getByRole("button", { name: `Cofnij zaproszenie: ${guest}` }).click();
    await other.reload();
    await expect(other.getByRole("button", { name: /Przyjmij/ })).toHaveCount(0);

    await invite();
    await other.reload();
    expect(await violations(other)).toEqual([]);
    await other.getByRole("button", { name: /Przyjmij zaproszenie/ }).click();
    await expect(other.getByRole("status").first()).toContainText("Zaproszenie przyjęte");
    await expect(main(other).getByRole("link", { name: `Zespół: ${institution.name}` })).toBeVisible();
    await other.context().close();
  });

  test("a token is shown once, works, and is revoked", async ({ page, problems }) => {
    const manager = await somebody(page, "opiekun");
    const institution = await anInstitution(page);
    appoint(CITY, manager, "manager", institution.id);
    const path = `/zespol/${institution.id}/tokeny`;
    await page.goto(here(path));
    const name = `System ${newLogin("zapisow")}`;
    await page.getByLabel("Nazwa").fill(name);
    await page.getByLabel("Na ile dni?").fill("9000");
    await send(page, "days");
    await expect(page.getByLabel("Nazwa")).toHaveValue(name);
    await expect(page.getByLabel("Na ile dni?")).toHaveValue("9000");
    await expect(page.locator("#error-days")).toContainText("730");
    await page.getByLabel("Na ile dni?").fill("30");
    await send(page, "days");

    const text = (await page.locator(".token-text").innerText()).trim();
    expect(text).toMatch(/^tbl_[0-9A-Za-z]{38}$/);
    expect(await violations(page)).toEqual([]);
    await page.goto(here(path));
    expect(await page.content()).not.toContain(text);
    const row = page.getByRole("listitem").filter({ hasText: name });
    await expect(row).toContainText(text.slice(-4));
    await expect(row).toContainText("jeszcze nieużyty");

    const works = async () => {
      const { hostname, port } = new URL(here("/"));
      const headers = { Host: `${hostname}:${port}`, Authorization: `Bearer ${text}` };
      const data = { query: "{ viewer { roles { role } } }" };
      const response = await page.request.post(`http://127.0.0.1:${port}/graphql`, { headers, data });
      return ((await response.json()) as { data?: { viewer: { roles: { role: string }[] } | null } }).data?.viewer?.roles;
    };
    expect(await works()).toEqual([{ role: "CONTRIBUTOR" }]);
    page.once("dialog", (dialog) => void dialog.accept());
    await row.getByRole("button", { name: `Unieważnij token: ${name}` }).click();
    await expect(page.getByRole("status").first()).toHaveText("Token unieważniony.");
    expect(await works()).toBeUndefined();
    expectOnlyRefusals(problems);
  });
});

test.describe("the city's people", () => {
  test("an administrator finds an account, gives a role and takes it, and all of it is in the log", async ({ page, browser, problems }) => {
    const admin = await somebody(page, "admin");
    const other = await (await browser.newContext()).newPage();
    const address = await somebody(other, "redaktor");
    await addChild(other, "Hania", "2018-02-03");
    expect((await other.goto(here("/ludzie")))!.status()).toBe(403);
    appoint(CITY, admin, "admin");

    await page.goto(here("/konto"));
    await main(page).getByRole("link", { name: "Ludzie" }).click();
    await page.getByLabel("Nazwa lub adres").fill(address);
    await page.getByRole("search", { name: "Szukaj kont" }).getByRole("button").click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("listitem").filter({ hasText: address }).getByRole("link").click();
    const account = new URL(page.url()).pathname;

    await page.getByLabel(/^Redaktor/i).check();
    await send(page, "role");
    await expect(page.getByRole("status").first()).toHaveText("Rola nadana.");
    await other.goto(here("/konto"));
    await expect(other.getByRole("region", { name: "Twoje role" })).toContainText("redaktor", { ignoreCase: true });

    // A role at an institution needs one.
    await page.getByLabel(/^Opiekun placówki/i).check();
    await send(page, "role");
    await expect(page.locator("#error-role")).toContainText("placówki");
    await expect(page.getByLabel(/^Opiekun placówki/i)).toBeChecked();
    const institution = await anInstitution(page);
    await page.getByLabel("Placówka").fill(institution.name);
    await page.getByRole("button", { name: "Znajdź" }).click();
    await page.getByRole("radio", { name: institution.name }).first().check();
    await expect(page.getByLabel(/^Opiekun placówki/i)).toBeChecked();
    await send(page, "role");
    await expect(page.getByRole("region", { name: "Role" })).toContainText(institution.name);
    for (let held = 2; held > 0; held--) {
      page.once("dialog", (dialog) => void dialog.accept());
      await page.getByRole("button", { name: /^Odbierz rolę/ }).first().click();
      await expect(page.getByRole("status").first()).toHaveText("Rola odebrana.");
    }
    await expect(main(page)).toContainText("nie ma żadnej roli");
    expect(await violations(page)).toEqual([]);

    await expect(main(page)).not.toContainText("Hania");
    await page.getByRole("link", { name: "Pokaż i zapisz w dzienniku" }).click();
    await expect(main(page)).toContainText("Hania");
    await expect(main(page)).toContainText("zapisaliśmy w dzienniku");
    await page.goto(here("/ludzie/dziennik"));
    await expect(main(page).getByRole("listitem").filter({ hasText: "obejrzano profil dziecka" }).first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto(here(account));
    await page.getByRole("link", { name: "Dziennik tego konta" }).click();
    for (const act of ["nadano rolę: redaktor", "odebrano rolę: redaktor", "obejrzano konto"]) await expect(main(page)).toContainText(act);
    await other.context().close();
    expectOnlyRefusals(problems);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme });

      test("every page fits, and every page is accessible", async ({ page }) => {
        const address = await somebody(page, "bardzo-dlugi-adres-osoby-ktora-ma-wiele-na-glowie");
        await addChild(page, "Maksymilian-Konstanty Brzęczyszczykiewicz", "2017-09-01");
        const child = new URL((await page.getByRole("link", { name: /^Zmień profil/ }).getAttribute("href"))!, here("/")).pathname;
        const institution = await anInstitution(page);
        appoint(CITY, address, "manager", institution.id);
        appoint(CITY, address, "admin");
        const query = "query { accounts(first: 1) { nodes { id } } }";
        const response = await page.evaluate(async (query) => {
          const answer = await fetch("/graphql", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ query }) });
          return (await answer.json()) as { data: { accounts: { nodes: { id: string }[] } } };
        }, query);
        const account = response.data.accounts.nodes[0]!.id;
        const team = `/zespol/${institution.id}`;
        const paths = ["/konto", "/konto/dziecko", child, "/konto/usun", "/zaproszenie/abc", team, `${team}/tokeny`, "/ludzie", "/ludzie/zaproszenia", `/ludzie/${account}?children=1`, "/ludzie/dziennik", "/prywatnosc", "/deklaracja-dostepnosci"];
        for (const path of paths) {
          for (const prefix of ["", "/en", "/uk"]) await fits(page, here(prefix + path));
          expect.soft(await violations(page), path).toEqual([]);
        }
      });
    });
  }
});

test("what a stranger is told of privacy is for everybody, in each language", async ({ page }) => {
  for (const prefix of ["", "/en", "/uk"]) {
    await page.goto(here(prefix || "/"));
    await page.getByRole("contentinfo").locator(`a[href="${prefix}/prywatnosc"]`).click();
    await expect(main(page)).toContainText("__Host-session");
    expect(await violations(page)).toEqual([]);
    await expect(main(page).locator('a[href="/konto/dane.zip"]')).toBeVisible();
  }
});
