//! History, society and volunteering.

use super::{Profile, Topic};

pub(super) const TOPICS: &[Topic] = &[
    Topic {
        id: "history",
        profile: Profile::Civic,
        weight: 13,
        bands: "EMMKTTF",
        from_age: 7,
        related: &["local_heritage", "fencing"],
        titles: &["Koło historyczne", "EMKT|Grupa rekonstrukcyjna", "EMK|Wehikuł czasu", "T|Historia w źródłach"],
        about: &[
            "Historia, której można dotknąć: stroje, listy, zdjęcia i opowieści świadków.",
            "Poznajemy dawne czasy przez rzemiosło, kuchnię i grę terenową.",
            "T|Praca ze źródłami i przygotowanie do olimpiady historycznej.",
        ],
        doing: &[
            "Szyjemy tarcze, piszemy gęsim piórem i sprawdzamy, ile waży kolczuga.",
            "Chodzimy śladami dawnych mieszkańców i nagrywamy ich wspomnienia.",
        ],
        items: &["praca ze źródłem", "rzemiosło dawne", "gra terenowa", "wizyta w muzeum"],
    },
    Topic {
        id: "local_heritage",
        profile: Profile::Civic,
        weight: 11,
        bands: "EEMMKTAF",
        from_age: 6,
        related: &["history", "hiking"],
        titles: &["Znam swoje miasto", "MT|Młody przewodnik", "Spacery z historią", "EMK|Tropiciele kamienic"],
        about: &[
            "Odkrywamy miasto, po którym chodzimy codziennie, a którego nie znamy.",
            "Koło regionalne dla ciekawych dawnych nazw ulic, legend i gwary.",
        ],
        doing: &[
            "Zaglądamy na podwórka, do archiwum i na wieżę, a potem rysujemy własną mapę.",
            "Uczestnicy sami prowadzą krótkie fragmenty spaceru.",
        ],
        items: &["spacery tematyczne", "stare fotografie", "legendy i gwara", "własny przewodnik"],
    },
    Topic {
        id: "civics",
        profile: Profile::Civic,
        weight: 8,
        bands: "MKTTT",
        from_age: 10,
        related: &["debate", "law"],
        titles: &["Samorząd w działaniu", "Akademia młodego obywatela", "Zróbmy to razem – projekty osiedlowe"],
        about: &[
            "Jak działa miasto, kto o czym decyduje i jak napisać wniosek, którego nie da się odrzucić.",
            "Warsztaty dla samorządów uczniowskich i wszystkich, którzy chcą coś zmienić w okolicy.",
        ],
        doing: &[
            "Spotykamy się z radnymi, uczymy się prowadzić zebranie i liczyć budżet.",
            "Grupa przygotowuje projekt do budżetu obywatelskiego.",
        ],
        items: &["prawa i obowiązki", "projekt lokalny", "wizyta w ratuszu", "młodzieżowa rada miasta"],
    },
    Topic {
        id: "volunteering",
        profile: Profile::Civic,
        weight: 12,
        bands: "MMKTTTA",
        from_age: 10,
        related: &["first_aid", "integration"],
        titles: &["Wolontariat", "Szkolne koło wolontariatu", "Pomocna dłoń", "T|Klub ośmiu – wolontariat młodzieży"],
        about: &[
            "Działamy tam, gdzie przyda się para rąk: w hospicjum, schronisku, na festynie.",
            "Koło wolontariatu dla tych, którzy chcą robić coś dobrego i widzieć efekty.",
        ],
        doing: &[
            "Pomagamy młodszym w lekcjach, odwiedzamy seniorów i organizujemy zbiórki.",
            "Każdy wolontariusz ma opiekuna, porozumienie i zaświadczenie na koniec roku.",
        ],
        items: &["szkolenie na start", "akcje w terenie", "zbiórki", "podsumowanie godzin"],
    },
    Topic {
        id: "european_club",
        profile: Profile::Civic,
        weight: 7,
        bands: "MKTT",
        from_age: 10,
        related: &["english", "german"],
        titles: &["Klub europejski", "Erasmus+ – grupa projektowa", "Listy z Europy – eTwinning"],
        about: &[
            "Projekty z rówieśnikami z innych krajów, po angielsku i z tłumaczem pod ręką.",
            "Klub dla ciekawych Europy: języków, zwyczajów i wspólnych działań.",
        ],
        doing: &[
            "Łączymy się wideo ze szkołą partnerską, przygotowujemy wystawy i dni kultury.",
            "Planujemy wymianę i uczymy się pisać krótki wniosek.",
        ],
        items: &["spotkania wideo", "dni kultury", "przygotowanie wymiany"],
    },
    Topic {
        id: "philosophy_ethics",
        profile: Profile::Civic,
        weight: 5,
        bands: "EMKTTA",
        from_age: 7,
        related: &["debate"],
        titles: &["Dociekania filozoficzne", "EMK|Filozofowanie z dziećmi", "T|Klub filozoficzny"],
        about: &[
            "Pytania bez jednej odpowiedzi: czy robot może być przyjacielem, czym jest sprawiedliwość?",
            "Uczymy się myśleć wolniej, słuchać uważniej i zmieniać zdanie z ważnego powodu.",
        ],
        doing: &[
            "Siadamy w kręgu, czytamy krótki tekst i razem wybieramy pytanie.",
            "Prowadząca pilnuje rozmowy, a nie odpowiedzi.",
        ],
        items: &["krótka lektura", "rozmowa w kręgu", "eksperyment myślowy"],
    },
    Topic {
        id: "law",
        profile: Profile::Civic,
        weight: 5,
        bands: "MTTT",
        from_age: 12,
        related: &["civics", "debate"],
        titles: &["Mediacje rówieśnicze", "Prawo na co dzień", "Sąd na niby – symulacja rozprawy"],
        about: &[
            "Znam swoje prawa: w szkole, w sklepie, w internecie i w pierwszej pracy.",
            "Uczymy rozwiązywać spory bez zwycięzców i przegranych.",
        ],
        doing: &[
            "Odgrywamy mediację i rozprawę, a role losujemy.",
            "Rozmawiamy z prawniczką o sprawach, które zdarzyły się naprawdę.",
        ],
        items: &["prawa ucznia", "techniki mediacji", "symulacja rozprawy"],
    },
    Topic {
        id: "integration",
        profile: Profile::Civic,
        weight: 15,
        bands: "PEEMMKTAF",
        from_age: 4,
        related: &["polish_foreign", "volunteering"],
        titles: &[
            "Klub integracyjny",
            "Wspólny stół – spotkania międzykulturowe",
            "EMK|Świetlica wielu języków",
            "Razem raźniej",
        ],
        about: &[
            "Miejsce, w którym polskie i ukraińskie dzieci bawią się, gotują i uczą od siebie.",
            "Spotkania dla rodzin z różnych krajów, które mieszkają w naszym mieście.",
            "Klub otwarty: można przyjść bez zapisów i bez znajomości polskiego.",
        ],
        doing: &[
            "Gramy, rysujemy, pieczemy i pomagamy w lekcjach, a przy stole słychać kilka języków.",
            "Razem obchodzimy święta i uczymy się nawzajem piosenek.",
        ],
        items: &["gry i zabawy", "pomoc w lekcjach", "wspólne gotowanie", "wycieczki po mieście"],
    },
];
