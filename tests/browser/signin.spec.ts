import {
  PROVIDER,
  addressOf,
  askForMail,
  atProvider,
  codeIn,
  devices,
  expectRefusedSignIn,
  expectSignedIn,
  expectSignedOut,
  followLink,
  goToProvider,
  linkIn,
  newLogin,
  signInAtProvider,
  signInByMail,
  signOut,
  signOutButton,
  typeCode,
} from "./people";
import { expect, expectOnlyRefusals, fits, site, test, violations } from "./site";

// Mails are waited for.
test.describe.configure({ timeout: 60_000 });

test.describe("by mail", () => {
  test("a code signs in where it was asked for", async ({ page }) => {
    const address = addressOf(newLogin("ala"));
    const mail = await askForMail(page, "szczecin", address);
    await expect(page.getByRole("main")).toContainText(address);
    await expectSignedOut(await page.context().newPage(), "szczecin");

    expect(mail.to).toEqual([address]);
    expect(mail.subject).toContain("Szczecin");
    expect(new URL(linkIn(mail)).origin).toBe(site("szczecin", ""));
    // Either form of the mail is enough to sign in with. What shows on a locked phone is not.
    for (const part of [linkIn(mail), codeIn(mail).slice(0, 3), codeIn(mail).slice(3)]) expect(mail.html).toContain(part);
    expect(mail.subject).not.toContain(codeIn(mail));

    await typeCode(page, codeIn(mail));
    await expectSignedIn(page);
    await page.goto(site("szczecin", "/konto"));
    await expect(page.getByRole("main")).toContainText(address);
  });

  test("a link signs in on a click in the same browser, not by being opened", async ({ page, request }) => {
    const mail = await askForMail(page, "szczecin", addressOf(newLogin("ola")));
    // Scanners of mail servers open links, again and again.
    const { pathname, host } = new URL(linkIn(mail));
    for (let i = 0; i < 3; i++) {
      await request.get(`http://127.0.0.1:${new URL(linkIn(mail)).port}${pathname}`, { headers: { Host: host } });
    }
    await page.goto(linkIn(mail));
    await expect(signOutButton(page)).toHaveCount(0);
    await followLink(page, mail);
    await expectSignedIn(page);
  });

  test("a link in another browser acts on nothing and asks for the code", async ({ page, browser }) => {
    const address = addressOf(newLogin("ewa"));
    const mail = await askForMail(page, "szczecin", address);
    const other = await (await browser.newContext()).newPage();
    await other.goto(linkIn(mail));
    await expect(other.locator("[name=code]")).toBeVisible();
    await expect(signOutButton(other)).toHaveCount(0);
    await expectSignedOut(page, "szczecin");

    await other.goto(linkIn(mail));
    await typeCode(other, codeIn(mail));
    await expectSignedIn(other);
    await other.goto(site("szczecin", "/konto"));
    await expect(other.getByRole("main")).toContainText(address);
    // It counts once, and for the browser it was typed in.
    await expectSignedOut(page, "szczecin");
    await other.context().close();
  });

  test("five wrong codes spend the mail, and the next one signs in", async ({ page, problems }) => {
    const address = addressOf(newLogin("jan"));
    const mail = await askForMail(page, "szczecin", address);
    // Still open when the tries are over.
    const waiting = await page.context().newPage();
    await waiting.goto(site("szczecin", "/logowanie/kod"));
    for (let i = 1; i <= 5; i++) {
      await typeCode(page, String((Number(codeIn(mail)) + i) % 1_000_000).padStart(6, "0"));
      await expect(page.getByRole("alert")).toBeVisible();
      await expect(signOutButton(page)).toHaveCount(0);
    }
    await typeCode(waiting, codeIn(mail));
    await expectRefusedSignIn(waiting);
    expectOnlyRefusals(problems);

    await signInByMail(page, "szczecin", address);
  });

  test("a link counts once", async ({ page, problems }) => {
    const mail = await askForMail(page, "szczecin", addressOf(newLogin("iga")));
    await followLink(page, mail);
    await expectSignedIn(page);
    await signOut(page);
    await page.goto(linkIn(mail));
    await expectRefusedSignIn(page);
    expectOnlyRefusals(problems);
  });

  test("a link that was tampered with, or is another city's, is refused with a way forward", async ({ page, problems }) => {
    const link = linkIn(await askForMail(page, "szczecin", addressOf(newLogin("kuba"))));
    const last = link.at(-1) === "A" ? "B" : "A";
    for (const wrong of [link.slice(0, -1) + last, `${link}A`, site("radom", new URL(link).pathname)]) {
      await page.goto(wrong);
      await expectRefusedSignIn(page);
    }
    expectOnlyRefusals(problems);
  });

  test("what is no address is explained and kept", async ({ page, problems }) => {
    await page.goto(site("szczecin", "/logowanie"));
    // The browser would stop it before the server sees it.
    await page.locator("form", { has: page.locator("[name=email]") }).evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await page.locator("[name=email]").fill("ala.example.org");
    await page.locator("[name=email]").press("Enter");
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.locator("[name=email]")).toHaveValue("ala.example.org");
    await expect(page.locator("[name=email]")).toHaveAttribute("aria-invalid", "true");
    expectOnlyRefusals(problems);
  });
});

