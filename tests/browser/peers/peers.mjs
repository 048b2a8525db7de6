/**
 * Those whom Tablica talks to: two cities' OpenID providers and a mail server, in one process on 127.0.0.1.
 *
 *   TABLICA_TEST_PORT           Tablica's port; the providers send people back to it
 *   TABLICA_TEST_PEERS          http://127.0.0.1:PORT, where tests ask: GET and DELETE /mails[?to=ADDRESS], GET /health
 *   TABLICA_TEST_SMTP_PORT      the mail server's
 *   TABLICA_TEST_PROVIDERS      the providers' ports: szczecin=PORT,radom=PORT
 *   TABLICA_TEST_CLIENT_SECRET  of Tablica, at either provider
 */
import { createServer } from "node:http";

import { startMail } from "./mail.mjs";
import { startProvider } from "./provider.mjs";

/** @param {string} name */
function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

const mail = await startMail(Number(setting("TABLICA_TEST_SMTP_PORT")));
for (const [index, pair] of setting("TABLICA_TEST_PROVIDERS").split(",").entries()) {
  const [city = "", port] = pair.split("=");
  await startProvider({
    city,
    port: Number(port),
    secret: setting("TABLICA_TEST_CLIENT_SECRET"),
    redirect: `http://${city}.localhost:${setting("TABLICA_TEST_PORT")}/auth/miasto/callback`,
    // Both kinds are about: Keycloak and Google tell it in the token, the standard asks for no more than user info.
    claimsInToken: index === 0,
  });
}

// The last to start: who gets an answer of it finds everybody at home.
createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  const address = searchParams.get("to");
  const route = `${request.method} ${pathname}`;
  response.setHeader("Content-Type", "application/json");
  if (route === "GET /mails") return void response.end(JSON.stringify(mail.list(address)));
  if (route === "GET /health") return void response.end("{}");
  response.statusCode = route === "DELETE /mails" ? 204 : 404;
  if (route === "DELETE /mails") mail.forget(address);
  response.end();
}).listen(Number(new URL(setting("TABLICA_TEST_PEERS")).port), "127.0.0.1");
