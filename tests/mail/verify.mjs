/**
 * What npm's `mailauth` says of signatures.
 *
 *   verify.mjs DNS < mails    DNS: file of what DNS answers, by name; mails: one a line, in base64
 *
 * Answers with a line for each mail: the results and domains of its signatures, as `pass szczecin.example`.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

import { dkimVerify } from "mailauth/lib/dkim/verify.js";

/** @type {Record<string, string>} */
const answers = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
/** @type {(name: string, type: string) => Promise<string[][]>} */
const resolver = async (name, type) => {
  const answer = type === "TXT" ? answers[name] : undefined;
  if (answer === undefined) throw Object.assign(new Error(`nothing under ${name}`), { code: "ENOTFOUND" });
  // Strings of DNS have at most 255 bytes, so long keys come in pieces.
  return [answer.match(/.{1,255}/g) ?? []];
};
for await (const line of createInterface({ input: process.stdin })) {
  const { results } = await dkimVerify(Buffer.from(line, "base64"), { resolver });
  console.log(results.map(({ status, signingDomain }) => `${status.result} ${signingDomain}`).join(", "));
}
