import { randomUUID } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

import type { Browser, Page } from "@playwright/test";

import { appoint } from "./appoint";
import { addressOf, newLogin, signInByMail } from "./people";
import { ask, examples, expect, expectOnlyRefusals, fits, site, test, violations } from "./site";

// People sign in by mail, which is waited for.
test.describe.configure({ timeout: 120_000 });

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
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([40, 110, 180]))]);
  const pixels = deflateSync(Buffer.concat(Array<Buffer>(height).fill(row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

/** A title that no other test uses, of letters only: it is searched for. */
function newTitle(words: string): string {
  return `${words} ${randomUUID().replace(/[^a-f]/g, "").slice(0, 8)}`;
}

/** A school; each caller takes another, by number, so that tests do not meet. */
async function school(page: Page, number: number): Promise<{ id: string; name: string; url: string }> {
  const query = "{ institutions(filter: { kinds: [PRIMARY_SCHOOL] }, sort: NAME, first: 60) { nodes { id name url } } }";
  const { institutions } = await ask<{ institutions: { nodes: { id: string; name: string; url: string }[] } }>(page, CITY, query);
  return institutions.nodes[10 + number]!;
}

/** A person with a browser of their own, signed in and appointed. */
async function person(browser: Browser, role: "editor" | "manager", institution?: string): Promise<Page> {
  const address = addressOf(newLogin(role));
  appoint(CITY, address, role, institution);
  const page = await (await browser.newContext()).newPage();
  await signInByMail(page, CITY, address);
  return page;
}

async function press(page: Page, button: string | RegExp): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), page.getByRole("main").getByRole("button", { name: button }).first().click()]);
}

/** Opens the form of an article of an institution and writes what every article says. */
async function write(page: Page, institution: string, title: string): Promise<void> {
  await page.goto(site(CITY, `/pulpit/wpisy/${institution}/nowy/aktualnosci`));
  await page.locator("#title").fill(title);
  await page.locator("#category").selectOption("success");
  await page.locator("#lead").fill("Pierwsze miejsce w województwie.");
  await page.locator("#description").fill("Gratulujemy **całej drużynie**.\n\n- Ola\n- Jan");
}

