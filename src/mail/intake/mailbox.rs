//! Where messages wait to be taken in: one message, an mbox file (RFC 4155), or a Maildir.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

/// Bytes of one message that are kept: reports stand at its beginning.
pub(crate) const MAX_MESSAGE: usize = 4 << 20;

/// One message, or why it could not be read; each with the name that its operator knows it by.
pub(crate) type Found = (String, io::Result<Vec<u8>>);

/// The messages of a file or folder.
pub(crate) fn open(path: &Path) -> io::Result<Box<dyn Iterator<Item = Found>>> {
    if path.is_dir() {
        return Ok(Box::new(maildir(path)?));
    }
    let file = File::open(path)?;
    Ok(Box::new(stream(path.display().to_string(), file)))
}

/// The messages that come in at a stream: of an mbox, if it begins as one does, else the one that it is.
pub(crate) fn stream(name: String, reader: impl Read + 'static) -> impl Iterator<Item = Found> {
    Mbox { name, reader: BufReader::new(reader), number: 0, state: State::Start, next: Vec::new() }
}

/// Messages in `new` and `cur`, the oldest names first. They stay where they are.
fn maildir(path: &Path) -> io::Result<impl Iterator<Item = Found> + use<>> {
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in ["cur", "new"] {
        match fs::read_dir(path.join(folder)) {
            Ok(entries) => {
                for entry in entries {
                    let entry = entry?;
                    if entry.file_type()?.is_file() && !entry.file_name().to_string_lossy().starts_with('.') {
                        files.push(entry.path());
                    }
                }
            }
            Err(err) if err.kind() == io::ErrorKind::NotFound => {
                let problem = format!("{} is no Maildir: it has no folder \"{folder}\"", path.display());
                return Err(io::Error::new(io::ErrorKind::NotFound, problem));
            }
            Err(err) => return Err(err),
        }
    }
    files.sort_by(|a, b| a.file_name().cmp(&b.file_name()));
    Ok(files.into_iter().map(|file| {
        let mut content = Vec::new();
        let read = File::open(&file).and_then(|open| open.take(MAX_MESSAGE as u64).read_to_end(&mut content));
        (file.display().to_string(), read.map(|_| content))
    }))
}

enum State {
    /// Nothing was read yet.
    Start,
    /// Messages are divided by lines that begin with `From `.
    Divided,
    /// All is one message, or all was read.
    End,
}

struct Mbox<R> {
    name: String,
    reader: BufReader<R>,
    number: usize,
    state: State,
    /// What was read of the next message.
    next: Vec<u8>,
}

impl<R: Read> Mbox<R> {
    fn read(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        if matches!(self.state, State::Start) {
            if read_line(&mut self.reader, &mut line)? == 0 {
                self.state = State::End;
                return Ok(None);
            }
            if line.starts_with(b"From ") {
                self.state = State::Divided;
            } else {
                self.state = State::End;
                let mut message = line;
                self.reader.by_ref().take(MAX_MESSAGE as u64).read_to_end(&mut message)?;
                return Ok(Some(message));
            }
        }
        if matches!(self.state, State::End) {
            return Ok(None);
        }
        let mut message = std::mem::take(&mut self.next);
        let mut after_empty = false;
        loop {
            line.clear();
            if read_line(&mut self.reader, &mut line)? == 0 {
                self.state = State::End;
                return Ok(Some(message));
            }
            if after_empty && line.starts_with(b"From ") {
                return Ok(Some(message));
            }
            after_empty = matches!(line.as_slice(), b"\n" | b"\r\n");
            // Lines that look like dividers were marked; what was marked before has one mark more.
            let marks = line.iter().take_while(|byte| **byte == b'>').count();
            let kept = if marks > 0 && line[marks..].starts_with(b"From ") { &line[1..] } else { &line[..] };
            if message.len() + kept.len() <= MAX_MESSAGE {
                message.extend_from_slice(kept);
            }
        }
    }
}

/// A line, or as much of it as a message may have; the rest counts as a line of its own.
fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<usize> {
    reader.take(MAX_MESSAGE as u64).read_until(b'\n', line)
}

impl<R: Read> Iterator for Mbox<R> {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        let read = match self.read() {
            Ok(message) => Ok(message?),
            Err(err) => {
                self.state = State::End;
                Err(err)
            }
        };
        self.number += 1;
        let name = if self.number == 1 && matches!(self.state, State::End) {
            self.name.clone()
        } else {
            format!("{}, message {}", self.name, self.number)
        };
        Some((name, read))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<(String, String)> {
        let bytes = bytes.to_vec();
        stream("box".to_owned(), io::Cursor::new(bytes))
            .map(|(name, message)| (name, String::from_utf8(message.unwrap()).unwrap()))
            .collect()
    }

    #[test]
    fn an_mbox_is_divided_and_its_marks_are_undone() {
        let found = read(
            b"From x Fri Nov 27 05:00:00 2026\nTo: a\n\n>From here\n>>From there\n> From\nFrom the middle\n\n\
              From y Fri Nov 27 05:00:00 2026\r\nTo: b\r\n\r\nc\r\n",
        );
        assert_eq!(
            found,
            [
                (
                    "box, message 1".to_owned(),
                    "To: a\n\nFrom here\n>From there\n> From\nFrom the middle\n\n".to_owned()
                ),
                ("box, message 2".to_owned(), "To: b\r\n\r\nc\r\n".to_owned()),
            ]
        );
    }

    #[test]
    fn what_does_not_begin_as_an_mbox_is_one_message() {
        assert_eq!(
            read(b"To: a\n\nFrom x\n\nFrom y\n"),
            [("box".to_owned(), "To: a\n\nFrom x\n\nFrom y\n".to_owned())]
        );
        assert_eq!(read(b""), []);
    }

    #[test]
    fn a_message_without_end_is_cut() {
        let mut bytes = b"From x\nTo: a\n\n".to_vec();
        bytes.resize(3 * MAX_MESSAGE, b'a');
        bytes.extend_from_slice(b"\n\nFrom y\nTo: b\n");
        let found = read(&bytes);
        assert!(found.len() == 2 && found[0].1.len() <= MAX_MESSAGE && found[1].1 == "To: b\n");
    }
}
