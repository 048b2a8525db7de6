import { readFileSync, readdirSync } from "node:fs";

import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

export const PORT = process.env["TABLICA_TEST_PORT"] ?? "8080";
export const CITIES = ["szczecin", "slupsk", "koszalin", "radom"] as const;
export const REGION = `http://localhost:${PORT}`;

export function site(city: string, path = "/"): string {
  return `http://${city}.localhost:${PORT}${path}`;
}

/** Every test fails on an error in the console: a script that threw, a file that is missing, a violation of the content security policy. */
export const test = base.extend<{ problems: string[] }>({
  // Every test comes from a place of its own, as people do (RFC 2544's addresses, said by a proxy that the server trusts): how many
  // sign-in mails one place may ask for is limited, and all tests together ask for more.
  extraHTTPHeaders: async ({}, use) => {
    const part = () => Math.floor(Math.random() * 254) + 1;
    await use({ "X-Forwarded-For": `198.${18 + Math.round(Math.random())}.${part()}.${part()}` });
  },
  problems: [
    async ({ context }, use) => {
      const problems: string[] = [];
      const watch = (page: Page) => {
        page.on("console", (message) => {
          if (message.type() === "error") problems.push(`${page.url()}: ${message.text()}`);
        });
        page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
      };
      context.on("page", watch);
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

/** Of a test that is refused on purpose: the browser reported the status of such pages, and nothing else. */
export function expectOnlyRefusals(problems: string[]): void {
  expect(problems.splice(0).filter((problem) => !/responded with a status of 4\d\d/.test(problem))).toEqual([]);
}

/** What axe finds wrong with the page as it is, or what some of its rules do. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const messages = new URL("../../web/i18n/pl/", import.meta.url);
/** Keys of messages that no text would contain by chance. */
const keys = readdirSync(messages)
  .flatMap((file) => [...readFileSync(new URL(file, messages), "utf8").matchAll(/^([a-zA-Z][\w-]*) =/gm)].map(([, key]) => key!))
  .filter((key) => key.includes("-"));

/** A page is as wide as the window, and no message is missing: that would be shown by its key. */
export async function fits(page: Page, address: string): Promise<void> {
  const response = await page.goto(address);
  expect.soft(response?.status(), address).toBeLessThan(500);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(overflow, address).toBeLessThanOrEqual(0);
  const words = new Set((await page.locator("body").innerText()).split(/[^\w-]+/));
  expect.soft(keys.filter((key) => words.has(key)), address).toEqual([]);
}

/** What the city's own API answers. Names under localhost are known to the browser, not to every system, hence the header. */
export async function ask<T>(page: Page, city: string, query: string): Promise<T> {
  const response = await page.request.post(`http://127.0.0.1:${PORT}/graphql`, { headers: { Host: `${city}.localhost:${PORT}` }, data: { query } });
  return ((await response.json()) as { data: T }).data;
}

type Holder = { url: string; activities: { totalCount: number; nodes: { url: string }[] } };

/** Culture centres of a city, each with the first of its classes. */
export async function holders(page: Page, city: string): Promise<Holder[]> {
  const query = `{ institutions(filter: { kinds: [CULTURE_CENTRE] }, first: 20) { nodes { url activities(first: 1) { totalCount nodes { url } } } } }`;
  return (await ask<{ institutions: { nodes: Holder[] } }>(page, city, query)).institutions.nodes;
}

/** Addresses of an institution and of a class that it holds. */
export async function examples(page: Page, city: string): Promise<{ activity: string; institution: string }> {
  const institution = (await holders(page, city)).find(({ activities }) => activities.totalCount > 0);
  const activity = institution?.activities.nodes[0];
  if (!institution || !activity) throw new Error("the demonstration catalogue has no classes in a culture centre");
  return { activity: site(city, activity.url), institution: site(city, institution.url) };
}

export { expect };
