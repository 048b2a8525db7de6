//! Names of files, as people give them and as it is safe to pass them on.

use unicode_normalization::UnicodeNormalization as _;

use crate::file::FileType;

/// How long a name may be, ending and all, in characters.
const MAX_NAME: usize = 120;
/// What a file is called whose name has nothing that could stay.
const NAMELESS: &str = "file";
/// What no ending of a name begins behind: what others call unsafe or a path.
const SEPARATORS: [char; 9] = ['<', '>', ':', '"', '|', '?', '*', '%', ';'];

/// A name without a folder, without what cannot be seen or turns a line's direction, at most 120 characters long, that
/// ends as files of that type do.
pub(crate) fn safe_name(name: &str, kind: FileType) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = name.nfc().filter(|c| !is_unseen(*c)).map(|c| if is_odd(c) { ' ' } else { c }).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let stem = match name.rsplit_once('.') {
        Some((stem, extension)) if FileType::of_extension(extension).is_some() => stem,
        _ => name.as_str(),
    };
    let extension = kind.extension();
    let most = MAX_NAME - extension.chars().count() - 1;
    let stem: String = trimmed(stem).chars().take(most).collect();
    let stem = trimmed(&stem);
    format!("{}.{extension}", if stem.is_empty() { NAMELESS } else { stem })
}

/// The ending of a name, if it has one.
pub(crate) fn extension(name: &str) -> Option<&str> {
    name.trim().rsplit_once('.').map(|(_, extension)| extension)
}

/// A name as one segment of a path (RFC 3986, section 3.3): all but unreserved characters as percents.
pub(crate) fn path_part(name: &str) -> String {
    let mut path = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => path.push(char::from(byte)),
            byte => path.push_str(&format!("%{byte:02X}")),
        }
    }
    path
}

/// What `Content-Disposition` says of a file that is to be saved (RFC 6266): its name in plain letters for old programs,
/// and as it is for all others.
pub(crate) fn disposition(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii_graphic() || c == ' ' { c } else { '_' }).collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", path_part(name))
}

/// Points and spaces around a name hide files, or are lost where they are saved.
fn trimmed(name: &str) -> &str {
    name.trim_matches(['.', ' ', '-'])
}

/// Characters without a shape of their own: controls, marks of direction, joiners, tags and private ones.
fn is_unseen(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffd}'
            | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}')
}

fn is_odd(c: char) -> bool {
    c.is_whitespace() || SEPARATORS.contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cleaned_and_end_as_their_type() {
        for (name, kind, expected) in [
            ("Regulamin konkursu.pdf", FileType::Pdf, "Regulamin konkursu.pdf"),
            ("Zgoda rodziców.DOCX", FileType::Docx, "Zgoda rodziców.docx"),
            ("плакат.pdf", FileType::Pdf, "плакат.pdf"),
            ("C:\\Moje\\plan.odt", FileType::Odt, "plan.odt"),
            ("../../etc/passwd", FileType::Txt, "passwd.txt"),
            ("plan.exe", FileType::Pdf, "plan.exe.pdf"),
            ("plan.docx", FileType::Pdf, "plan.pdf"),
            ("Regulamin 1.2", FileType::Pdf, "Regulamin 1.2.pdf"),
            ("gpj\u{202e}fdp.exe", FileType::Pdf, "gpjfdp.exe.pdf"),
            ("a\u{200b}b\u{0}c\r\nd.pdf", FileType::Pdf, "abc d.pdf"),
            ("a\"; filename=evil.html", FileType::Pdf, "a filename=evil.html.pdf"),
            ("  ..  ", FileType::Csv, "file.csv"),
            (".htaccess", FileType::Txt, "htaccess.txt"),
            (".pdf", FileType::Pdf, "file.pdf"),
            ("", FileType::Pdf, "file.pdf"),
            ("a/", FileType::Pdf, "file.pdf"),
            ("z\u{307}o\u{301}l\u{301}c\u{301}.txt", FileType::Txt, "żóĺć.txt"),
        ] {
            assert_eq!(safe_name(name, kind), expected, "{name:?}");
        }
        let long = safe_name(&format!("{}.pdf", "ż".repeat(500)), FileType::Pdf);
        assert_eq!(long.chars().count(), 120);
        assert!(long.ends_with("ż.pdf"));
    }

    #[test]
    fn names_are_told_in_headers_and_paths() {
        assert_eq!(path_part("Zgoda ż.pdf"), "Zgoda%20%C5%BC.pdf");
        assert_eq!(
            disposition("Zgoda ż.pdf"),
            "attachment; filename=\"Zgoda _.pdf\"; filename*=UTF-8''Zgoda%20%C5%BC.pdf"
        );
    }
}
