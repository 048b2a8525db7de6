"""A city's outbox, written from outside: thousands of mails in a moment, without thousands of people who cause them.

Rows are as the server writes them: arguments are sealed with ChaCha20-Poly1305 under a key that HKDF makes of the
installation's secret for the city (kernel/src/keys.rs).
"""

import base64
import datetime as dt
import hashlib
import hmac
import json
import os
import sqlite3
import time
import uuid

import nacl.bindings

LANES = ("security", "urgent", "normal", "bulk")


class Outbox:
    """The outbox of a city whose data are in `data`, sealed by `secret`; its portal is at `base`."""

    def __init__(self, data, slug, secret, base):
        self.file = data / "tenants" / slug / "tablica.db"
        self.base = base
        root = hmac.digest(b"tablica", secret.encode(), "sha256")
        self.key = hmac.digest(root, f"seal:{slug}/mail".encode() + b"\x01", "sha256")

    def run(self, statement, rows):
        """Changes the database; a server that is at it is waited for."""
        database = sqlite3.connect(self.file, timeout=60)
        with database:
            changed = database.executemany(statement, rows).rowcount
        database.close()
        return changed

    def ask(self, question, *values):
        """What the database answers."""
        database = sqlite3.connect(self.file, timeout=60)
        rows = database.execute(question, values).fetchall()
        database.close()
        return rows

    def seal(self, plain):
        nonce = os.urandom(12)
        sealed = nacl.bindings.crypto_aead_chacha20poly1305_ietf_encrypt(plain, None, nonce, self.key)
        return base64.urlsafe_b64encode(nonce + sealed).decode().rstrip("=")

    def write(self, mails):
        """Writes mails: {to, template, args, lang, lane, unsubscribe}. Returns their ids, in their order."""
        now = moment(dt.datetime.now(dt.timezone.utc))
        rows = []
        for mail in mails:
            args = self.seal(json.dumps({"base": self.base, "args": mail["args"]}).encode())
            lane = mail["lane"]
            rows.append(
                (new_id().bytes, lane, mail["template"], mail["lang"], mail["to"], args, now, now, LANES.index(lane))
                + (mail["unsubscribe"],)
            )
        columns = "id, lane, template, lang, recipient, args, created_at, next_at, queue, unsubscribe, attempts"
        self.run(f"INSERT INTO mail_outbox ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)", rows)
        return [uuid.UUID(bytes=row[0]) for row in rows]

    def waiting(self):
        """How many mails are to be sent yet."""
        return self.ask("SELECT count(*) FROM mail_outbox WHERE queue IS NOT NULL")[0][0]

    def due(self):
        """How many of them a worker may take now: the others are held by one, or by one that died."""
        now = moment(dt.datetime.now(dt.timezone.utc))
        return self.ask("SELECT count(*) FROM mail_outbox WHERE queue IS NOT NULL AND next_at <= ?", now)[0][0]

    def let_time_pass(self):
        """What workers hold that died is due again, as it would be after five minutes."""
        now = moment(dt.datetime.now(dt.timezone.utc))
        self.run("UPDATE mail_outbox SET next_at = ? WHERE queue IS NOT NULL AND next_at > ?", [(now, now)])


def moment(at):
    """A moment as the database keeps it."""
    return at.isoformat(timespec="microseconds")


def new_id():
    """A UUID of version 7, as the server's ids are."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds << 80) | int.from_bytes(os.urandom(10), "big")
    value = (value & ~(0xF << 76)) | (7 << 76)
    return uuid.UUID(int=(value & ~(0x3 << 62)) | (2 << 62))


def digest(data):
    """A short name for a content."""
    return hashlib.sha256(data).hexdigest()
