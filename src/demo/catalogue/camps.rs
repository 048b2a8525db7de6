//! Day camps of the winter and summer holidays.

/// The holidays a camp belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    /// Two weeks off in January or February.
    Winter,
    /// July and August.
    Summer,
}

/// A kind of day camp.
pub(super) struct Camp {
    /// The main interest.
    pub(super) topic: &'static str,
    /// When it is held.
    pub(super) season: Season,
    /// Its titles.
    pub(super) titles: &'static [&'static str],
    /// What it is about.
    pub(super) about: &'static str,
}

use Season::{Summer, Winter};

/// The camps to choose from.
pub(super) const CAMPS: &[Camp] = &[
    Camp {
        topic: "football",
        season: Summer,
        titles: &["Piłkarskie lato", "Półkolonie piłkarskie"],
        about: "Tydzień na boisku: dwa treningi dziennie, turniej i wyjście na basen.",
    },
    Camp {
        topic: "football",
        season: Winter,
        titles: &["Ferie z piłką nożną", "Zimowy turniej i trening"],
        about: "Zimowe półkolonie w hali, z grą, konkursami i ciepłym obiadem.",
    },
    Camp {
        topic: "robotics",
        season: Summer,
        titles: &["Lato z robotami", "Wakacyjna robotyka"],
        about: "Pięć dni budowania i programowania robotów, codziennie inna konstrukcja.",
    },
    Camp {
        topic: "robotics",
        season: Winter,
        titles: &["Ferie z robotyką", "Zimowi Konstruktorzy"],
        about: "Zimowe warsztaty robotyki, na których powstają odśnieżarki, sanie i ratraki z klocków.",
    },
    Camp {
        topic: "programming",
        season: Winter,
        titles: &["Ferie z kodem"],
        about: "Warsztaty programowania dla początkujących i średnio zaawansowanych, przeplatane ruchem.",
    },
    Camp {
        topic: "swimming",
        season: Summer,
        titles: &["Wakacje na basenie", "Pływackie lato"],
        about: "Codzienna nauka pływania, a po basenie gry na trawie.",
    },
    Camp {
        topic: "swimming",
        season: Winter,
        titles: &["Ferie na pływalni"],
        about: "Codziennie lekcja pływania w małej grupie, a po niej gry i ciepły posiłek.",
    },
    Camp {
        topic: "sailing",
        season: Summer,
        titles: &["Półkolonie żeglarskie", "Tydzień pod żaglami"],
        about: "Codziennie na wodzie, z instruktorem i w kamizelkach, nocleg w domu.",
    },
    Camp {
        topic: "drawing_painting",
        season: Summer,
        titles: &["Plener malarski dla dzieci", "Lato w pracowni"],
        about: "Malujemy w parku, na rynku i nad wodą, a na koniec zapraszamy na wystawę.",
    },
    Camp {
        topic: "drawing_painting",
        season: Winter,
        titles: &["Kolorowe ferie", "Zima na sztalugach"],
        about: "Ferie w pracowni: każdego dnia inna technika i inny artysta.",
    },
    Camp {
        topic: "theatre",
        season: Winter,
        titles: &["Teatralne ferie"],
        about: "Od poniedziałku do piątku tworzymy krótki spektakl, w piątek premiera dla rodzin.",
    },
    Camp {
        topic: "hip_hop",
        season: Summer,
        titles: &["Taneczne lato", "Półkolonie taneczne"],
        about: "Tydzień tańca: hip-hop, jazz i zabawy ruchowe, zakończony pokazem.",
    },
    Camp {
        topic: "rhythmics",
        season: Winter,
        titles: &["Roztańczone ferie"],
        about: "Taniec, rytm i plastyka dla najmłodszych, w spokojnym tempie i z leżakowaniem.",
    },
    Camp {
        topic: "english",
        season: Summer,
        titles: &["English Summer Day Camp", "Lato z angielskim"],
        about: "Półkolonie językowe z lektorami, w których po angielsku gra się, gotuje i wychodzi w teren.",
    },
    Camp {
        topic: "english",
        season: Winter,
        titles: &["Ferie po angielsku"],
        about: "Codziennie inny kraj, inne gry i inna piosenka, wszystko w języku angielskim.",
    },
    Camp {
        topic: "young_scientist",
        season: Summer,
        titles: &["Laboratorium na wakacjach"],
        about: "Wulkany, rakiety i bańki: tydzień doświadczeń na dworze i w pracowni.",
    },
    Camp {
        topic: "young_scientist",
        season: Winter,
        titles: &["Ferie odkrywców", "Zimowe laboratorium"],
        about: "Badamy śnieg, lód i światło, a wyniki zapisujemy w zeszytach badaczy.",
    },
    Camp {
        topic: "chess",
        season: Winter,
        titles: &["Szachowe ferie"],
        about: "Rano nauka i turnieje, po obiedzie gry ruchowe.",
    },
    Camp {
        topic: "climbing",
        season: Summer,
        titles: &["Wspinaczkowe wakacje"],
        about: "Ścianka, park linowy i jednodniowy wyjazd w skały.",
    },
    Camp {
        topic: "equestrian",
        season: Summer,
        titles: &["Półkolonie w siodle"],
        about: "Codzienna jazda, opieka nad kucykami i konna wycieczka na zakończenie.",
    },
    Camp {
        topic: "camping_bushcraft",
        season: Summer,
        titles: &["Leśna półkolonia", "Lato w szałasie"],
        about: "Pięć dni w lesie: budowanie szałasów, tropy zwierząt i gotowanie na ognisku.",
    },
    Camp {
        topic: "camping_bushcraft",
        season: Winter,
        titles: &["Zimowy survival"],
        about: "Zajęcia w terenie i w harcówce: jak się ubrać, ogrzać i nie zgubić.",
    },
    Camp {
        topic: "ceramics",
        season: Summer,
        titles: &["Gliniane wakacje"],
        about: "Lepienie, szkliwienie i wypał w ciągu jednego tygodnia.",
    },
    Camp {
        topic: "cooking",
        season: Winter,
        titles: &["Ferie od kuchni"],
        about: "Codziennie gotujemy danie z innego kraju i poznajemy jego zwyczaje.",
    },
    Camp {
        topic: "fitness_yoga",
        season: Winter,
        titles: &["Aktywne ferie", "Ferie w sali gimnastycznej"],
        about: "Gry i zabawy ruchowe dla dzieci, które zostają w mieście.",
    },
    Camp {
        topic: "fitness_yoga",
        season: Summer,
        titles: &["Lato w mieście", "Wakacje na sportowo"],
        about: "Codziennie inny sport, gry na podwórku i wyjście na lody.",
    },
    Camp {
        topic: "board_games",
        season: Winter,
        titles: &["Ferie przy planszy"],
        about: "Gry, łamigłówki i turnieje dla tych, którzy zostają w mieście.",
    },
    Camp {
        topic: "ecology",
        season: Summer,
        titles: &["Zielone wakacje"],
        about: "Wyprawy przyrodnicze po okolicy, obserwacje ptaków i budowa domków dla jeży.",
    },
];

/// Sentences that fit any camp.
pub(super) const CAMP_CLOSING: &[&str] = &[
    "W cenie obiad, podwieczorek, materiały i ubezpieczenie.",
    "Po wcześniejszym zgłoszeniu dziecko może przyjść pół godziny wcześniej.",
    "Kadra ma uprawnienia wychowawców, a na wypoczynek składamy zgłoszenie w kuratorium.",
    "Turnus trwa pięć dni, od poniedziałku do piątku.",
    "Prosimy o kartę kwalifikacyjną uczestnika.",
    "W razie deszczu mamy do dyspozycji dużą salę.",
    "Liczba miejsc na turnusie jest ograniczona.",
    "Codziennie wychodzimy na powietrze, potrzebny jest strój na zmianę.",
];
