/** A mail server that keeps what it is given, and tells it. */
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { buffer } from "node:stream/consumers";

/**
 * @typedef {object} Mail
 * @property {string} sender of the envelope
 * @property {string[]} recipients of the envelope
 * @property {string} from address in the header
 * @property {string[]} to addresses in the header
 * @property {string} subject
 * @property {string} text the plain part; empty if there is none
 * @property {string} html the HTML part; empty if there is none
 * @property {Record<string, string>} headers by lower-case name; the first of each
 */

/**
 * Starts the server on a port of 127.0.0.1.
 *
 * @param {number} port
 */
export async function startMail(port) {
  /** @type {Mail[]} */
  let mails = [];
  const server = new SMTPServer({
    authOptional: true,
    // The connection never leaves the machine, and there is no certificate that anybody would trust.
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: 1 << 20,
    async onData(stream, { envelope }, done) {
      try {
        const parsed = await PostalMime.parse(await buffer(stream));
        if (stream.sizeExceeded) throw Object.assign(new Error("too long"), { responseCode: 552 });
        mails.push({
          sender: (envelope.mailFrom && envelope.mailFrom.address) || "",
          recipients: envelope.rcptTo.map(({ address }) => address),
          from: parsed.from?.address ?? "",
          to: (parsed.to ?? []).map(({ address }) => address ?? ""),
          subject: parsed.subject ?? "",
          text: parsed.text ?? "",
          html: parsed.html ?? "",
          headers: Object.fromEntries(parsed.headers.map(({ key, value }) => /** @type {const} */ ([key, value])).reverse()),
        });
        done();
      } catch (error) {
        done(/** @type {Error} */ (error));
      }
    },
  });
  // A client that hangs up is no reason to stop.
  server.on("error", (error) => console.error("mail:", error));
  await new Promise((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(undefined));
  });

  /** @param {string | null} address */
  const isFor = (address) => (/** @type {Mail} */ mail) =>
    address === null || mail.recipients.some((recipient) => recipient.toLowerCase() === address.toLowerCase());
  return {
    /**
     * What came for an address, or for anybody, in the order it came.
     *
     * @param {string | null} address
     */
    list: (address) => mails.filter(isFor(address)),
    /**
     * Forgets what came for an address, or for anybody.
     *
     * @param {string | null} address
     */
    forget(address) {
      mails = mails.filter((mail) => !isFor(address)(mail));
    },
  };
}
