import { crc32, deflateSync } from "node:zlib";

import { appoint } from "./appoint";
import { addressOf, newLogin, signInByMail } from "./people";
import { ask, expect, expectOnlyRefusals, fits, site, test, violations } from "./site";

// Mails are waited for.
test.describe.configure({ timeout: 90_000 });

const CITY = "szczecin";

/** A PNG of one colour, with a comment that nobody is to read. */
function png(width: number, height: number, [red, green, blue]: [number, number, number], comment: string): Buffer {
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
  // Eight bits of red, green and blue.
  header.set([8, 2], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([red, green, blue]))]);
  const pixels = deflateSync(Buffer.concat(Array<Buffer>(height).fill(row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("tEXt", Buffer.from(`Comment\0${comment}`, "latin1")), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

test("a picture of an activity is checked, shown to everybody, and removed", async ({ browser, page, problems }) => {
  const query = `{ institutions(filter: { kinds: [CULTURE_CENTRE] }, first: 20) { nodes { id activities(first: 3) { nodes { id title url } } } } }`;
  type Holder = { id: string; activities: { nodes: { id: string; title: string; url: string }[] } };
  const { institutions } = await ask<{ institutions: { nodes: Holder[] } }>(page, CITY, query);
  // The last one: other tests take the first.
  const holder = institutions.nodes.filter(({ activities }) => activities.nodes.length > 1).at(-1)!;
  const activity = holder.activities.nodes.at(-1)!;
  const manager = await (await browser.newContext()).newPage();
  const address = addressOf(newLogin("kierowniczka"));
  appoint(CITY, address, "manager", holder.id);
  await signInByMail(manager, CITY, address);
  const entry = site(CITY, `/pulpit/wpis/${activity.id}`);
  await manager.goto(entry);
  const form = manager.locator("#zdjecie");
  const alt = `Dzieci lepią garnki przy długim stole (${newLogin("ślad")}).`;
  const send = () => Promise.all([manager.waitForEvent("domcontentloaded"), form.getByRole("button", { name: "Zapisz zdjęcie" }).click()]);

  // Whatever its name says, a text is no picture; what was typed stays, and what went wrong is said where it did.
  await form.locator("[name=dataBase64]").setInputFiles({ name: "garnki.png", mimeType: "image/png", buffer: Buffer.from("To tylko tekst, nie obraz.\n") });
  await form.locator("[name=alt]").fill(alt);
  await send();
  await expect(form.locator("#error-dataBase64")).toContainText("To nie jest zdjęcie JPEG, PNG ani WebP");
  await expect(form.locator("[name=dataBase64]")).toHaveAttribute("aria-invalid", "true");
  await expect(form.locator("[name=alt]")).toHaveValue(alt);
  expect(await violations(manager)).toEqual([]);

  const secret = "taken at home";
  await form.locator("[name=dataBase64]").setInputFiles({ name: "garnki.png", mimeType: "image/png", buffer: png(640, 400, [20, 140, 90], secret) });
  await form.locator("[name=alt]").fill("");
  await send();
  await expect(form.locator("#error-alt")).toContainText("Napisz, co widać");
  await form.locator("[name=dataBase64]").setInputFiles({ name: "garnki.png", mimeType: "image/png", buffer: png(640, 400, [20, 140, 90], secret) });
  await form.locator("[name=alt]").fill(alt);
  await send();
  await expect(manager.getByRole("status").first()).toHaveText("Zapisano zdjęcie.");
  // It is loaded when somebody comes near.
  await form.scrollIntoViewIfNeeded();
  await expect(form.getByRole("img", { name: alt })).toBeVisible();
  expect(await violations(manager)).toEqual([]);

  // Everybody sees it: of the same size, and nothing of the file but what it shows.
  await page.goto(site(CITY, activity.url));
  const picture = page.getByRole("main").getByRole("img", { name: alt });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((element: HTMLImageElement) => element.complete && element.naturalWidth > 0)).toBe(true);
  expect(await picture.evaluate((element: HTMLImageElement) => [element.getAttribute("width"), element.getAttribute("height")])).toEqual(["640", "400"]);
  const bytes = await picture.evaluate(async (element: HTMLImageElement) => (await (await fetch(element.src)).blob()).text());
  expect(bytes).not.toContain(secret);
  expect(await violations(page)).toEqual([]);
  for (const one of [page, manager]) await one.setViewportSize({ width: 360, height: 780 });
  await fits(page, site(CITY, activity.url));
  await fits(manager, entry);

  await Promise.all([manager.waitForEvent("domcontentloaded"), form.getByRole("button", { name: "Usuń zdjęcie" }).click()]);
  await expect(form.getByRole("img")).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("main").getByRole("img", { name: alt })).toHaveCount(0);
  expectOnlyRefusals(problems);
});
