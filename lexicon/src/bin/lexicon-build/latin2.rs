//! ISO 8859-2, which the spelling dictionary is written in.

/// The characters from A0 on.
const UPPER: &str =
    "\u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";

pub(crate) fn decode(bytes: &[u8]) -> String {
    let upper: Vec<char> = UPPER.chars().collect();
    bytes
        .iter()
        .map(|&byte| byte.checked_sub(0xa0).and_then(|at| upper.get(usize::from(at)).copied()).unwrap_or(byte.into()))
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn polish_letters_are_where_they_belong() {
        assert_eq!(super::decode(b"Za\xbf\xf3\xb3\xe6 g\xea\xb6l\xb1 ja\xbc\xf1"), "Zażółć gęślą jaźń");
        assert_eq!(super::UPPER.chars().count(), 0x60);
    }
}
