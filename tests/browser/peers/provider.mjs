/**
 * A city's OpenID provider: npm's `oidc-provider` with one client, the city's portal, and a page of its own on which a
 * login name alone signs in. Nothing outlives the process.
 */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

import Provider from "oidc-provider";

const SCOPES = "openid email profile";

/**
 * What is known of whoever signs in under a login name: `jan.kowalski` is Jan Kowalski, <jan.kowalski@example.org>. The
 * address of a login name that starts with `unverified` has not been verified.
 *
 * @param {string} login
 */
function claims(login) {
  const name = login.replace(/(^|[.-])(\p{L})/gu, (_, gap, letter) => (gap && " ") + letter.toUpperCase());
  return { sub: login, email: `${login}@example.org`, email_verified: !login.startsWith("unverified"), name };
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * The page that asks who it is.
 *
 * @param {string} city
 * @param {string} client
 */
function page(city, client) {
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Provider of ${escaped(city)}</title>
  <link rel="icon" href="data:,">
  <h1>Provider of ${escaped(city)}</h1>
  <p>Sign in to ${escaped(client)}</p>
  <form method="post">
    <p><label>Login <input name="login" required autofocus></label></p>
    <button>Sign in</button>
    <button name="cancel" value="1" formnovalidate>Cancel</button>
  </form>
</html>`;
}

/**
 * Starts the provider of a city on a port of 127.0.0.1.
 *
 * @param {object} options
 * @param {string} options.city the name of the city, as in hosts
 * @param {number} options.port where to listen; the issuer is the address itself
 * @param {string} options.secret of the client, `tablica-<city>`
 * @param {string} options.redirect where the client may be sent back to
 * @param {boolean} options.claimsInToken whether the ID token tells name and address; else only the user info endpoint does
 */
export async function startProvider({ city, port, secret, redirect, claimsInToken }) {
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      {
        client_id: `tablica-${city}`,
        client_secret: secret,
        // Of a web application (the default) the library wants https only in the implicit flow, which is off here. A
        // native one would be refused: it may use plain http only at localhost itself, and szczecin.localhost is not that.
        application_type: "web",
        redirect_uris: [redirect],
        grant_types: ["authorization_code"],
        response_types: ["code"],
        id_token_signed_response_alg: "RS256",
      },
    ],
    jwks: { keys: [{ ...key, kid: `${city}-1`, use: "sig", alg: "RS256" }] },
    // Cookies know no ports, so the two providers would take each other's.
    cookies: {
      keys: [randomBytes(32).toString("hex")],
      names: { session: `${city}_session`, interaction: `${city}_interaction`, resume: `${city}_resume` },
    },
    pkce: { required: () => true },
    scopes: SCOPES.split(" "),
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: !claimsInToken,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, login) => ({ accountId: login, claims: () => claims(login) }),
    // Consent is not asked for: whoever signs in has given it.
    async loadExistingGrant({ oidc }) {
      const { client, session } = oidc;
      if (!client || !session?.accountId) return undefined;
      const known = session.grantIdFor(client.clientId);
      if (known) return oidc.provider.Grant.find(known);
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(SCOPES);
      await grant.save();
      return grant;
    },
  });
  provider.on("server_error", (_, error) => console.error(`${city}:`, error));
  /** @type {(context: unknown, refusal: Error & { error_description?: string, error_detail?: string }) => void} */
  const refused = (_, { message, error_description, error_detail }) =>
    console.error(`${city}: ${message}: ${error_description ?? ""} (${error_detail ?? "no details"})`);
  provider.on("authorization.error", refused);
  provider.on("grant.error", refused);
  provider.on("userinfo.error", refused);

  const answer = provider.callback();
  const server = createServer(async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
    try {
      if (request.method !== "POST") {
        const { params } = await provider.interactionDetails(request, response);
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        return void response.end(page(city, String(params["client_id"])));
      }
      const form = new URLSearchParams(await text(request));
      const login = form.get("login")?.trim();
      await provider.interactionFinished(
        request,
        response,
        form.has("cancel") || !login ? { error: "access_denied", error_description: "given up" } : { login: { accountId: login } },
      );
    } catch (error) {
      // Mostly an interaction that is over: somebody went back.
      response.statusCode = 400;
      response.end(String(error));
    }
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", () => resolve(undefined)));
}
