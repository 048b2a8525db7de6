//! Days, hours, prices, and what only looks like one of them.

use super::*;

#[test]
fn prices() {
    check(
        [
            ("do 100 zł", Some(100)),
            ("do 100zł", Some(100)),
            ("do 100", Some(100)),
            ("max 150 pln", Some(150)),
            ("maksymalnie 200 złotych", Some(200)),
            ("nie więcej niż 80 zł", Some(80)),
            ("poniżej 80 zł", Some(80)),
            ("taniej niż 80 zł", Some(80)),
            ("za 50 zł", Some(50)),
            ("50 zł za zajęcia", Some(50)),
            ("50 zł miesięcznie", Some(50)),
            ("1 200 zł", Some(1200)),
            ("budżet 300", Some(300)),
            ("under 100 PLN", Some(100)),
            ("up to 100 zł", Some(100)),
            ("до 100 злотих", Some(100)),
            ("не дорожче 100 злотих", Some(100)),
            ("do 20 zł", Some(20)),
            ("za darmo", Some(0)),
            ("darmowe", Some(0)),
            ("bezpłatnie", Some(0)),
            ("bez opłat", Some(0)),
            ("free", Some(0)),
            ("free of charge", Some(0)),
            ("безкоштовно", Some(0)),
            ("100 klocków", None),
            ("klocki 100", None),
            ("do 8 lat", None),
            ("do 17", None),
            ("free style", None),
            ("złote rączki", None),
            ("za 3 dni", None),
        ],
        |text| understood(text).max_price.map(|grosze| grosze / 100),
    );
    assert_eq!(understood("do 49,99 zł").max_price, Some(4999));
}

#[test]
fn weekdays() {
    let week = || vec![0, 1, 2, 3, 4];
    check(
        [
            ("w soboty", vec![5]),
            ("sobota", vec![5]),
            ("w każdą środę", vec![2]),
            ("we wtorki i czwartki", vec![1, 3]),
            ("pn-pt", week()),
            ("pn.–pt.", week()),
            ("pon-śr", vec![0, 1, 2]),
            ("pn, pt", vec![0, 4]),
            ("pn pt", vec![0, 4]),
            ("poniedziałek – środa", vec![0, 1, 2]),
            ("od poniedziałku do środy", vec![0, 1, 2]),
            ("w weekend", vec![5, 6]),
            ("weekendowe", vec![5, 6]),
            ("w tygodniu", week()),
            ("w dni powszednie", week()),
            ("dni robocze", week()),
            ("pt", vec![4]),
            ("sobotnie", vec![5]),
            ("niedzielne poranki", vec![6]),
            ("w piatek", vec![4]),
            ("on Saturdays", vec![5]),
            ("Mon to Wed", vec![0, 1, 2]),
            ("Tuesday and Thursday", vec![1, 3]),
            ("weekdays", week()),
            ("у суботу", vec![5]),
            ("з понеділка до середи", vec![0, 1, 2]),
            ("по п'ятницях", vec![4]),
            ("у вихідні", vec![5, 6]),
            ("śródmieście", vec![]),
            ("środek", vec![]),
            ("raz w tygodniu", vec![]),
            ("środowisko", vec![]),
            ("średnio zaawansowany", vec![]),
        ],
        |text| understood(text).weekdays,
    );
}