test.describe("at a provider", () => {
  test("whoever signs in there is known here by name and address", async ({ page }) => {
    const login = newLogin("jan.kowalski");
    await signInAtProvider(page, "szczecin", login);
    await page.goto(site("szczecin", "/konto"));
    await expect(page.getByRole("main")).toContainText("Jan Kowalski");
    await expect(page.getByRole("main")).toContainText(addressOf(login));
  });

  test("each city offers its own provider, or none", async ({ page, problems }) => {
    await page.goto(site("szczecin", "/logowanie"));
    await expect(page.locator(`a[href*="/auth/"]`)).toHaveText([new RegExp(PROVIDER.names.szczecin)]);
    await expect(page.getByRole("main")).not.toContainText(PROVIDER.names.radom);
    await page.goto(site("slupsk", "/logowanie"));
    await expect(page.locator(`a[href*="/auth/"]`)).toHaveCount(0);
    expect((await page.goto(site("slupsk", `/auth/${PROVIDER.id}`)))?.status()).toBe(404);
    expectOnlyRefusals(problems);

    // Two providers may know the same name: it is nobody here who is somebody there.
    const login = newLogin("ala.nowak");
    await signInAtProvider(page, "szczecin", login);
    await expectSignedOut(page, "radom");
    await signInAtProvider(page, "radom", login);
    await page.goto(site("radom", "/konto"));
    await expect(page.getByRole("main")).toContainText("Ala Nowak");
    await expect(devices(page)).toHaveCount(1);
  });

  test("who gives up there comes back to the other ways to sign in", async ({ page, problems }) => {
    await goToProvider(page, "szczecin");
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.waitForURL((url) => url.origin === site("szczecin", ""));
    await expectRefusedSignIn(page);
    expectOnlyRefusals(problems);
  });

  test("an answer counts once, and for the browser that asked", async ({ page, browser, problems }) => {
    const asked = page.waitForRequest(/:\d+\/auth\?/);
    await goToProvider(page, "szczecin");
    const other = await (await browser.newContext()).newPage();
    await other.goto((await asked).url());
    await atProvider(other, "szczecin", newLogin("obcy"));
    await expectRefusedSignIn(other);
    await other.context().close();

    const answered = page.waitForRequest(new RegExp(`/auth/${PROVIDER.id}/callback\\?`));
    await signInAtProvider(page, "szczecin", newLogin("piotr"));
    await signOut(page);
    await page.goto((await answered).url());
    await expectRefusedSignIn(page);
    expectOnlyRefusals(problems);
  });
});

