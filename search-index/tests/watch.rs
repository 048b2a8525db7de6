//! A saved search is answered by exactly the documents that the search shows as full matches.

use search_index::{
    CityWords, Document, Enrolment, EnrolmentState, Filter, GeoPoint, Index, LocalPhrases, Near, Place, PlaceKind,
    Query, Reading, Slot, SlotFilter, TermFilter, Text, Watchlist,
};
use uuid::Uuid;

const NOW: i64 = 1_790_000_000;
const TITLES: [&str; 8] = [
    "Robotyka dla dzieci",
    "Mali Konstruktorzy",
    "Szachy od podstaw",
    "Taniec hip-hop dziewczęta",
    "Piłka nożna – orliki",
    "Chess club",
    "Гурток шахів",
    "Półkolonie z robotami",
];
const BODIES: [&str; 4] = [
    "Budujemy i programujemy roboty.",
    "Po zajęciach można zostać na szachy.",
    "Ruch, muzyka i zabawa w przyjaznej grupie.",
    "Zapraszamy też rodziców na turniej.",
];
const INTERESTS: [&str; 6] = ["robotics", "chess", "hip_hop", "football", "lego_blocks", "programming"];
const TEXTS: [&str; 20] = [
    "",
    "robotyka",
    "robtyka dla 8 latka",
    "szachy na Pogodnie",
    "taniec dla dziewczynek",
    "zajęcia sportowe do 100 zł",
    "piłka w soboty rano",
    "gry bez komputera dla 10-latka",
    "mali konstruktorzy",
    "konstruktorzy po angielsku",
    "darmowe półkolonie",
    "шахи для дитини 8 років",
    "chess under 50 zł",
    "online programowanie",
    "turniej rodziców",
    "sport",
    "koło Turzyna po 17",
    "zabawa",
    "szachy robotyka",
    "dla nastolatka w weekend",
];

/// A small generator of numbers (xorshift64*), so that a failure comes back.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    fn holds(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn point(&mut self) -> GeoPoint {
        GeoPoint { lat: 53.36 + self.below(140) as f64 / 1000.0, lon: 14.42 + self.below(250) as f64 / 1000.0 }
    }
}

fn document(draw: &mut Draw, id: u128) -> Document {
    let mut terms = vec![("online", draw.holds(20).to_string())];
    terms.push(("district", (*draw.one(&["pogodno", "turzyn", "dabie"])).to_owned()));
    if draw.holds(70) {
        terms.push(("language", (*draw.one(&["pl", "en", "uk"])).to_owned()));
    }
    if draw.holds(40) {
        terms.push(("tag", (*draw.one(&["girls", "camp_summer", "beginners"])).to_owned()));
    }
    let age = draw.below(15) as u32 * 12;
    Document {
        id: Uuid::from_u128(id),
        kind: if draw.holds(90) { "activity" } else { "institution" },
        text: Text {
            title: (*draw.one(&TITLES)).to_owned(),
            names: "Klub Orzeł".to_owned(),
            place: "Pogodno".to_owned(),
            body: (*draw.one(&BODIES)).to_owned(),
        },
        terms,
        interests: if draw.holds(70) { vec![(*draw.one(&INTERESTS)).to_owned()] } else { Vec::new() },
        ages: if draw.holds(85) { (Some(age), Some(age + 35)) } else { (None, None) },
        slots: (0..draw.below(3))
            .map(|_| {
                let starts = 480 + draw.below(13) as u16 * 60;
                Slot { weekday: draw.below(7) as u8, starts, ends: starts + 60 }
            })
            .collect(),
        price: draw.holds(80).then(|| draw.below(4) as i64 * 5_000),
        enrolment: draw.holds(60).then(|| Enrolment {
            closes: draw.holds(50).then_some(NOW - 1000 + draw.below(2000) as i64),
            places_left: draw.holds(50).then_some(draw.below(2) as u32),
            ..Enrolment::default()
        }),
        location: draw.holds(85).then(|| draw.point()),
        until: draw.holds(10).then(|| NOW - 1000 + draw.below(2000) as i64),
        ..Document::default()
    }
}

