// The other tests believe their provider and their mail server, so these are tried first by themselves.
import { createHash, createPublicKey, randomBytes, verify, type JsonWebKey } from "node:crypto";

import { createTransport } from "nodemailer";

import { PROVIDER, addressOf, latestMail, mailsTo, newLogin } from "./people";
import { expect, site, test } from "./site";

const providers = new Map((process.env["TABLICA_TEST_PROVIDERS"] ?? "").split(",").map((pair) => pair.split("=") as [string, string]));
const secret = process.env["TABLICA_TEST_CLIENT_SECRET"] ?? "";

function issuer(city: string): string {
  return `http://127.0.0.1:${providers.get(city)}`;
}

function callback(city: string): string {
  return site(city, `/auth/${PROVIDER.id}/callback`);
}

/** Asks a city's provider to sign somebody in. */
function request(city: string, parameters: Record<string, string>): string {
  const all = { client_id: `tablica-${city}`, redirect_uri: callback(city), response_type: "code", scope: "openid email profile", ...parameters };
  return `${issuer(city)}/auth?${new URLSearchParams(all)}`;
}

for (const city of ["szczecin", "radom"]) {
  test(`the provider of ${city} signs somebody in`, async ({ page, problems }) => {
    const login = newLogin("jan.kowalski");
    const verifier = randomBytes(32).toString("base64url");
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    await page.goto(request(city, { state: "s", nonce: "n", code_challenge: challenge, code_challenge_method: "S256" }));
    await page.getByLabel("Login").fill(login);
    // Tablica asked for nothing, so it takes no notice of the code.
    const [back] = await Promise.all([
      page.waitForRequest((request) => request.url().startsWith(`${callback(city)}?`)),
      page.getByRole("button", { name: "Sign in" }).click(),
    ]);
    const answer = new URL(back.url()).searchParams;
    expect([answer.get("state"), answer.get("iss")]).toEqual(["s", issuer(city)]);

    const form = { grant_type: "authorization_code", code: answer.get("code")!, redirect_uri: callback(city), code_verifier: verifier };
    const authorization = `Basic ${btoa(`tablica-${city}:${secret}`)}`;
    const exchange = () => fetch(`${issuer(city)}/token`, { method: "POST", headers: { authorization }, body: new URLSearchParams(form) });
    const tokens = (await (await exchange()).json()) as { id_token: string; access_token: string };
    const [header, payload, signature] = tokens.id_token.split(".") as [string, string, string];
    const { keys } = (await (await fetch(`${issuer(city)}/jwks`)).json()) as { keys: (JsonWebKey & { kid: string })[] };
    const { alg, kid } = JSON.parse(Buffer.from(header, "base64url").toString());
    expect(alg).toBe("RS256");
    const key = createPublicKey({ key: keys.find((key) => key.kid === kid)!, format: "jwk" });
    expect(verify("RSA-SHA256", Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, "base64url"))).toBe(true);

    const person = { sub: login, email: addressOf(login), email_verified: true, name: expect.stringMatching(/^Jan Kowalski/) };
    const token = JSON.parse(Buffer.from(payload, "base64url").toString());
    expect(token).toMatchObject({ iss: issuer(city), aud: `tablica-${city}`, sub: login, nonce: "n" });
    if (city === "szczecin") expect(token).toMatchObject(person);
    else expect(token).not.toHaveProperty("email");
    const bearer = { headers: { authorization: `Bearer ${tokens.access_token}` } };
    expect(await (await fetch(`${issuer(city)}/me`, bearer)).json()).toMatchObject(person);

    expect((await exchange()).status, "the same code again").toBe(400);
    problems.length = 0;
  });
}

test("a provider wants PKCE, and sends nobody elsewhere", async () => {
  const careless = await fetch(request("szczecin", { state: "s" }), { redirect: "manual" });
  expect(new URL(careless.headers.get("location")!).searchParams.get("error_description")).toContain("PKCE");
  const challenge = { code_challenge: "a".repeat(43), code_challenge_method: "S256" };
  const elsewhere = await fetch(request("szczecin", { ...challenge, redirect_uri: callback("radom") }), { redirect: "manual" });
  expect([elsewhere.status, elsewhere.headers.get("location")]).toEqual([400, null]);
});

test("the mail server keeps what it is given", async () => {
  const [one, other] = [addressOf(newLogin()), addressOf(newLogin())];
  const transport = createTransport({ host: "127.0.0.1", port: Number(process.env["TABLICA_TEST_SMTP_PORT"]) });
  const mail = { from: "Szczecin <szczecin@example.org>", text: "Zażółć: 123456", html: "<p>Zażółć</p>", headers: { "Auto-Submitted": "auto-generated" } };
  await transport.sendMail({ ...mail, to: one, subject: "Gęślą" });
  await transport.sendMail({ ...mail, to: [one, other], subject: "Jaźń" });
  expect(await latestMail(one, /jaźń/i)).toMatchObject({
    sender: "szczecin@example.org",
    recipients: [one, other],
    from: "szczecin@example.org",
    to: [one, other],
    text: expect.stringContaining("Zażółć: 123456"),
    html: expect.stringContaining("<p>Zażółć</p>"),
    headers: expect.objectContaining({ "auto-submitted": "auto-generated" }),
  });
  expect((await mailsTo(one)).map(({ subject }) => subject)).toEqual(["Gęślą", "Jaźń"]);
  expect(await mailsTo(other)).toHaveLength(1);
});
