//! Reads the automata of morfologik-stemming: sets of byte sequences in the format CFSA2.
//!
//! After a header with up to 31 frequent labels come states, each a run of arcs. An arc begins with a byte of flags and
//! the number of its label; an infrequent label follows in a byte of its own. Then comes the address it leads to, in
//! seven-bit groups, the lowest first; or nothing if it leads to the state that follows its own.

use crate::Error;

const MAGIC: &[u8] = b"\\fsa\xc6";
/// In the header: before its arcs, each state has the number of sequences that go through it.
const NUMBERED: u16 = 0x100;
/// In an arc: it leads to the state that follows this one.
const TO_NEXT: u8 = 0x80;
/// In an arc: it is its state's last.
const LAST: u8 = 0x40;
/// In an arc: a sequence ends with it.
const FINAL: u8 = 0x20;
/// In an arc: the number of its label, or 0 if that follows.
const LABEL: u8 = 0x1f;

/// An automaton in a file's bytes.
pub(crate) struct Automaton<'a> {
    labels: &'a [u8],
    numbered: bool,
    arcs: &'a [u8],
}

struct Arc {
    label: u8,
    is_final: bool,
    is_last: bool,
    /// Where it leads; `None` if it only ends sequences.
    target: Option<usize>,
    /// What follows it.
    end: usize,
}

impl<'a> Automaton<'a> {
    pub(crate) fn open(file: &'a [u8]) -> Result<Self, Error> {
        let rest = file.strip_prefix(MAGIC).ok_or(Error::Cfsa2("it begins otherwise"))?;
        let ([high, low, labels], rest) = rest.split_first_chunk().ok_or(Error::Cfsa2("it ends in its header"))?;
        let (labels, arcs) =
            rest.split_at_checked(usize::from(*labels)).ok_or(Error::Cfsa2("it ends in its header"))?;
        Ok(Self { labels, numbered: u16::from_be_bytes([*high, *low]) & NUMBERED != 0, arcs })
    }

    /// Calls `found` with every sequence, in the order of their bytes.
    pub(crate) fn each(&self, mut found: impl FnMut(&[u8]) -> Result<(), Error>) -> Result<(), Error> {
        // The only arc of the first state leads to where sequences begin.
        let Some(start) = self.arc(self.first_arc(0)?)?.target else { return Ok(()) };
        let mut sequence = Vec::new();
        // Of each state on the way the arc to take next, if one is left.
        let mut way = vec![Some(self.first_arc(start)?)];
        while let Some(next) = way.last_mut() {
            let Some(at) = next.take() else {
                way.pop();
                sequence.pop();
                continue;
            };
            let arc = self.arc(at)?;
            *next = (!arc.is_last).then_some(arc.end);
            sequence.push(arc.label);
            if arc.is_final {
                found(&sequence)?;
            }
            match arc.target {
                Some(target) => way.push(Some(self.first_arc(target)?)),
                None => drop(sequence.pop()),
            }
        }
        Ok(())
    }

    fn first_arc(&self, state: usize) -> Result<usize, Error> {
        if self.numbered { Ok(self.number(state)?.1) } else { Ok(state) }
    }

    fn arc(&self, at: usize) -> Result<Arc, Error> {
        let flags = self.byte(at)?;
        let (label, end) = match flags & LABEL {
            0 => (self.byte(at + 1)?, at + 2),
            known => (*self.labels.get(usize::from(known)).ok_or(Error::Cfsa2("a label is unknown"))?, at + 1),
        };
        let (is_final, is_last) = (flags & FINAL != 0, flags & LAST != 0);
        if flags & TO_NEXT == 0 {
            let (target, end) = self.number(end)?;
            return Ok(Arc { label, is_final, is_last, target: (target != 0).then_some(target), end });
        }
        // Usually it is the last one itself.
        let mut target = end;
        let mut last = is_last;
        while !last {
            let arc = self.arc(target)?;
            (target, last) = (arc.end, arc.is_last);
        }
        Ok(Arc { label, is_final, is_last, target: Some(target), end })
    }

    /// A number in groups of seven bits, and what follows it.
    fn number(&self, mut at: usize) -> Result<(usize, usize), Error> {
        let mut number = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = self.byte(at)?;
            at += 1;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok((number, at));
            }
        }
        Err(Error::Cfsa2("a number is too large"))
    }

    fn byte(&self, at: usize) -> Result<u8, Error> {
        self.arcs.get(at).copied().ok_or(Error::Cfsa2("it ends too early"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sequences(file: &[u8]) -> Result<Vec<String>, Error> {
        let mut all = Vec::new();
        Automaton::open(file)?.each(|sequence| {
            all.push(String::from_utf8_lossy(sequence).into_owned());
            Ok(())
        })?;
        Ok(all)
    }

    #[test]
    fn finds_every_sequence_in_order() {
        let mut file = MAGIC.to_vec();
        // Not numbered; label 1 is "a".
        file.extend([0, 0, 2, 0, b'a']);
        file.extend([TO_NEXT | LAST, b'^']);
        // "a" ends a sequence and leads on to address 8, "b" leads to the next state.
        file.extend([FINAL | 1, 8, TO_NEXT | LAST, b'b']);
        // Not reached from "a".
        file.extend([FINAL | LAST | 1, 0]);
        file.extend([FINAL | LAST, b'c', 0]);
        assert_eq!(sequences(&file).unwrap(), ["a", "ac", "ba"]);
    }

    #[test]
    fn refuses_what_is_torn() {
        for file in [b"\\fsa\x05".as_slice(), b"\\fsa\xc6\x00", b"\\fsa\xc6\x00\x00\x00\xc0"] {
            assert!(matches!(sequences(file), Err(Error::Cfsa2(_))));
        }
    }
}
