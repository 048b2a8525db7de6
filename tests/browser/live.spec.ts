import type { Browser, Page } from "@playwright/test";

import { appoint } from "./appoint";
import { addressOf, newLogin, signInByMail, signOut } from "./people";
import { expect, site, test, violations } from "./site";

// Mails are waited for, and several people take part.
test.describe.configure({ timeout: 120_000 });

const CITY = "slupsk";

/** What the page's own API answers to who is signed in there. */
async function call<T>(page: Page, query: string, variables: Record<string, unknown>): Promise<T> {
  return page.evaluate(
    async ([query, variables]) => {
      const response = await fetch("/graphql", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ query, variables }),
      });
      const answer = await response.json();
      const refused = Object.values<{ errors?: unknown[] } | null>(answer.data ?? {}).some((payload) => (payload?.errors?.length ?? 0) > 0);
      if (answer.errors || refused) throw new Error(JSON.stringify(answer));
      return answer.data;
    },
    [query, variables] as const,
  );
}

async function signedIn(browser: Browser, name: string, role?: string): Promise<Page> {
  const address = addressOf(newLogin(name));
  if (role) appoint(CITY, address, role);
  const page = await (await browser.newContext()).newPage();
  await signInByMail(page, CITY, address);
  return page;
}

const SAVE = "mutation($input: EntrySaveInput!) { entrySave(input: $input) { entry { id } errors { code message } } }";

/** What somebody offers at a price, in zloty a month. */
function offer(title: string, price: string): Record<string, string> {
  return { title, provider: "Bractwo Miecza", description: "Szermierka dawna.", slots: "sat 10:00-12:00", price, priceUnit: "month" };
}

test("the bell rings in every window, without anybody loading a page", async ({ browser }) => {
  const [parent, editor] = [await signedIn(browser, "mama"), await signedIn(browser, "redaktor", "editor")];
  const title = `Szermierka ${newLogin("miecz")}`;
  type Saved = { entrySave: { entry: { id: string } } };
  const { id } = (await call<Saved>(editor, SAVE, { input: { kind: "ACTIVITY", fields: offer(title, "300") } })).entrySave.entry;
  const cost = (price: string) => call(editor, SAVE, { input: { id, fields: offer(title, price) } });
  const save = "mutation($input: SubscriptionSaveInput!) { subscriptionSave(input: $input) { errors { code } } }";
  await call(parent, save, { input: { target: { entry: id }, frequency: "AT_ONCE", about: ["CALLED_OFF", "PLACE_FREED", "PRICE_FELL"] } });
  const other = await parent.context().newPage();
  for (const window of [parent, other]) {
    await window.goto(site(CITY, "/"));
    await expect(window.locator("[data-bell-count]")).toBeHidden();
  }
  // Time for the engine to know what it cost before.
  await parent.waitForTimeout(4_000);
  await cost("90");
  for (const window of [parent, other]) {
    await expect(window.locator("[data-bell-count]")).toHaveText("1", { timeout: 20_000 });
    await expect(window.locator("[data-bell-words]")).toContainText("1");
    await expect(window.locator("[data-bell-status]")).toContainText(title);
    expect(await violations(window)).toEqual([]);
  }
  // Seen in one window, it is seen in the other.
  await call(parent, "mutation { notificationsRead(input: { all: true }) { errors { code } } }", {});
  await expect(other.locator("[data-bell-count]")).toBeHidden({ timeout: 20_000 });

  // The window that listened for both is closed; the other goes on.
  await parent.close();
  await other.waitForTimeout(1_000);
  await cost("40");
  await expect(other.locator("[data-bell-count]")).toHaveText("1", { timeout: 40_000 });
  await signOut(other);
  await expect(other.locator("[data-bell]")).toHaveCount(0);
});

test("the service worker is there, and the switch shows what the browser offers", async ({ browser }) => {
  const page = await signedIn(browser, "tata");
  const worker = await page.request.get(site(CITY, "/sw.js").replace(`${CITY}.localhost`, "127.0.0.1"), { headers: { Host: new URL(site(CITY)).host } });
  expect(worker.status()).toBe(200);
  expect(worker.headers()["content-type"]).toContain("javascript");
  await page.goto(site(CITY, "/konto/powiadomienia/ustawienia"));
  const section = page.locator("[data-push]");
  await expect(section).toBeVisible();
  await expect(section.locator("[data-push-toggle]")).toHaveAttribute("aria-pressed", "false");
  const registered = await page.evaluate(async () => (await navigator.serviceWorker.register("/sw.js", { scope: "/" })).scope);
  expect(registered).toBe(site(CITY, "/"));
  expect(await violations(page)).toEqual([]);
});
