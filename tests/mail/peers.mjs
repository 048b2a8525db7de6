/**
 * The mail servers that cities hand their mail to: npm's `smtp-server`, one for each city, in one process.
 *
 *   peers.mjs FOLDER CITY=PORT…    each mail becomes a line of JSON in FOLDER/CITY.jsonl before it is answered for
 *
 * What is answered is by turns quick and slow, so that whoever is killed is killed everywhere: before, during and after
 * the answer.
 */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";

import { SMTPServer } from "smtp-server";

const [folder = ".", ...cities] = process.argv.slice(2);

for (const pair of cities) {
  const [city = "", port] = pair.split("=");
  const file = join(folder, `${city}.jsonl`);
  appendFileSync(file, "");
  let taken = 0;
  const server = new SMTPServer({
    name: `mx.${city}.example`,
    authOptional: true,
    // The connection never leaves the machine, and there is no certificate that anybody would trust.
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: 1 << 20,
    async onData(stream, { envelope }, done) {
      try {
        const data = (await buffer(stream)).toString("base64");
        const sender = envelope.mailFrom ? envelope.mailFrom.address : "";
        const recipients = envelope.rcptTo.map(({ address }) => address);
        // From here on the mail is this server's, whether the answer is heard or not.
        appendFileSync(file, JSON.stringify({ sender, recipients, data }) + "\n");
        taken += 1;
        setTimeout(done, taken % 3 === 0 ? (taken * 7) % 23 : 0);
      } catch (error) {
        done(/** @type {Error} */ (error));
      }
    },
  });
  // A client that hangs up, or is killed, is no reason to stop.
  server.on("error", () => {});
  await new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(Number(port), "127.0.0.1", () => resolve(undefined));
  });
}
console.log("ready");