test.describe("the session", () => {
  test("a city's cookie opens nothing in another city", async ({ page, context }) => {
    await signInByMail(page, "szczecin", addressOf(newLogin("zofia")));
    const cookies = await context.cookies(site("szczecin"));
    expect(cookies.filter(({ name, httpOnly, secure }) => !name.startsWith("__Host-") || !httpOnly || !secure)).toEqual([]);
    expect(cookies.length).toBeGreaterThan(0);
    // The browser's own door takes such names from https alone; it sends them to names under localhost without.
    const url = "https://radom.localhost/";
    await context.addCookies(cookies.map(({ name, value }) => ({ name, value, url, httpOnly: true, secure: true, sameSite: "Lax" })));
    await expectSignedOut(page, "radom");
    await page.goto(site("szczecin"));
    await expectSignedIn(page);
  });

  test("signing out ends it, also for who kept the cookie", async ({ page, context }) => {
    await signInByMail(page, "szczecin", addressOf(newLogin("adam")));
    const kept = await context.cookies(site("szczecin"));
    await page.goto(site("szczecin", "/zajecia"));
    await signOut(page);
    await expectSignedOut(page, "szczecin");
    const url = "https://szczecin.localhost/";
    await context.addCookies(kept.map(({ name, value }) => ({ name, value, url, httpOnly: true, secure: true, sameSite: "Lax" })));
    await expectSignedOut(page, "szczecin");
  });

  test("a cookie planted before somebody signs in is not theirs afterwards", async ({ page, context, browser }) => {
    const mail = await askForMail(page, "szczecin", addressOf(newLogin("hania")));
    const planted = await browser.newContext({ storageState: await context.storageState() });
    await typeCode(page, codeIn(mail));
    await expectSignedIn(page);
    await expectSignedOut(await planted.newPage(), "szczecin");
    await planted.close();
  });

  test("another device can be signed out from this one", async ({ page, browser }) => {
    const address = addressOf(newLogin("marta"));
    await signInByMail(page, "szczecin", address);
    const other = await (await browser.newContext()).newPage();
    await signInByMail(other, "szczecin", address);

    await page.goto(site("szczecin", "/konto"));
    await expect(devices(page)).toHaveCount(2);
    await devices(page).getByRole("button", { name: /wyloguj/i }).click();
    await expect(devices(page)).toHaveCount(1);
    await expectSignedIn(page);
    await expectSignedOut(other, "szczecin");
    await other.context().close();
  });
});

test("the pages fit a phone in every language", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await askForMail(page, "szczecin", addressOf(newLogin("z-bardzo-dlugim-adresem-ktory-nie-chce-sie-zmiescic")));
  for (const prefix of ["", "/en", "/uk"]) await fits(page, site("szczecin", `${prefix}/logowanie/kod`));
  await signInAtProvider(page, "szczecin", newLogin("anna.nowak"));
  for (const prefix of ["", "/en", "/uk"]) await fits(page, site("szczecin", `${prefix}/konto`));
  await page.context().clearCookies();
  for (const prefix of ["", "/en", "/uk"]) await fits(page, site("szczecin", `${prefix}/logowanie`));
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("the pages have no violations of accessibility", async ({ page, problems }) => {
      await page.goto(site("szczecin", "/logowanie"));
      expect.soft(await violations(page), "signing in").toEqual([]);
      const mail = await askForMail(page, "szczecin", addressOf(newLogin("ania")));
      expect.soft(await violations(page), "the code").toEqual([]);
      await typeCode(page, codeIn(mail) === "000000" ? "000001" : "000000");
      await expect(page.getByRole("alert")).toBeVisible();
      expect.soft(await violations(page), "a wrong code").toEqual([]);
      expectOnlyRefusals(problems);
      await page.goto(linkIn(mail));
      expect.soft(await violations(page), "the link").toEqual([]);
      await followLink(page, mail);
      await expectSignedIn(page);
      await page.goto(site("szczecin", "/konto"));
      expect.soft(await violations(page), "the account").toEqual([]);
    });
  });
}
