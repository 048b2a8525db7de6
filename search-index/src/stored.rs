//! Documents as bytes, so that what was known of an entry can be kept beside it and compared later.
//!
//! Compact and of one version: what another version wrote cannot be read, and is then as good as never seen.

use std::{collections::HashSet, sync::Mutex, sync::PoisonError};

use uuid::Uuid;

use crate::{Document, Enrolment, GeoPoint, Slot, Text};

/// Raise it whenever the bytes mean something else.
const VERSION: u8 = 1;
/// Names of kinds and dimensions that are read from bytes; a program has a few dozen.
const MOST_NAMES: usize = 1_000;

/// Names of kinds and dimensions. They are the program's own and few, so they stay for as long as it runs.
static NAMES: Mutex<Option<HashSet<&'static str>>> = Mutex::new(None);

/// The name as one that lives as long as the program; none if there are more than any program has.
fn name(text: &str) -> Option<&'static str> {
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    let names = names.get_or_insert_default();
    if let Some(name) = names.get(text) {
        return Some(name);
    }
    if names.len() >= MOST_NAMES {
        return None;
    }
    let name: &'static str = Box::leak(text.to_owned().into_boxed_str());
    names.insert(name);
    Some(name)
}

impl Document {
    /// The document as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Out(vec![VERSION]);
        out.0.extend_from_slice(self.id.as_bytes());
        out.text(self.kind);
        for text in [&self.text.title, &self.text.names, &self.text.place, &self.text.body] {
            out.text(text);
        }
        out.number(self.terms.len() as u64);
        for (dimension, value) in &self.terms {
            out.text(dimension);
            out.text(value);
        }
        out.number(self.interests.len() as u64);
        for interest in &self.interests {
            out.text(interest);
        }
        out.perhaps(self.ages.0.map(u64::from));
        out.perhaps(self.ages.1.map(u64::from));
        out.number(self.slots.len() as u64);
        for slot in &self.slots {
            out.number(slot.pack());
        }
        out.signed_perhaps(self.price);
        out.0.push(u8::from(self.enrolment.is_some()));
        if let Some(enrolment) = self.enrolment {
            out.signed_perhaps(enrolment.opens);
            out.signed_perhaps(enrolment.closes);
            out.perhaps(enrolment.places_left.map(u64::from));
            out.0.push(u8::from(enrolment.queue));
        }
        out.0.push(u8::from(self.location.is_some()));
        if let Some(point) = self.location {
            out.float(point.lat);
            out.float(point.lon);
        }
        out.signed(self.created);
        out.signed(self.confirmed);
        out.signed_perhaps(self.starts);
        out.signed_perhaps(self.until);
        out.0.push(u8::from(self.rating.is_some()));
        if let Some(rating) = self.rating {
            out.float(rating);
        }
        out.0
    }

    /// The document that was turned into these bytes; nothing if another version did so, or they are no document's.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (version, rest) = bytes.split_first()?;
        if *version != VERSION {
            return None;
        }
        let mut input = In(rest);
        let document = Self::read(&mut input).ok()?;
        input.0.is_empty().then_some(document)
    }

    fn read(input: &mut In<'_>) -> Result<Self, Broken> {
        let id = Uuid::from_bytes(input.array()?);
        let kind = input.name()?;
        let mut text = || Ok(input.text()?.to_owned());
        let text = Text { title: text()?, names: text()?, place: text()?, body: text()? };
        let mut terms = Vec::new();
        for _ in 0..input.number()? {
            terms.push((input.name()?, input.text()?.to_owned()));
        }
        let mut interests = Vec::new();
        for _ in 0..input.number()? {
            interests.push(input.text()?.to_owned());
        }
        let mut months = || Ok(input.perhaps()?.and_then(|months| u32::try_from(months).ok()));
        let ages = (months()?, months()?);
        let mut slots = Vec::new();
        for _ in 0..input.number()? {
            slots.push(Slot::unpack(input.number()?));
        }
        let price = input.signed_perhaps()?;
        let enrolment = match input.flag()? {
            true => Some(Enrolment {
                opens: input.signed_perhaps()?,
                closes: input.signed_perhaps()?,
                places_left: input.perhaps()?.and_then(|places| u32::try_from(places).ok()),
                queue: input.flag()?,
            }),
            false => None,
        };
        let location = match input.flag()? {
            true => Some(GeoPoint { lat: input.float()?, lon: input.float()? }),
            false => None,
        };
        let (created, confirmed) = (input.signed()?, input.signed()?);
        let (starts, until) = (input.signed_perhaps()?, input.signed_perhaps()?);
        let rating = match input.flag()? {
            true => Some(input.float()?),
            false => None,
        };
        Ok(Self {
            id,
            kind,
            text,
            terms,
            interests,
            ages,
            slots,
            price,
            enrolment,
            location,
            created,
            confirmed,
            starts,
            until,
            rating,
        })
    }
}

