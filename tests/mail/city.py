"""Cities, the mail servers they hand their mail to, and the worker that does it."""

import base64
import email
import email.policy
import json
import os
import re
import subprocess
import time

from outbox import Outbox

# No name is part of another: what is found of one in another's mail does not belong there.
CITIES = {
    "alfowo": ("Alfowo", "#0a5f38"),
    "betowo": ("Betowo", "#123c8c"),
    "gamowo": ("Gamowo", "#7a1f3d"),
    "deltowo": ("Deltowo", "#4b2a80"),
    "jotowo": ("Jotowo", "#005b63"),
    "kapowo": ("Kąpowo", "#5a4300"),
    "lambdowo": ("Lambdowo", "#2f4f1a"),
    "sigmowo": ("Sigmowo", "#8a2b00"),
}
SECRET = "a-secret-that-only-these-tests-have-0123456789"
HOOK_SECRET = "what-only-the-mail-server-knows"
DECLARATION = """
slug      = "{slug}"
name      = "{name}"
hosts     = ["edu.{slug}.example"]
modules   = ["activities"]

[area]
teryt  = "3210024"
centre = [52.74, 14.69]
bounds = [52.60, 14.50, 52.90, 14.90]

[brand]
primary = "{primary}"
accent  = "#ffcc00"

[mail]
from              = "portal@{slug}.example"
bounce_host       = "odbicia.{slug}.example"
smtp_url          = "smtp://127.0.0.1:{port}"
dkim              = {{ domain = "{slug}.example", selector = "poczta", key_file = "dkim.pem" }}
domain_per_minute = 1000000
"""


class Installation:
    """An installation with these cities, in a folder of its own."""

    def __init__(self, binary, work, ports):
        self.binary, self.work = binary, work
        self.data, self.tenants, self.received = work / "data", work / "tenants", work / "received"
        self.received.mkdir()
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("TABLICA_")},
            "TABLICA_DATA_DIR": str(self.data),
            "TABLICA_TENANTS_DIR": str(self.tenants),
            "TABLICA_SECRET_KEY": SECRET,
            "TABLICA_MAIL_HOOK_SECRET": HOOK_SECRET,
            "TABLICA_LOG": "warn",
        }
        subprocess.run(["node", "tests/mail/keys.mjs", str(work), *CITIES], check=True)
        self.dns = json.loads((work / "dns.json").read_text())
        for (slug, (name, primary)), port in zip(CITIES.items(), ports):
            folder = self.tenants / slug
            folder.mkdir(parents=True)
            (work / f"{slug}.pem").rename(folder / "dkim.pem")
            declared = DECLARATION.format(slug=slug, name=name, primary=primary, port=port)
            (folder / "tenant.toml").write_text(declared)
        self.tablica("tenant", "apply", *(str(self.tenants / slug) for slug in CITIES))
        self.boxes = {slug: Outbox(self.data, slug, SECRET, base(slug)) for slug in CITIES}
        pairs = [f"{slug}={port}" for slug, port in zip(CITIES, ports)]
        self.peers = subprocess.Popen(
            ["node", "tests/mail/peers.mjs", str(self.received), *pairs], stdout=subprocess.PIPE, text=True
        )
        assert self.peers.stdout.readline() == "ready\n", "the mail servers did not start"

    def tablica(self, *arguments, **more):
        """Runs a command to its end; what it said."""
        done = subprocess.run(
            [self.binary, *arguments], env=self.environment, capture_output=True, timeout=120, **more
        )
        said = done.stdout.decode(), done.stderr.decode()
        assert done.returncode == 0, f"tablica {' '.join(arguments)}: {said}"
        return said[0]

    def start(self, *arguments):
        """Starts a server or worker."""
        log = open(self.work / "tablica.log", "a")
        return subprocess.Popen([self.binary, *arguments], env=self.environment, stdout=log, stderr=log)

    def came(self, slug):
        """The mails that came to a city's server, in their order."""
        lines = (self.received / f"{slug}.jsonl").read_text().splitlines()
        return [Came(json.loads(line)) for line in lines]

    def size(self, slug):
        """How much came to a city's server, in bytes."""
        return (self.received / f"{slug}.jsonl").stat().st_size

    def stop(self):
        self.peers.kill()
        self.peers.wait()


class Came:
    """A mail as a server took it."""

    def __init__(self, line):
        self.sender, self.recipients = line["sender"], line["recipients"]
        self.raw = base64.b64decode(line["data"])
        self.parsed = email.message_from_bytes(self.raw, policy=email.policy.default)

    @property
    def message_id(self):
        return str(self.parsed["message-id"])

    def parts(self):
        """Its text and its HTML."""
        kinds = {part.get_content_type(): part.get_content() for part in self.parsed.walk() if not part.is_multipart()}
        assert set(kinds) == {"text/plain", "text/html"}, kinds.keys()
        return kinds["text/plain"], kinds["text/html"]

    def links(self):
        """Every address that somebody could follow."""
        return [link for part in self.parts() for link in re.findall(r"https?://[^\s\"'<>)]+", part)]


def base(slug):
    """The address of a city's portal."""
    return f"http://{slug}.localhost:8080"


def wait(until, seconds, what):
    """Waits until something is so."""
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, f"after {seconds} s not yet: {what}"
        time.sleep(0.05)


def end(process):
    """Tells a process to end, and waits."""
    process.terminate()
    process.wait(timeout=30)
