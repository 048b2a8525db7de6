//! What a file is, by its bytes.
//!
//! A file is kept as it came, so only such kinds are taken as people's programs open without running anything. Of an
//! archive, two small members are read, and no more of them than it takes to know; nothing is unpacked.

use std::io::{Cursor, Read as _};

use quick_xml::{Reader, XmlVersion, events::Event};
use zip::ZipArchive;

use crate::{file::FileType, name::extension, refusal::FileRefusal};

/// The largest file that we take, in bytes.
pub const MAX_FILE_BYTES: usize = 8 * 1024 * 1024;
/// How much of a member of an archive is read, in bytes: those of documents with hundreds of sheets have some 60 000.
const MAX_MEMBER: u64 = 512 * 1024;
/// How far from its end a PDF may say that it ends, in bytes: printers' software puts lines behind it.
const PDF_TAIL: usize = 2048;
/// The parts that tell OOXML files from each other (ECMA-376, part 1, section 11 to 13).
const OOXML: [(&str, FileType); 3] = [
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", FileType::Docx),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileType::Xlsx),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", FileType::Pptx),
];
/// What types of parts that act have in their names, in small letters.
const ACTING_TYPES: [&str; 4] = ["macro", "vba", "activex", "intlmacrosheet"];
/// What names of members that act have in them, in small letters: macros of OOXML, and of OpenDocument.
const ACTING_MEMBERS: [&str; 4] = ["vbaproject", "vbadata", "activex/", "macrosheets/"];
/// How names of members that act begin in OpenDocument.
const ACTING_FOLDERS: [&str; 2] = ["basic/", "scripts/"];
/// The member that lists the parts of OOXML.
const CONTENT_TYPES: &str = "[Content_Types].xml";

/// What a file is, if it is one of those that we take. The name only tells plain text from a table.
pub(crate) fn recognise(bytes: &[u8], name: &str) -> Result<FileType, FileRefusal> {
    if bytes.is_empty() {
        return Err(FileRefusal::FileEmpty);
    }
    if bytes.len() > MAX_FILE_BYTES {
        return Err(FileRefusal::FileTooLarge);
    }
    if bytes.starts_with(b"%PDF-") {
        let tail = &bytes[bytes.len().saturating_sub(PDF_TAIL)..];
        let ends = tail.windows(5).any(|end| end == b"%%EOF");
        return if ends { Ok(FileType::Pdf) } else { Err(FileRefusal::FileBroken) };
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return archive(bytes);
    }
    match extension(name).and_then(FileType::of_extension) {
        Some(kind @ (FileType::Txt | FileType::Csv)) => text(bytes).map(|()| kind),
        // What it is called is no better than its bytes: a broken file of a kind that we take.
        Some(_) | None => Err(FileRefusal::FileFormat),
    }
}

fn text(bytes: &[u8]) -> Result<(), FileRefusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| FileRefusal::TextEncoding)?;
    let is_text = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    if text.chars().all(is_text) { Ok(()) } else { Err(FileRefusal::TextEncoding) }
}

fn archive(bytes: &[u8]) -> Result<FileType, FileRefusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileRefusal::FileBroken)?;
    // Programs differ in which of two members of one name they take, and in where they look for the first.
    if archive.has_duplicate_names() || archive.offset() != 0 {
        return Err(FileRefusal::FileBroken);
    }
    let names: Vec<String> = archive
        .file_names_raw()
        .map(|name| String::from_utf8_lossy(name).replace('\\', "/").to_ascii_lowercase())
        .collect();
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let acts = names.iter().any(|name| ACTING_MEMBERS.iter().any(|part| name.contains(part)));
    if has("mimetype") {
        let kind = member(&mut archive, "mimetype")?;
        let known = [FileType::Odt, FileType::Ods, FileType::Odp];
        let kind = known.into_iter().find(|known| known.as_str() == kind.trim()).ok_or(FileRefusal::FileFormat)?;
        let scripts = names.iter().any(|name| ACTING_FOLDERS.iter().any(|folder| name.starts_with(folder)));
        return if acts || scripts { Err(FileRefusal::FileMacros) } else { Ok(kind) };
    }
    if !has(&CONTENT_TYPES.to_ascii_lowercase()) {
        return Err(FileRefusal::FileFormat);
    }
    let types = content_types(&member(&mut archive, CONTENT_TYPES)?)?;
    if acts || types.iter().any(|kind| ACTING_TYPES.iter().any(|part| kind.contains(part))) {
        return Err(FileRefusal::FileMacros);
    }
    let mut found = OOXML.into_iter().filter(|(name, _)| types.iter().any(|kind| kind == name));
    match (found.next(), found.next()) {
        (Some((_, kind)), None) => Ok(kind),
        _ => Err(FileRefusal::FileFormat),
    }
}

/// A member of an archive as text.
fn member(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, FileRefusal> {
    let file = archive.by_name(name).map_err(|_| FileRefusal::FileBroken)?;
    let mut text = String::new();
    // What it says of its own size is not believed.
    let read = file.take(MAX_MEMBER + 1).read_to_string(&mut text).map_err(|_| FileRefusal::FileBroken)?;
    if read as u64 > MAX_MEMBER { Err(FileRefusal::FileBroken) } else { Ok(text) }
}

/// The types of an OOXML file's parts, in small letters (ECMA-376, part 2, section 10.1.2.2).
fn content_types(xml: &str) -> Result<Vec<String>, FileRefusal> {
    let mut reader = Reader::from_str(xml);
    let mut types = Vec::new();
    loop {
        match reader.read_event().map_err(|_| FileRefusal::FileBroken)? {
            Event::Start(part) | Event::Empty(part) => {
                for attribute in part.attributes() {
                    let attribute = attribute.map_err(|_| FileRefusal::FileBroken)?;
                    if attribute.key.as_ref() == b"ContentType" {
                        let value =
                            attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| FileRefusal::FileBroken)?;
                        types.push(value.to_ascii_lowercase());
                    }
                }
            }
            // A document type could say what other programs put for its entities.
            Event::DocType(_) => return Err(FileRefusal::FileBroken),
            Event::Eof => return Ok(types),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
