/**
 * Keys that cities sign with: RSA for every other city, Ed25519 for the rest.
 *
 *   keys.mjs FOLDER CITY…    writes FOLDER/CITY.pem, and FOLDER/dns.json: what DNS would answer, by name
 */
import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder = ".", ...cities] = process.argv.slice(2);
/** @type {Record<string, string>} */
const answers = {};
cities.forEach((city, index) => {
  const isRsa = index % 2 === 0;
  const pair = isRsa ? generateKeyPairSync("rsa", { modulusLength: 2048 }) : generateKeyPairSync("ed25519");
  writeFileSync(join(folder, `${city}.pem`), pair.privateKey.export({ format: "pem", type: "pkcs8" }));
  const der = pair.publicKey.export({ format: "der", type: "spki" });
  // The key of Ed25519 stands there bare (RFC 8463, 4.2): the last 32 bytes of what is around it.
  const key = (isRsa ? der : der.subarray(-32)).toString("base64");
  answers[`poczta._domainkey.${city}.example`] = `v=DKIM1; k=${isRsa ? "rsa" : "ed25519"}; p=${key}`;
});
writeFileSync(join(folder, "dns.json"), JSON.stringify(answers));
