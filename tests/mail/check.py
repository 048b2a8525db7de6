"""Holds what leaves the house against what should: mails of eight cities at once, signatures as two others read them,
what comes back, and a worker that is killed two hundred times.

    check.py BINARY FOLDER PORT…    BINARY: tablica; FOLDER: empty; PORTs: one for each of eight mail servers, one for HTTP
"""

import base64
import datetime as dt
import mailbox
import pathlib
import random
import re
import subprocess
import sys
import time
import traceback
import urllib.error
import urllib.request
import uuid

import dkim

from city import CITIES, HOOK_SECRET, Installation, base, end, wait
from letters import letters
from outbox import moment

# Mails of each city in the first check; eight times it is more than 500.
EACH = 64
# How often a worker is killed. As many mails may come twice: of one that was handed over and not yet noted as such nobody
# can know whether it arrived.
KILLS = 200
# Workers at a time; there are as many on several servers that share the database.
WORKERS = 2
# Mails that wait when the killing begins, and how many are added when fewer than that are free to be taken: those that a
# killed worker held are not.
PILE = 4000
FREE = 400
SAMPLES = pathlib.Path("src/mail/intake/samples")


class Checks:
    """In the order in which they are written; later ones look at what the earlier ones made."""

    def __init__(self, house, port):
        self.house, self.port = house, port
        self.sent = {}

    def check_eight_cities_send_at_once_and_nothing_is_crossed(self):
        house = self.house
        for number, (slug, box) in enumerate(house.boxes.items()):
            mails = letters(EACH, number * EACH)
            self.sent[slug] = dict(zip(box.write(mails), mails))
        began = time.monotonic()
        worker = house.start("work")
        wait(lambda: all(box.waiting() == 0 for box in house.boxes.values()), 120, "all mails are sent")
        took = time.monotonic() - began
        end(worker)
        links = 0
        for slug, (name, primary) in CITIES.items():
            mails = house.came(slug)
            sent = self.sent[slug]
            assert len(mails) == EACH, f"{slug}: {len(mails)} mails came"
            strangers = [
                word
                for other, (others_name, others_colour) in CITIES.items()
                if other != slug
                for word in (other, others_name, others_colour)
            ]
            for mail in mails:
                own = sent[uuid.UUID(re.fullmatch(r"<([0-9a-f-]{36})@(.+)>", mail.message_id)[1])]
                assert mail.message_id.endswith(f"@{slug}.localhost>"), mail.message_id
                assert mail.recipients == [own["to"]], f"{mail.recipients}, not {own['to']}"
                assert re.fullmatch(rf"bounce\+[0-9a-f]{{32}}\.[0-9a-f]+@odbicia\.{slug}\.example", mail.sender), mail.sender
                self.check_head(mail, slug, name, own)
                text, html = mail.parts()
                assert primary in html and "Bcc:" not in mail.parsed, "its own colours"
                assert name in text and name in html, "its own name"
                for link in mail.links():
                    links += 1
                    assert link.startswith(base(slug) + "/"), f"{slug}: {link}"
                everything = "\n".join([mail.sender, str(mail.parsed), text, html]).lower()
                for word in strangers:
                    assert word.lower() not in everything, f"{slug}: {word} stands in its mail"
        return f"{len(CITIES) * EACH} mails in {took:.1f} s, {links} links"

    @staticmethod
    def check_head(mail, slug, name, own):
        """The head: each field once, as the city, whatever people wrote."""
        fields = [field.lower() for field in mail.parsed.keys()]
        expected = {"from", "to", "subject", "date", "message-id", "mime-version", "content-type", "auto-submitted"}
        for field, is_there in [
            ("reply-to", "reply_to" in own["args"] and own["args"]["reply_to"]),
            ("list-unsubscribe", own["unsubscribe"]),
            ("list-unsubscribe-post", own["unsubscribe"]),
            ("list-id", own["lane"] == "bulk"),
        ]:
            if is_there:
                expected.add(field)
        assert sorted(set(fields) - {"dkim-signature"}) == sorted(expected), fields
        assert len(fields) == len(set(fields)), f"twice: {fields}"
        senders, recipients = mail.parsed["from"].addresses, mail.parsed["to"].addresses
        assert [one.addr_spec for one in senders] == [f"portal@{slug}.example"], senders
        assert senders[0].display_name == name, senders
        assert [one.addr_spec for one in recipients] == [own["to"]], recipients
        if "list-unsubscribe" in expected:
            assert mail.parsed["list-unsubscribe"] == f"<{base(slug)}{own['unsubscribe']}>"
            assert mail.parsed["list-unsubscribe-post"] == "List-Unsubscribe=One-Click"
        assert all(len(line) <= 998 for line in mail.raw.split(b"\r\n")), "longer than lines may be"
        assert b"\n" not in mail.raw.replace(b"\r\n", b"") and b"\0" not in mail.raw

    def check_signatures_are_good_to_two_verifiers(self):
        mails = [(slug, mail) for slug in CITIES for mail in self.house.came(slug)]
        for slug, mail in mails:
            assert self.python_says(mail.raw), f"{slug}, {mail.message_id}: dkimpy refuses it"
        for (slug, mail), said in zip(mails, self.node_says([mail.raw for _, mail in mails]), strict=True):
            assert said == f"pass {slug}.example", f"{slug}, {mail.message_id}: mailauth says {said}"
        signed = [re.sub(r"\s", "", mail.parsed["dkim-signature"]) for _, mail in mails]
        kinds = {re.search(r"a=([^;]+)", one)[1] for one in signed}
        assert kinds == {"rsa-sha256", "ed25519-sha256"}, kinds
        for one in signed:
            assert "c=relaxed/relaxed" in one, one
            names = re.search(r"h=([^;]+)", one)[1].lower().split(":")
            assert "content-type" not in names and {"from", "to", "subject", "date", "message-id"} <= set(names), names
        return f"{len(mails)} mails, {' and '.join(sorted(kinds))}"

    def check_what_was_touched_is_refused_by_both(self):
        touched = []
        for slug in CITIES:
            for mail in self.house.came(slug)[:4]:
                head, body = mail.raw.split(b"\r\n\r\n", 1)
                sender = f"From: x@{slug}.example\r\n".encode()
                touched += [
                    head + b"\r\n\r\n" + body.replace(b"a", b"o", 1),
                    re.sub(rb"\r\nSubject: ", b"\r\nSubject: Pilne! ", head) + b"\r\n\r\n" + body,
                    sender + mail.raw,
                    b"Subject: Pilne!\r\n" + mail.raw,
                    b"To: x@gdzie-indziej.example\r\n" + mail.raw,
                ]
        said = self.node_says(touched)
        for raw, one in zip(touched, said, strict=True):
            assert "pass" not in one, f"mailauth takes {raw[:200]}"
            assert not self.python_says(raw), f"dkimpy takes {raw[:200]}"
        own = self.house.came("alfowo")[0].raw
        swapped = {name: self.house.dns[name.replace("alfowo", "gamowo")] for name in self.house.dns if "alfowo" in name}
        assert not self.python_says(own, swapped), "another city's key takes it"
        return f"{len(touched)} mails"

    def python_says(self, raw, dns=None):
        answers = self.house.dns if dns is None else dns
        try:
            return dkim.verify(raw, dnsfunc=lambda name, timeout=5: answers[name.decode().rstrip(".")].encode())
        except dkim.DKIMException:
            return False

    def node_says(self, mails):
        lines = b"\n".join(base64.b64encode(raw) for raw in mails)
        command = ["node", "tests/mail/verify.mjs", str(self.house.work / "dns.json")]
        done = subprocess.run(command, input=lines, capture_output=True, check=True, timeout=120)
        return done.stdout.decode().splitlines()

    def check_bounces_and_complaints_reach_their_city_and_no_other(self):
        house = self.house
        full = [{**letters(1, 90_000 + number)[0], "to": "pelna@poczta.example", "lane": "normal"} for number in range(3)]
        house.boxes["alfowo"].write(full)
        before = len(house.came("alfowo"))
        worker = house.start("work")
        wait(lambda: len(house.came("alfowo")) == before + 3, 60, "three mails to one address are sent")
        end(worker)
        ours, theirs = house.came("alfowo"), house.came("betowo")
        full = ours[before:]
        signature = lambda mail: mail.sender.split(".", 1)[1].split("@")[0]
        mail_id = lambda mail: mail.sender.split("+")[1].split(".")[0]
        forged = f"bounce+{mail_id(theirs[3])}.{signature(ours[3])}@odbicia.betowo.example"
        made_up = f"bounce+{mail_id(ours[4])}.{'0' * len(signature(ours[4]))}@odbicia.alfowo.example"
        came = [
            ("postfix_unknown", ours[0], {}, "HARD_BOUNCE (5.1.1)"),
            ("office365_unknown", theirs[0], {}, "HARD_BOUNCE (5.1.10)"),
            ("qmail", ours[1], {}, "HARD_BOUNCE (5.1.1)"),
            ("arf_abuse", ours[2], {}, "COMPLAINT (abuse)"),
            ("arf_to_the_abuse_desk", theirs[1], {}, "COMPLAINT (abuse)"),
            ("gmail_full", full[0], {}, "MAILBOX_FULL (5.2.2); counted"),
            ("office365_full", full[1], {}, "MAILBOX_FULL (5.2.2); counted"),
            ("postfix_full", full[2], {}, "MAILBOX_FULL (5.2.2); the address is sent nothing more"),
            ("postfix_delayed", ours[5], {}, "noted"),
            ("postfix_spam", ours[6], {}, "REFUSED (5.7.1); counted"),
            ("postfix_forwarded", ours[7], {}, "told of another address"),
            ("arf_of_somebody_else", ours[8], {}, "told of another address"),
            ("holiday", ours[9], {}, "says nothing of the delivery"),
            ("person", ours[10], {}, "says nothing of the delivery"),
            # A signature of one city under a mail of the other; one that nobody made; a host that is the other's.
            ("postfix_unknown", theirs[3], {"sender": forged}, "to no bounce address"),
            ("postfix_unknown", ours[4], {"sender": made_up}, "to no bounce address"),
            ("postfix_unknown", ours[11], {"sender": ours[11].sender.replace("alfowo", "betowo")}, "alfowo, mail"),
            # Who was told of one mail speaks of another one's reader.
            ("postfix_unknown", ours[12], {"recipient": ours[13].recipients[0]}, "told of another address"),
        ]
        messages = [(sample(name, mail, **changed), expected) for name, mail, changed, expected in came]
        box = mailbox.mbox(house.work / "bounces.mbox")
        for raw, _ in messages:
            box.add(raw)
        box.close()
        said = house.tablica("mail", "intake", str(house.work / "bounces.mbox")).splitlines()
        for line, (_, expected), (name, *_) in zip(said, messages, came):
            assert expected in line, f"{name}: {line}"
            assert "@" not in line, f"an address is told: {line}"
        assert said[-1].startswith(f"messages {len(messages)}, addresses suppressed 7"), said[-1]
        gone = [mail.recipients[0].lower() for mail in (ours[0], ours[1], ours[2], ours[11])]
        expected = {
            "alfowo": sorted([*gone, "pelna@poczta.example"]),
            "betowo": sorted(mail.recipients[0].lower() for mail in (theirs[0], theirs[1])),
        }
        assert self.suppressed() == {**dict.fromkeys(CITIES, []), **expected}, self.suppressed()
        # The same once more, as a Maildir: nothing counts twice.
        maildir = mailbox.Maildir(house.work / "Maildir")
        for raw, _ in messages:
            maildir.add(raw)
        again = house.tablica("mail", "intake", str(house.work / "Maildir"))
        assert again.count("known already") == 11 and "counted" not in again, again
        assert self.suppressed() == {**dict.fromkeys(CITIES, []), **expected}
        # And one on standard input.
        one = house.tablica("mail", "intake", input=sample("gmail_unknown", ours[14]))
        assert one.startswith("standard input: alfowo, mail ") and "HARD_BOUNCE (5.1.1)" in one, one
        self.gone = ours[0].recipients[0]
        return f"{len(messages) * 2 + 1} messages, 7 addresses"

    def suppressed(self):
        question = "SELECT address FROM mail_suppressed WHERE until IS NULL OR until > ? ORDER BY address"
        now = moment(dt.datetime.now(dt.timezone.utc))
        return {slug: [row[0] for row in box.ask(question, now)] for slug, box in self.house.boxes.items()}

    def check_the_hook_takes_what_mail_servers_post(self):
        house = self.house
        ours = house.came("gamowo")
        server = house.start("serve", "--no-worker", "--listen", f"127.0.0.1:{self.port}")
        try:
            wait(lambda: self.post(b"", {})[0] != 0, 60, "the server answers")
            good = {"Authorization": f"Bearer {HOOK_SECRET}", "Content-Type": "message/rfc822"}
            message = sample("exim_dsn", ours[0])
            for headers, status in [
                ({"Content-Type": "message/rfc822"}, 401),
                ({**good, "Authorization": "Bearer wrong"}, 401),
                ({**good, "Content-Type": "text/plain"}, 415),
            ]:
                assert self.post(message, headers)[0] == status, headers
            assert self.suppressed()["gamowo"] == []
            # Who sends on regardless finds the connection closed.
            assert self.post(b"x" * (8 << 20), good)[0] in (413, 0)
            for raw, expected in [
                (message, "SUPPRESSED"),
                (message, "KNOWN"),
                (b"\n\nno message", "UNREADABLE"),
                (sample("arf_headers_only", ours[1]), "SUPPRESSED"),
                (sample("postfix_unknown", ours[2], sender="bounce+x.y@odbicia.gamowo.example"), "NOT_OURS"),
            ]:
                status, answer = self.post(raw, good)
                assert status == 200 and f'"{expected}"' in answer and "@" not in answer, f"{status} {answer}"
            assert len(self.suppressed()["gamowo"]) == 2
        finally:
            end(server)

    def post(self, body, headers):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/hooks/mail", body, headers)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()
        except OSError:
            return 0, ""

    def check_who_is_suppressed_is_sent_nothing_but_what_they_ask_for(self):
        house = self.house
        code = {**letters(1, 0)[0], "to": self.gone}
        news = {**letters(1, 1)[0], "to": self.gone, "lane": "normal"}
        assert code["lane"] == "security"
        house.boxes["alfowo"].write([news, code])
        before = len(house.came("alfowo"))
        worker = house.start("work")
        wait(lambda: house.boxes["alfowo"].waiting() == 0, 60, "both are dealt with")
        end(worker)
        came = house.came("alfowo")[before:]
        assert [mail.recipients for mail in came] == [[self.gone]] and "List-Unsubscribe" not in came[0].parsed
        errors = house.boxes["alfowo"].ask("SELECT last_error FROM mail_outbox WHERE failed_at IS NOT NULL")
        assert errors == [("suppressed: HARD_BOUNCE",)], errors

    def check_nothing_is_lost_by_killing_and_little_is_doubled(self):
        house, slug = self.house, "sigmowo"
        box = house.boxes[slug]
        before = len(house.came(slug))
        chance = random.Random(6)
        written, number = {}, 100_000

        def pile(count):
            nonlocal number
            mails = letters(count, number)
            number += count
            written.update(zip(box.write(mails), (mail["to"] for mail in mails)))

        pile(PILE)
        # A worker that was just started has sent nothing of what comes: it opens the database first.
        started, size = time.monotonic(), house.size(slug)
        worker = house.start("work")
        wait(lambda: house.size(slug) > size, 60, "mail comes")
        opening = 0.8 * (time.monotonic() - started)
        end(worker)
        box.let_time_pass()
        began = time.monotonic()
        looks_at = began
        workers = {}
        kills = 0
        while kills < KILLS:
            while len(workers) < min(WORKERS, KILLS - kills):
                process = house.start("work")
                workers[process.pid] = [process, None, time.monotonic()]
            size = house.size(slug)
            time.sleep(0.004)
            has_grown = house.size(slug) > size
            for worker in list(workers.values()):
                process, dies_at, started = worker
                assert process.poll() is None, "a worker ended by itself"
                assert time.monotonic() < started + 60, f"a worker sends nothing, {kills} kills, {box.due()} mails due"
                # It lives until mail moves, and a moment of chance longer.
                if dies_at is None and has_grown and time.monotonic() > started + opening:
                    worker[1] = time.monotonic() + chance.uniform(0, 0.25)
                elif dies_at is not None and time.monotonic() >= dies_at:
                    process.kill()
                    process.wait()
                    del workers[process.pid]
                    kills += 1
            if time.monotonic() > looks_at:
                looks_at = time.monotonic() + 1
                if box.due() < FREE:
                    pile(FREE)
        took = time.monotonic() - began
        at_death = len(house.came(slug)) - before
        worker = house.start("work")
        end_at = time.monotonic() + 150
        while box.waiting():
            assert time.monotonic() < end_at, f"{box.waiting()} mails still wait"
            # What the dead held comes back after five minutes.
            if box.due() == 0:
                time.sleep(1)
                if box.due() == 0:
                    box.let_time_pass()
            time.sleep(0.2)
        end(worker)
        came = {}
        for mail in house.came(slug)[before:]:
            came.setdefault(mail.recipients[0], []).append(mail)
        lost = set(written.values()) - set(came)
        assert not lost, f"{len(lost)} mails were lost"
        assert set(came) == set(written.values()), "what nobody wrote came"
        ids = {address: f"<{mail_id}@{slug}.localhost>" for mail_id, address in written.items()}
        doubled = 0
        for address, mails in came.items():
            doubled += len(mails) - 1
            assert {mail.message_id for mail in mails} == {ids[address]}, f"another Message-ID: {address}"
            assert len({mail.sender for mail in mails}) == 1, "another bounce address"
        assert doubled <= kills, f"{doubled} came twice, of {kills} kills"
        states = box.ask("SELECT count(*) FROM mail_outbox WHERE sent_at IS NULL OR failed_at IS NOT NULL")
        assert states == [(0,)], f"not noted as sent: {states}"
        return f"{len(written)} mails, {kills} kills in {took:.0f} s ({at_death} came meanwhile), {doubled} came twice"

def sample(name, mail, sender=None, recipient=None):
    """A message of the collection, told of this mail."""
    raw = (SAMPLES / f"{name}.eml").read_bytes()
    raw = raw.replace(b"bounce+VERP@odbicia.szczecin.example", (sender or mail.sender).encode())
    return raw.replace(b"anna@example.org", (recipient or mail.recipients[0]).encode())


def main():
    binary, work, *ports = sys.argv[1:]
    house = Installation(binary, pathlib.Path(work), ports[:-1])
    checks = Checks(house, ports[-1])
    passed, failed = 0, 0
    for name in [name for name in vars(Checks) if name.startswith("check_") and name != "check_head"]:
        began = time.monotonic()
        try:
            found = getattr(checks, name)()
            passed += 1
            print(f"ok      {name}, {time.monotonic() - began:.0f} s{f': {found}' if found else ''}", flush=True)
        except Exception as err:
            failed += 1
            line = traceback.extract_tb(err.__traceback__)[-1].lineno
            print(f"FAILED  {name}, line {line}: {type(err).__name__}: {str(err)[:900]}", flush=True)
    house.stop()
    print(f"\n  {passed} passed")
    if failed:
        print(f"  {failed} failed")
        sys.exit(1)


if __name__ == "__main__":
    main()