fn filter(draw: &mut Draw) -> Filter {
    let mut terms = Vec::new();
    if draw.holds(20) {
        terms.extend(TermFilter::new("interest", vec![(*draw.one(&INTERESTS)).to_owned()]));
    }
    if draw.holds(15) {
        terms.extend(TermFilter::new("district", vec!["pogodno".to_owned(), "dabie".to_owned()]));
    }
    let age = draw.below(15) as u32 * 12;
    Filter {
        terms,
        ages: draw.holds(20).then_some(age..=age + 11),
        slot: draw.holds(15).then(|| SlotFilter { weekdays: vec![draw.below(7) as u8], ..SlotFilter::default() }),
        max_price: draw.holds(15).then_some(10_000),
        enrolment: if draw.holds(15) { vec![EnrolmentState::Open] } else { Vec::new() },
    }
}

#[test]
fn a_document_answers_the_saved_searches_that_find_it() {
    let place = |name: &str, lat, lon| Place {
        name: name.to_owned(),
        kind: PlaceKind::District,
        id: None,
        points: vec![GeoPoint { lat, lon }],
    };
    let city = CityWords::new(
        [place("Pogodno", 53.44, 14.51), place("Turzyn", 53.43, 14.53)],
        &LocalPhrases::default(),
        &["Szczecin"],
    );
    let mut draw = Draw(0x5EED_1234_ABCD_0001);
    let documents: Vec<Document> = (1..=300).map(|id| document(&mut draw, id)).collect();
    let index = Index::in_memory();
    let mut writer = index.writer().unwrap();
    writer.put(&documents).unwrap();
    writer.commit("").unwrap();
    let reader = index.reader().unwrap();

    let mut watchlist = Watchlist::default();
    let mut expected: Vec<Vec<Uuid>> = vec![Vec::new(); documents.len() + 1];
    let mut answers = 0;
    for id in 1..=1_500_u128 {
        let id = Uuid::from_u128(id << 64);
        let text = *draw.one(&TEXTS);
        let near = Near { point: draw.point(), radius_meters: draw.holds(70).then(|| 500.0 + draw.below(8000) as f64) };
        let query = Query {
            meaning: reader.understand(text, Reading::Wish, &city),
            kinds: vec!["activity"],
            filter: filter(&mut draw),
            near: draw.holds(20).then_some(near),
            first: 1000,
            now: NOW,
            ..Query::default()
        };
        watchlist.put(id, &query);
        let page = reader.search(&query).unwrap();
        for hit in page.hits.iter().take(page.full_matches as usize) {
            assert!(hit.misses.is_empty(), "full matches come first");
            expected[hit.id.as_u128() as usize].push(id);
            answers += 1;
        }
    }
    assert!(answers > 10_000, "the test asks enough: {answers}");
    for document in &documents {
        let mut expected = expected[document.id.as_u128() as usize].clone();
        expected.sort_unstable();
        assert_eq!(watchlist.matches(document, &city, NOW), expected, "{document:?}");
    }
}

#[test]
fn a_forgotten_search_is_not_answered_and_one_put_twice_once() {
    let city = CityWords::default();
    let index = Index::in_memory();
    let reader = index.reader().unwrap();
    let query = |text: &str| Query {
        meaning: reader.understand(text, Reading::Wish, &city),
        kinds: vec!["activity"],
        ..Query::default()
    };
    let mut watchlist = Watchlist::default();
    let [first, second] = [1, 2].map(Uuid::from_u128);
    watchlist.put(first, &query("szachy"));
    watchlist.put(second, &query("szachy"));
    watchlist.put(second, &query("szachy"));
    let document = Document { kind: "activity", interests: vec!["chess".to_owned()], ..Document::default() };
    assert_eq!(watchlist.matches(&document, &city, NOW), [first, second]);
    watchlist.remove(first);
    watchlist.remove(first);
    assert_eq!((watchlist.matches(&document, &city, NOW), watchlist.len()), (vec![second], 1));
    watchlist.put(second, &query("robotyka"));
    assert!(watchlist.matches(&document, &city, NOW).is_empty());
}
