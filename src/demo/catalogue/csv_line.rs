//! Lines of comma-separated values after RFC 4180, ended by a single line feed.

/// Appends a record, quoting the fields that need it.
pub(super) fn push<S: AsRef<str>>(out: &mut String, fields: &[S]) {
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        let field = field.as_ref();
        if field.contains([',', '"', '\n', '\r', ';']) {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(field);
        }
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    #[test]
    fn quotes_what_must_be_quoted() {
        let mut out = String::new();
        super::push(&mut out, &["a", "b,c", "say \"hi\"", "x\ny", ""]);
        assert_eq!(out, "a,\"b,c\",\"say \"\"hi\"\"\",\"x\ny\",\n");
    }
}
