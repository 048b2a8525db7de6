use std::cmp::Ordering;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use uuid::Uuid;

use crate::{Error, Result, Sort};

/// Where a document stands in an order: smaller comes first, equals are ordered by id.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Rank {
    Number(f64),
    Text(String),
}

impl Rank {
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
        }
    }
}

/// The place of a page's last document: the next page begins behind it, whatever came or went meanwhile.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Position {
    /// 0 for what misses nothing, 1 for what stands behind that.
    pub(crate) tier: u8,
    pub(crate) rank: Rank,
    pub(crate) id: Uuid,
}

impl Position {
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        self.tier.cmp(&other.tier).then_with(|| self.rank.compare(&other.rank)).then_with(|| self.id.cmp(&other.id))
    }

    pub(crate) fn encode(&self, sort: Sort) -> String {
        let mut bytes = vec![sort as u8, self.tier];
        bytes.extend(self.id.as_bytes());
        match &self.rank {
            Rank::Number(number) => {
                bytes.push(b'n');
                bytes.extend(number.to_be_bytes());
            }
            Rank::Text(text) => {
                bytes.push(b't');
                bytes.extend(text.as_bytes());
            }
        }
        URL_SAFE_NO_PAD.encode(bytes)
    }

    pub(crate) fn decode(cursor: &str, sort: Sort) -> Result<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| Error::Cursor)?;
        let (head, rank) = bytes.split_at_checked(19).ok_or(Error::Cursor)?;
        if head.first() != Some(&(sort as u8)) {
            return Err(Error::Cursor);
        }
        let id = head.get(2..18).and_then(|id| Uuid::from_slice(id).ok()).ok_or(Error::Cursor)?;
        let rank = match head.last() {
            Some(b'n') => Rank::Number(f64::from_be_bytes(rank.try_into().map_err(|_| Error::Cursor)?)),
            Some(b't') => Rank::Text(String::from_utf8(rank.to_vec()).map_err(|_| Error::Cursor)?),
            _ => return Err(Error::Cursor),
        };
        let tier = head.get(1).copied().ok_or(Error::Cursor)?;
        Ok(Self { tier, rank, id })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_round_trip_and_foreign_ones_are_refused() {
        for rank in [Rank::Number(-1.25), Rank::Text("łąka".into())] {
            let position = Position { tier: 1, rank, id: Uuid::from_u128(9) };
            let cursor = position.encode(Sort::Price);
            assert_eq!(Position::decode(&cursor, Sort::Price).unwrap(), position);
            assert!(Position::decode(&cursor, Sort::Name).is_err(), "another order");
        }
        for bad in ["", "x", "AAAA", "żółw", &"A".repeat(24)] {
            assert!(Position::decode(bad, Sort::Relevance).is_err(), "{bad}");
        }
    }
}
