/** What people of the tests do: sign in, in either way, and read their mail. */
import { randomUUID } from "node:crypto";

import type { Locator, Page } from "@playwright/test";

import { expect, site } from "./site";
import type { Mail } from "./peers/mail.mjs";

const PEERS = process.env["TABLICA_TEST_PEERS"] ?? "http://127.0.0.1:8090";

/** What cities call their providers in addresses, and on the button; `run.sh` declares them. */
export const PROVIDER = { id: "miasto", names: { szczecin: "Konto mieszkańca", radom: "Karta radomianina" } } as const;

/** A login name that no other test uses. */
export function newLogin(name = "osoba"): string {
  return `${name}-${randomUUID().slice(0, 8)}`;
}

/** An address that no other test uses; a provider says the same of this login name. */
export function addressOf(login: string): string {
  return `${login}@example.org`;
}

/** All mails for an address, oldest first. */
export async function mailsTo(address: string, subject = /(?:)/): Promise<Mail[]> {
  const response = await fetch(`${PEERS}/mails?${new URLSearchParams({ to: address })}`);
  return ((await response.json()) as Mail[]).filter((mail) => subject.test(mail.subject));
}

/** The newest mail for an address, waited for until there are more than were known before. */
export async function latestMail(address: string, subject = /(?:)/, known = 0): Promise<Mail> {
  await expect
    .poll(async () => (await mailsTo(address, subject)).length, { message: `mail to ${address} about ${subject}`, timeout: 15_000 })
    .toBeGreaterThan(known);
  return (await mailsTo(address, subject)).at(-1)!;
}

/** The link in a mail that signs in. */
export function linkIn(mail: Mail): string {
  const link = /https?:\/\/\S+\/logowanie\/link\/[\w-]+/.exec(mail.text)?.[0];
  if (!link) throw new Error(`no link to sign in by in: ${mail.text}`);
  return link;
}

/** The code in a mail that signs in: six digits, whether or not they are set in groups. */
export function codeIn(mail: Mail): string {
  // Tokens of links may hold digits too.
  const code = /(?<!\S)(\d{3})\s?(\d{3})(?![\d-])/.exec(mail.text.replace(/https?:\S+/g, ""));
  if (!code) throw new Error(`no code in: ${mail.text}`);
  return `${code[1]}${code[2]}`;
}

/** Sends the form that a field belongs to, and waits for the page that answers. */
async function send(page: Page, field: Locator, value: string): Promise<void> {
  await field.fill(value);
  await Promise.all([page.waitForEvent("domcontentloaded"), field.press("Enter")]);
}

/** Has a mail sent that signs in, from the page that it is asked for on; the page then asks for the code. */
export async function askForMail(page: Page, city: string, address: string): Promise<Mail> {
  const known = (await mailsTo(address)).length;
  await page.goto(site(city, "/logowanie"));
  await send(page, page.locator("[name=email]"), address);
  await expect(page.locator("[name=code]")).toBeVisible();
  return latestMail(address, undefined, known);
}

/** Types the code into the page that asks for it. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await send(page, page.locator("[name=code]"), code);
}

/** Clicks the one button of the page that a mail's link leads to. */
export async function followLink(page: Page, mail: Mail): Promise<void> {
  await page.goto(linkIn(mail));
  await page.getByRole("main").getByRole("button").click();
}

/** Signs in with a mail, by its code or its link. */
export async function signInByMail(page: Page, city: string, address: string, by: "code" | "link" = "code"): Promise<void> {
  const mail = await askForMail(page, city, address);
  if (by === "code") await typeCode(page, codeIn(mail));
  else await followLink(page, mail);
  await expectSignedIn(page);
}

/** Goes to the city's own provider; whom it remembers of an earlier visit is forgotten first. */
export async function goToProvider(page: Page, city: string): Promise<void> {
  await page.context().clearCookies({ domain: "127.0.0.1" });
  await page.goto(site(city, "/logowanie"));
  await page.locator(`a[href*="/auth/${PROVIDER.id}"]`).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Provider of ${city}`);
}

/** Tells the provider who it is, and comes back from there. */
export async function atProvider(page: Page, city: string, login: string): Promise<void> {
  await page.getByLabel("Login").fill(login);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.origin === site(city, ""));
}

/** Signs in at the city's own provider. */
export async function signInAtProvider(page: Page, city: string, login: string): Promise<void> {
  await goToProvider(page, city);
  await atProvider(page, city, login);
  await expectSignedIn(page);
}

/** The button that signs out, which is there for those who are signed in. */
export function signOutButton(page: Page): Locator {
  return page.getByRole("banner").getByRole("button", { name: "Wyloguj" });
}

/** Signs out, and waits until that is done. */
export async function signOut(page: Page): Promise<void> {
  await signOutButton(page).click();
  await expect(signOutButton(page)).toHaveCount(0);
}

export async function expectSignedIn(page: Page): Promise<void> {
  await expect(signOutButton(page)).toBeVisible();
}

/** Nobody is signed in: neither does this page say so nor does the account open. */
export async function expectSignedOut(page: Page, city: string): Promise<void> {
  await page.goto(site(city, "/konto"));
  await expect(page.locator("[name=email]")).toBeVisible();
  await expect(signOutButton(page)).toHaveCount(0);
}

/** Refused with a way forward: the page says why, and asks for the address or leads to where it is asked for. */
export async function expectRefusedSignIn(page: Page): Promise<void> {
  const main = page.getByRole("main");
  await expect(main.locator('[name=email], a[href*="/logowanie"]').first()).toBeVisible();
  await expect(main.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(signOutButton(page)).toHaveCount(0);
}

/** The devices that the account page lists; all but this one have a button that signs them out. */
export function devices(page: Page): Locator {
  return page.getByRole("region", { name: /urządzenia/i }).getByRole("listitem");
}
