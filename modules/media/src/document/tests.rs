use super::*;
use crate::support::{archive, content_types, docx, pdf};

const ODT: &str = "application/vnd.oasis.opendocument.text";

fn ooxml(kind: &str) -> Vec<u8> {
    archive(&[("[Content_Types].xml", content_types(kind).as_bytes()), ("_rels/.rels", b"<r/>")])
}

fn opendocument(kind: &str) -> Vec<u8> {
    archive(&[("mimetype", kind.as_bytes()), ("content.xml", b"<c/>")])
}

#[test]
fn files_are_known_by_what_is_in_them() {
    for (bytes, name, expected) in [
        (pdf(), "plan", FileType::Pdf),
        (pdf(), "plan.exe", FileType::Pdf),
        (docx(), "zgoda.docx", FileType::Docx),
        (docx(), "zgoda.pdf", FileType::Docx),
        (ooxml(OOXML[1].0), "a.xlsx", FileType::Xlsx),
        (ooxml(OOXML[2].0), "a.pptx", FileType::Pptx),
        (opendocument(ODT), "a.odt", FileType::Odt),
        (opendocument(FileType::Ods.as_str()), "a.ods", FileType::Ods),
        (opendocument(FileType::Odp.as_str()), "a.odp", FileType::Odp),
        ("Zażółć\r\n\tgęślą".into(), "a.txt", FileType::Txt),
        ("\u{feff}a;b\n1;2\n".into(), "a.CSV", FileType::Csv),
        (b"<script>alert(1)</script>".to_vec(), "a.txt", FileType::Txt),
    ] {
        assert_eq!(recognise(&bytes, name), Ok(expected), "{name}");
    }
}

#[test]
fn everything_else_is_refused_with_the_reason() {
    use FileRefusal::{FileBroken, FileEmpty, FileFormat, FileMacros, FileTooLarge, TextEncoding};
    let macros = "application/vnd.ms-word.document.macroEnabled.main+xml";
    let hidden = "application/vnd.ms-word.document.&#x6D;acroEnabled.main+xml";
    let template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";
    let with = |name: &str| {
        archive(&[("[Content_Types].xml", content_types(OOXML[0].0).as_bytes()), (name, b"x"), ("word/d.xml", b"")])
    };
    let scripted = |name: &str| archive(&[("mimetype", ODT.as_bytes()), (name, b"x")]);
    let entity = "<!DOCTYPE Types [<!ENTITY m \"x\">]><Types/>";
    let both = format!("{}{}", content_types(OOXML[0].0), content_types(OOXML[1].0));
    for (name, bytes, expected) in [
        ("a.pdf", Vec::new(), FileEmpty),
        ("a.pdf", [pdf(), vec![b' '; MAX_FILE_BYTES]].concat(), FileTooLarge),
        ("a.pdf", b"%PDF-1.7\n1 0 obj".to_vec(), FileBroken),
        ("a.pdf", b"<html>%PDF-1.7 %%EOF".to_vec(), FileFormat),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), FileFormat),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), FileFormat),
        ("a.exe", b"MZ\x90\0".to_vec(), FileFormat),
        ("a.html", b"<script>alert(1)</script>".to_vec(), FileFormat),
        ("a.svg", b"<svg/>".to_vec(), FileFormat),
        ("a", b"hello".to_vec(), FileFormat),
        ("a.zip", archive(&[("a.txt", b"a")]), FileFormat),
        ("a.epub", opendocument("application/epub+zip"), FileFormat),
        ("a.odg", opendocument("application/vnd.oasis.opendocument.graphics"), FileFormat),
        ("a.docx", docx()[..100].to_vec(), FileBroken),
        ("a.docx", [b"MZ", &docx()[..]].concat(), FileFormat),
        ("a.docx", archive(&[("[Content_Types].xml", b"<Types>&nbsp;<")]), FileBroken),
        ("a.docx", archive(&[("[Content_Types].xml", b"\xff\xfeT\0")]), FileBroken),
        ("a.docx", archive(&[("[Content_Types].xml", entity.as_bytes())]), FileBroken),
        ("a.docx", archive(&[("[Content_Types].xml", both.as_bytes())]), FileFormat),
        ("a.dotx", ooxml(template), FileFormat),
        ("a.docm", ooxml(macros), FileMacros),
        ("a.docx", ooxml(macros), FileMacros),
        ("a.docx", ooxml(hidden), FileMacros),
        ("a.docx", with("word/vbaProject.bin"), FileMacros),
        ("a.docx", with("word\\VBAPROJECT.BIN"), FileMacros),
        ("a.docx", with("word/activeX/activeX1.bin"), FileMacros),
        ("a.xlsx", with("xl/macrosheets/sheet1.xml"), FileMacros),
        ("a.odt", scripted("Basic/Standard/Module1.xml"), FileMacros),
        ("a.odt", scripted("Scripts/python/a.py"), FileMacros),
        ("a.txt", b"a\0b".to_vec(), TextEncoding),
        ("a.txt", b"Za\xbf\xf3\xb3\xe6".to_vec(), TextEncoding),
        ("a.csv", b"a;b\x1b[31m".to_vec(), TextEncoding),
    ] {
        assert_eq!(
            recognise(&bytes, name),
            Err(expected),
            "{name}: {}",
            String::from_utf8_lossy(&bytes[..bytes.len().min(60)])
        );
    }
}

#[test]
fn an_archive_that_would_fill_the_memory_is_not_unpacked() {
    let bomb = vec![b' '; 200 * 1024 * 1024];
    for name in ["mimetype", "[Content_Types].xml"] {
        let bytes = archive(&[(name, &bomb)]);
        assert!(bytes.len() < 1024 * 1024);
        assert_eq!(recognise(&bytes, "a.docx"), Err(FileRefusal::FileBroken), "{name}");
    }
    // What is not read may be as large as it likes.
    let beside = archive(&[("mimetype", ODT.as_bytes()), ("content.xml", &bomb)]);
    assert_eq!(recognise(&beside, "a.odt"), Ok(FileType::Odt));
}

#[test]
fn no_prefix_and_no_change_of_a_file_makes_us_fall() {
    for whole in [docx(), opendocument(ODT)] {
        for length in 1..whole.len() {
            assert!(recognise(&whole[..length], "a.docx").is_err(), "{length} bytes");
        }
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x9d;
            // Whatever comes of it, it comes without a panic.
            let _ = recognise(&changed, "a.docx");
        }
    }
}