struct Out(Vec<u8>);

impl Out {
    /// Seven bits a byte, the lowest first.
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push((number & 0x7F) as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// Small numbers of either sign are short.
    fn signed(&mut self, number: i64) {
        self.number(((number << 1) ^ (number >> 63)).cast_unsigned());
    }

    fn perhaps(&mut self, number: Option<u64>) {
        self.0.push(u8::from(number.is_some()));
        if let Some(number) = number {
            self.number(number);
        }
    }

    fn signed_perhaps(&mut self, number: Option<i64>) {
        self.0.push(u8::from(number.is_some()));
        if let Some(number) = number {
            self.signed(number);
        }
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }

    fn float(&mut self, number: f64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }
}

/// The bytes end too soon, or are no document's.
struct Broken;

struct In<'a>(&'a [u8]);

impl<'a> In<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], Broken> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Broken)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Broken> {
        self.take(N)?.try_into().map_err(|_| Broken)
    }

    fn flag(&mut self) -> Result<bool, Broken> {
        match self.array::<1>()? {
            [0] => Ok(false),
            [1] => Ok(true),
            _ => Err(Broken),
        }
    }

    fn number(&mut self) -> Result<u64, Broken> {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let [byte] = self.array()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(Broken)
    }

    fn signed(&mut self) -> Result<i64, Broken> {
        let number = self.number()?;
        Ok((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    fn perhaps(&mut self) -> Result<Option<u64>, Broken> {
        if self.flag()? { self.number().map(Some) } else { Ok(None) }
    }

    fn signed_perhaps(&mut self) -> Result<Option<i64>, Broken> {
        if self.flag()? { self.signed().map(Some) } else { Ok(None) }
    }

    fn text(&mut self) -> Result<&'a str, Broken> {
        let length = usize::try_from(self.number()?).map_err(|_| Broken)?;
        std::str::from_utf8(self.take(length)?).map_err(|_| Broken)
    }

    fn name(&mut self) -> Result<&'static str, Broken> {
        name(self.text()?).ok_or(Broken)
    }

    fn float(&mut self) -> Result<f64, Broken> {
        Ok(f64::from_le_bytes(self.array()?))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn full() -> Document {
        Document {
            id: Uuid::from_u128(7),
            kind: "activity",
            text: Text {
                title: "Robotyka – źródło".to_owned(),
                names: "Klub".to_owned(),
                place: "Pogodno".to_owned(),
                body: "Budujemy.\n".repeat(50),
            },
            terms: vec![("district", "pogodno".to_owned()), ("tag", String::new())],
            interests: vec!["robotics".to_owned()],
            ages: (Some(0), Some(u32::MAX)),
            slots: vec![Slot { weekday: 6, starts: 1439, ends: 1439 }],
            price: Some(-1),
            enrolment: Some(Enrolment { opens: Some(i64::MIN), closes: None, places_left: Some(0), queue: true }),
            location: Some(GeoPoint { lat: 53.4, lon: -14.5 }),
            created: i64::MAX,
            confirmed: -1,
            starts: Some(0),
            until: Some(1),
            rating: Some(4.5),
        }
    }

    #[test]
    fn documents_come_back_from_their_bytes() {
        for document in [full(), Document { kind: "event", ..Document::default() }] {
            let read = Document::from_bytes(&document.to_bytes()).unwrap();
            assert_eq!(format!("{read:?}"), format!("{document:?}"));
        }
    }

    #[test]
    fn what_is_cut_or_of_another_version_is_nothing() {
        let bytes = full().to_bytes();
        for end in 0..bytes.len() {
            assert!(Document::from_bytes(&bytes[..end]).is_none(), "{end}");
        }
        let longer: Vec<u8> = bytes.iter().copied().chain([0]).collect();
        assert!(Document::from_bytes(&longer).is_none());
        let other: Vec<u8> = std::iter::once(VERSION + 1).chain(bytes[1..].iter().copied()).collect();
        assert!(Document::from_bytes(&other).is_none());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Document::from_bytes(&bytes);
            let versioned: Vec<u8> = std::iter::once(VERSION).chain(bytes).collect();
            let _ = Document::from_bytes(&versioned);
        }

        #[test]
        fn numbers_come_back(number in any::<i64>(), other in any::<u64>()) {
            let mut out = Out(Vec::new());
            out.signed(number);
            out.number(other);
            let mut input = In(&out.0);
            prop_assert_eq!((input.signed().ok(), input.number().ok()), (Some(number), Some(other)));
        }
    }
}