#[test]
fn hours() {
    let at = |hours: f32| (hours * 60.0) as u16;
    let from_to = |from: f32, to: f32| Some(at(from)..at(to));
    check(
        [
            ("po 17", from_to(17.0, 24.0)),
            ("po 17:30", from_to(17.5, 24.0)),
            ("po godzinie 17", from_to(17.0, 24.0)),
            ("po 17-tej", from_to(17.0, 24.0)),
            ("od 16", from_to(16.0, 24.0)),
            ("przed 18", from_to(0.0, 18.0)),
            ("o 16:30", from_to(16.0, 17.25)),
            ("16:30", from_to(16.0, 17.25)),
            ("między 16 a 18", from_to(16.0, 18.0)),
            ("between 4 pm and 6 pm", from_to(16.0, 18.0)),
            ("at 5 pm", from_to(16.5, 17.75)),
            ("after 5pm", from_to(17.0, 24.0)),
            ("після 17", from_to(17.0, 24.0)),
            ("po szkole", from_to(13.0, 18.5)),
            ("po lekcjach", from_to(13.0, 18.5)),
            ("after school", from_to(13.0, 18.5)),
            ("після школи", from_to(13.0, 18.5)),
            ("po pracy", Some(1015..1440)),
            ("rano", from_to(5.0, 12.0)),
            ("przed południem", from_to(5.0, 12.0)),
            ("po południu", from_to(12.0, 18.0)),
            ("popołudniami", from_to(12.0, 18.0)),
            ("wieczorem", from_to(17.5, 24.0)),
            ("in the evening", from_to(17.5, 24.0)),
            ("mornings", from_to(5.0, 12.0)),
            ("вранці", from_to(5.0, 12.0)),
            ("ввечері", from_to(17.5, 24.0)),
            ("od 6 lat", None),
            ("po 8 latach", None),
            ("przed 3 klasą", None),
            ("o 3 świnkach", None),
            ("do 100 zł", None),
        ],
        |text| understood(text).hours,
    );
}

/// Words, dates and lengths of time that look like ages, days, hours or prices.
#[test]
fn what_only_looks_like_something_understood() {
    for text in [
        "tenis dla początkujących",
        "twórcze warsztaty",
        "pałac młodzieży",
        "młodzieżowy dom kultury",
        "rysowanie z mazakami",
        "od 15 września",
        "półkolonie do 31 lipca",
        "grupa do 10 dzieci",
        "2 godziny w tygodniu",
        "trenuje od 3 lat",
        "kurs na 2 miesiące",
        "na ten rok",
        "warsztaty pt. robotyka",
        "szkoła piątka cz. 2",
        "середній рівень",
        "screen free games",
        "zdalnie sterowane modele",
        "grafika 2026",
    ] {
        let Interpretation { ages, weekdays, hours, max_price, online, .. } = understood(text);
        assert_eq!((ages, weekdays, hours, max_price, online), (None, Vec::new(), None, None, None), "{text}");
    }
    for (text, meant) in [
        ("tenis 12 lat", (12, 12)),
        ("twórcze 6 lat", (6, 6)),
        ("dzieci 4+", (4, 4)),
        ("dla dzieci 7-10", (7, 10)),
        ("od 1 do 3 klasy", (7, 9)),
        ("klasa 2 liceum", (16, 16)),
        ("одинадцять років", (11, 11)),
        ("up to 6 years", (0, 6)),
        ("powyżej 60 lat", (60, 99)),
    ] {
        let years = understood(text).ages.map(|ages| (ages.start() / 12, ages.end() / 12));
        assert_eq!(years, Some(meant), "{text}");
    }
}

#[test]
fn what_is_said_to_be_none_is_turned() {
    for (text, days) in [
        ("nie w poniedziałek", vec![1, 2, 3, 4, 5, 6]),
        ("angielski oprócz weekendu", vec![0, 1, 2, 3, 4]),
        ("byle nie w piątek", vec![0, 1, 2, 3, 5, 6]),
    ] {
        assert_eq!(understood(text).weekdays, days, "{text}");
    }
    for (text, hours) in [
        ("nie po 18", 0..18 * 60),
        ("nie wcześniej niż 17", 17 * 60..24 * 60),
        ("najpóźniej do 17", 0..17 * 60),
        ("karate 17:00-19:00", 17 * 60..19 * 60),
        ("w godzinach 15-17", 15 * 60..17 * 60),
        ("judo po 17", 17 * 60..24 * 60),
    ] {
        let meaning = understood(text);
        assert_eq!((meaning.hours, meaning.ages), (Some(hours), None), "{text}");
    }
    for (text, months) in [
        ("rok i 8 miesięcy", (20, 20)),
        ("rok i pół", (18, 18)),
        ("do lat 5", (0, 71)),
        ("dla pięcio i ośmiolatka", (60, 107)),
        ("16+ siłownia", (192, 203)),
        ("klasa 1 szkoły średniej", (180, 191)),
    ] {
        assert_eq!(understood(text).ages.map(std::ops::RangeInclusive::into_inner), Some(months), "{text}");
    }
    assert!(understood("⚽\u{fe0f} nr 1").concepts.is_empty());
}
