"""Mails of many kinds, as people's words make them: long and short, in three languages, with what breaks mail."""

# Titles and names. None may become a header, another recipient, or another line of the head.
TITLES = [
    "Robotyka dla ośmiolatków",
    "Zajęcia\r\nBcc: ofiara@gdzie-indziej.example",
    "Kółko\nTo: ofiara@gdzie-indziej.example\n\nNowa treść",
    "=?utf-8?B?TmFncm9kYQ==?= dla Ciebie",
    "„Łódź” & <b>Źdźbło</b> \"cudzysłów\" 'apostrof'",
    "Гурток робототехніки для п’ятикласників",
    "x" * 400,
    "Warsztaty " + "bardzo długie słowa źdźbłowe " * 14,
    "Zażółć gęślą jaźń 😀👩‍👩‍👧‍👦 ♟",
    "a,b;c:d@e <f@g> (h) \\i [j]",
    "\u202eodwrócony\u202c tytuł\u0000z zerem",
    ".",
]
# Words of people: lines that SMTP, MIME or a signature could stumble over.
TEXTS = [
    "Dzień dobry,\nspotykamy się jak zwykle.",
    ".\n..\n.kropka na początku\n.\r\n",
    "From początku\n>From cytat\nFrom: nadawca@gdzie-indziej.example",
    "spacje na końcu   \n\ttabulator\t\n   \n\n\n\npuste wiersze\n\n\n",
    "=20=0D=0A soft=\nbreak =C5=BC =",
    "słowo" * 400,
    "wiersz bez końca " * 200,
    "--\nQUIT\nDATA\n.\nMAIL FROM:<x@y.example>\n",
    "Кирилиця, źdźbło, 漢字, 😀, \u00a0twarda\u00a0spacja, \u200bzero, e\u0301",
    "<script>alert(1)</script> &amp; &lt;p&gt; ]]> {{ args }} {% raw %}",
    "--boundary\nContent-Type: text/html\n\n<b>część</b>\n--boundary--",
    "",
]
# Parts before the @, odd and valid.
LOCALS = ["ola{}", "o'neil{}+a/b=c", "ola.nowak-{}_x", "{}!#$%&*?^`|~", "UPPER{}Case", "{}"]
LANGS = ["pl", "en", "uk"]


def letters(count, start=0):
    """So many mails, no two to one address."""
    return [letter(number) for number in range(start, start + count)]


def letter(number):
    title, text = TITLES[number % len(TITLES)], TEXTS[(number // 3) % len(TEXTS)]
    kinds = [
        ("identity/sign_in", {"code": f"{number % 1_000_000:06}", "link": f"/logowanie/link/t{number}", "minutes": 15}),
        ("reviews/replied", {"title": title, "reply": text, "path": f"/zajecia/act_{number}/x"}),
        (
            "events/message",
            {
                "title": title,
                "text": text,
                "sender": TITLES[(number + 5) % len(TITLES)],
                "institution": TITLES[(number + 7) % len(TITLES)] if number % 2 else None,
                "reply_to": f"dom{number}@kultury.example" if number % 4 else None,
                "path": f"/wydarzenia/evt_{number}",
            },
        ),
        ("safety/decided", {"approved": number % 2 == 0, "headline": title, "reason": text, "path": "/pulpit"}),
        (
            "debates/answered",
            {"title": title, "text": text, "by": None, "answer": text * 3, "path": f"/debaty/deb_{number}"},
        ),
    ]
    template, args = kinds[number % len(kinds)]
    is_code = template == "identity/sign_in"
    local = LOCALS[number % len(LOCALS)].format(f"o{number}")
    return {
        "to": f"{local}@poczta{number % 40}.example",
        "template": template,
        "args": args,
        "lang": LANGS[number % len(LANGS)],
        "lane": "security" if is_code else ("bulk" if number % 3 == 0 else "normal"),
        "unsubscribe": None if is_code else f"/unsubscribe/t{number}-_.~",
    }