test("a school writes an article with pictures and a file, and everybody reads it", async ({ browser, page, problems }) => {
  const title = newTitle("Mistrzowie szachów");
  const held = await school(page, 0);
  const manager = await person(browser, "manager", held.id);
  await write(manager, held.id, title);
  await manager.locator("#newPicture0").setInputFiles({ name: "druzyna.png", mimeType: "image/png", buffer: png(900, 600) });
  await manager.locator("#newPictureAlt0").fill("Drużyna z pucharem");
  await manager.getByText("Dodaj więcej zdjęć").click();
  await manager.locator("#newPicture1").setInputFiles({ name: "puchar.png", mimeType: "image/png", buffer: png(600, 900) });
  await manager.locator("#newPictureAlt1").fill("Puchar na stole");
  await manager.getByText("Pliki do pobrania", { exact: true }).first().click();
  await manager.locator("#newFile0").setInputFiles({ name: "wyniki.csv", mimeType: "text/csv", buffer: Buffer.from("miejsce;szkoła\n1;nasza\n") });
  await press(manager, "Opublikuj");
  await expect(manager.getByRole("main").getByRole("status").first()).toBeVisible();
  // What is there stays, and can be taken away.
  await expect(manager.locator('input[name="pictures"]:checked')).toHaveCount(2);
  await expect(manager.locator('input[name="files"]:checked')).toHaveCount(1);

  // The list finds it, alone and among the institution's own.
  await page.goto(site(CITY, `/aktualnosci?${new URLSearchParams({ q: title })}`));
  await page.getByRole("link", { name: title, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByRole("img", { name: "Drużyna z pucharem" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Zdjęcia" }).getByRole("img", { name: "Puchar na stole" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Do pobrania" })).toContainText("wyniki.csv");
  await expect(page.locator(".prose strong")).toHaveText("całej drużynie");
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "{}");
  expect(data).toMatchObject({ "@type": "NewsArticle", headline: title, author: { name: held.name }, description: "Pierwsze miejsce w województwie." });
  expect(data.image).toHaveLength(2);
  expect(await violations(page)).toEqual([]);

  await page.goto(site(CITY, held.url));
  await page.getByRole("region", { name: "Aktualności" }).getByRole("link", { name: /Wszystkie wiadomości tej placówki/ }).click();
  await expect(page).toHaveURL(/\/aktualnosci\?institution=/);
  await expect(page.getByRole("link", { name: title, exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(held.name);
  const feed = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
  expect(await page.evaluate(async (address) => (await fetch(address!)).text(), feed)).toContain(title);

  // One picture is taken away: the other one is the first then.
  await manager.locator('input[name="pictures"]').first().uncheck();
  await press(manager, "Zapisz");
  await expect(manager.locator('input[name="pictures"]')).toHaveCount(1);
  expect(problems).toEqual([]);
});

test("a picture without words is refused, and nothing that was typed is lost", async ({ browser, page, problems }) => {
  const title = newTitle("Zbiórka książek");
  const held = await school(page, 1);
  const manager = await person(browser, "manager", held.id);
  await write(manager, held.id, title);
  await manager.locator("#newPicture0").setInputFiles({ name: "ksiazki.png", mimeType: "image/png", buffer: png(300, 200) });
  await press(manager, "Opublikuj");
  await expect(manager.getByRole("alert")).toContainText("Napisz, co widać na zdjęciu");
  await expect(manager.locator("#title")).toHaveValue(title);
  await expect(manager.locator("#lead")).toHaveValue("Pierwsze miejsce w województwie.");
  await expect(manager.getByText("Wybierz ten plik jeszcze raz: ksiazki.png")).toBeVisible();
  expectOnlyRefusals(problems);
});

test("what is to be shown later is seen by nobody before", async ({ browser, page }) => {
  const title = newTitle("Półkolonie zimowe");
  const held = await school(page, 2);
  const manager = await person(browser, "manager", held.id);
  await write(manager, held.id, title);
  await manager.getByText("Kiedy ją pokazać").click();
  await manager.locator('[name="publishAt"]').fill(`${new Date().getUTCFullYear() + 1}-10-10`);
  await manager.locator('[name="publishAtTime"]').fill("08:00");
  await press(manager, "Opublikuj");
  await expect(manager.getByRole("main")).toContainText("czeka na publikację");
  await page.goto(site(CITY, `/aktualnosci?${new URLSearchParams({ q: title })}`));
  await expect(page.getByRole("article")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Nie ma takich wiadomości");
});

test("what is pinned for the whole city stands first on its front page", async ({ browser, page }) => {
  const title = newTitle("Dni wolne w święta");
  const editor = await person(browser, "editor");
  await editor.goto(site(CITY, "/pulpit/nowy/aktualnosci"));
  await editor.locator("#title").fill(title);
  await editor.locator("#description").fill("Szkoły są zamknięte od 23 do 31 grudnia.");
  await editor.getByText("Kiedy ją pokazać").click();
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await editor.locator("#pinnedUntil").fill(day);
  await press(editor, "Opublikuj");
  await page.goto(site(CITY));
  const news = page.getByRole("region", { name: "Co słychać w mieście" });
  await expect(news.getByRole("article").first()).toContainText("Przypięte");
  await page.goto(site(CITY, "/aktualnosci"));
  await expect(page.getByRole("article").first()).toContainText("Przypięte");
  await expect(page.getByRole("link", { name: title, exact: true })).toBeVisible();
});

test("programs read what an institution and a class are", async ({ page }) => {
  const { activity, institution } = await examples(page, CITY);
  const data = async () => JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "{}");
  await page.goto(institution);
  const name = (await page.getByRole("heading", { level: 1 }).textContent())?.trim();
  expect(await data()).toMatchObject({ "@context": "https://schema.org", "@type": "EducationalOrganization", name, address: { addressCountry: "PL" } });
  await page.goto(activity);
  const title = (await page.getByRole("heading", { level: 1 }).textContent())?.trim();
  const course = await data();
  expect(course).toMatchObject({ "@type": "Course", name: title, hasCourseInstance: { "@type": "CourseInstance" } });
  expect(course.provider.name).toBeTruthy();
  expect(new URL(course.url).pathname).toBe(new URL(activity).pathname);
});

test("pages of news fit a phone, in every language, and are for everybody", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  for (const path of ["/aktualnosci", "/en/aktualnosci?categories=SPORT&audience=PARENTS", "/uk/aktualnosci?q=nieistniejące"]) {
    await fits(page, site(CITY, path));
    expect(await violations(page), path).toEqual([]);
  }
});
