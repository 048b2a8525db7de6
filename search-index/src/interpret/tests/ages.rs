use super::*;

#[test]
fn ages_in_years() {
    let eight = Some((8, 8));
    check(
        [
            ("dla 8 latka", eight),
            ("8 latek", eight),
            ("8-latek", eight),
            ("8-latka", eight),
            ("8latka", eight),
            ("8 lat", eight),
            ("8 letnia dziewczynka", eight),
            ("8-mio latek", eight),
            ("lat 8", eight),
            ("wiek 8", eight),
            ("w wieku 8 lat", eight),
            ("ośmiolatka", eight),
            ("ośmiolatki", eight),
            ("osmiolatkow", eight),
            ("ośmioletni syn", eight),
            ("osiem lat", eight),
            ("8 years old", eight),
            ("8 year old", eight),
            ("8yo", eight),
            ("for an eight year old", eight),
            ("aged 8", eight),
            ("8 років", eight),
            ("8-річний", eight),
            ("восьмирічна", eight),
            ("вісім років", eight),
            ("wiek 6-8", Some((6, 8))),
            ("6-8 lat", Some((6, 8))),
            ("od 6 do 8 lat", Some((6, 8))),
            ("6 lub 8 lat", Some((6, 8))),
            ("5 i 8 lat", Some((5, 8))),
            ("від 6 до 8 років", Some((6, 8))),
            ("6 to 8 years", Some((6, 8))),
            ("do 6 lat", Some((0, 6))),
            ("kilkulatek", Some((3, 6))),
            ("nastolatek 13 lat", Some((13, 13))),
            ("pięciolatek i ośmiolatka", Some((5, 8))),
            ("16-latek", Some((16, 16))),
            ("szesnastolatka", Some((16, 16))),
            ("dziewięciolatka", Some((9, 9))),
            ("dziesięciolatek", Some((10, 10))),
            ("trzylatek", Some((3, 3))),
            ("siedemnastoletnia", Some((17, 17))),
            ("40 lat", Some((40, 40))),
            ("7 year old", Some((7, 7))),
        ],
        years,
    );
}

#[test]
fn ages_in_months() {
    check(
        [
            ("8 lat", Some((96, 107))),
            ("5,5 roku", Some((66, 66))),
            ("5 i pół roku", Some((66, 66))),
            ("półtora roku", Some((18, 18))),
            ("pół roku", Some((6, 6))),
            ("półroczne dziecko", Some((6, 6))),
            ("półtoraroczny syn", Some((18, 18))),
            ("18 miesięcy", Some((18, 18))),
            ("18 mies.", Some((18, 18))),
            ("18 m-cy", Some((18, 18))),
            ("6-12 miesięcy", Some((6, 12))),
            ("18 months", Some((18, 18))),
            ("18 місяців", Some((18, 18))),
            ("od 6 miesiąca", Some((6, 6))),
            ("niemowlę", Some((0, 11))),
            ("z niemowlakiem", Some((0, 11))),
            ("rocznego dziecka", Some((12, 23))),
            ("roczek", Some((12, 23))),
            ("1 rok", Some((12, 23))),
            ("toddler", Some((12, 47))),
            ("немовля", Some((0, 11))),
        ],
        months,
    );
}

#[test]
fn ages_by_school_and_time_of_life() {
    check(
        [
            ("dla ósmoklasisty", Some((14, 14))),
            ("drugoklasista", Some((8, 8))),
            ("pierwszoklasistki", Some((7, 7))),
            ("pierwszak", Some((7, 7))),
            ("trzecioklasistów", Some((9, 9))),
            ("восьмикласник", Some((14, 14))),
            ("першокласник", Some((7, 7))),
            ("klasa 3", Some((9, 9))),
            ("3 klasa", Some((9, 9))),
            ("klasa III", Some((9, 9))),
            ("klasy 1-3", Some((7, 9))),
            ("klasy I-III", Some((7, 9))),
            ("klasy 4 do 6", Some((10, 12))),
            ("1-3 klasa", Some((7, 9))),
            ("drugiej klasy", Some((8, 8))),
            ("third grade", Some((9, 9))),
            ("grade 3", Some((9, 9))),
            ("3 клас", Some((9, 9))),
            ("2 klasa liceum", Some((16, 16))),
            ("przedszkolak", Some((3, 6))),
            ("przedszkolaków", Some((3, 6))),
            ("dzieci w wieku przedszkolnym", Some((3, 6))),
            ("zerówka", Some((6, 6))),
            ("licealista", Some((15, 18))),
            ("licealistki", Some((15, 18))),
            ("młodzież", Some((13, 18))),
            ("nastolatki", Some((13, 18))),
            ("teenagers", Some((13, 18))),
            ("підлітків", Some((13, 18))),
            ("maluchy", Some((1, 3))),
            ("student", Some((19, 25))),
            ("dla dorosłych", Some((18, 99))),
            ("dla mam", Some((18, 99))),
            ("dla rodziców", Some((18, 99))),
            ("po pracy", Some((18, 99))),
            ("z mężem", Some((18, 99))),
            ("dla seniorów", Some((60, 99))),
            ("for adults", Some((18, 99))),
            ("для дорослих", Some((18, 99))),
            ("dla mamy z dzieckiem", None),
            ("dla mam z dziećmi", None),
        ],
        years,
    );
}

#[test]
fn what_is_no_age() {
    let not_ages =
        ["lato w mieście", "latem", "latawce", "klasa mistrzowska", "100 klocków", "3d", "robotyka 2", "lo 5", "SP 8"];
    check(not_ages.map(|text| (text, None)), years);
    check(["200 lat", "999999999999 lat"].map(|text| (text, None)), years);
}

#[test]
fn a_year_of_birth_is_an_age_on_a_day() {
    // 21 November 2026.
    let now = 1_795_219_200;
    for (text, born) in [("rocznik 2014 piłka", 2014), ("urodzony w 2017", 2017), ("born in 2020", 2020)] {
        let meaning = understood(text);
        assert_eq!((meaning.born, &meaning.ages), (Some(born), &None), "{text}");
        let ages = meaning.ages_at(now).unwrap();
        let years = 2026 - born.unsigned_abs();
        assert_eq!((ages.start() / 12, ages.end() / 12), (years - 1, years), "{text}: {ages:?}");
    }
    assert_eq!(understood("grafik 2026").born, None);
}
