//! Parses list-valued headers such as `Accept` (RFC 9110, 5.6): elements with parameters and a weight.
//!
//! Invalid elements are skipped: clients in use send `*; q=.2`, `q=` and stray commas.

use actix_web::http::header::{HeaderMap, HeaderName};
use std::borrow::Cow;

/// Maximum number of elements that are parsed from one header.
const MOST: usize = 100;

/// The weight of an element without `q`.
const FULL: u16 = 1000;

/// One element: `text/html;level=1;q=0.5`.
#[derive(Debug)]
pub(crate) struct Element<'a> {
    pub(crate) value: &'a str,
    /// The parameters without the weight; quoted values are unquoted.
    parameters: Vec<(&'a str, Cow<'a, str>)>,
    /// The weight in thousandths, from 0 to 1000.
    pub(crate) weight: u16,
}

impl<'a> Element<'a> {
    /// Parses one element, or a header that is not a list, such as `Content-Type`.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let mut parts = split(text, b';').map(trim);
        let value = parts.next().filter(|value| !value.is_empty() && value.bytes().all(is_value))?;
        let (mut parameters, mut weight) = (Vec::new(), FULL);
        for part in parts.filter(|part| !part.is_empty()) {
            let (name, text) = part.split_once('=').unwrap_or((part, ""));
            let (name, text) = (trim(name), trim(text));
            if name.eq_ignore_ascii_case("q") {
                weight = thousandths(text)?;
            } else if !name.is_empty() && name.bytes().all(is_token) {
                parameters.push((name, unquoted(text)?));
            } else {
                return None;
            }
        }
        Some(Self { value, parameters, weight })
    }

    pub(crate) fn has_parameters(&self) -> bool {
        !self.parameters.is_empty()
    }

    /// Returns every value of a parameter; its name is case-insensitive.
    pub(crate) fn parameter(&self, name: &str) -> impl Iterator<Item = &str> {
        self.parameters.iter().filter(move |(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| &**value)
    }
}

/// Returns the elements of every line of this header, in order.
pub(crate) fn elements<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Vec<Element<'a>> {
    let lines = headers.get_all(name).filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| split(line, b',')).map(trim).filter_map(Element::parse).take(MOST).collect()
}

/// Splits at a delimiter outside quoted strings.
fn split(text: &str, delimiter: u8) -> impl Iterator<Item = &str> {
    let (mut quoted, mut escaped) = (false, false);
    text.split(move |character: char| {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ => return !quoted && character == char::from(delimiter),
        }
        false
    })
}

/// Removes the optional white space (OWS) around the text.
fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}

/// Parses a weight in thousandths; accepts `.5`, `1.` and more than three digits.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty()) || !digits(whole) || !digits(fraction) {
        return None;
    }
    let padded = fraction.bytes().chain(std::iter::repeat(b'0')).take(3);
    let part = padded.fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'));
    match whole {
        "" | "0" => Some(part),
        "1" => fraction.bytes().all(|digit| digit == b'0').then_some(FULL),
        _ => None,
    }
}

/// Returns the text of a token or of a quoted string.
fn unquoted(text: &str) -> Option<Cow<'_, str>> {
    let Some(quoted) = text.strip_prefix('"') else {
        return text.bytes().all(is_token).then_some(Cow::Borrowed(text));
    };
    let inner = quoted.strip_suffix('"')?;
    if !inner.contains('\\') {
        return (!inner.contains('"')).then_some(Cow::Borrowed(inner));
    }
    let mut plain = String::with_capacity(inner.len());
    let mut characters = inner.chars();
    while let Some(character) = characters.next() {
        plain.push(if character == '\\' { characters.next()? } else { character });
    }
    Some(Cow::Owned(plain))
}

/// Returns whether the byte may be in a token (RFC 9110, 5.6.2).
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// Returns whether the byte may be in a media range, a language range or a content coding.
fn is_value(byte: u8) -> bool {
    is_token(byte) || byte == b'/'
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header;

    fn read(lines: &[&str]) -> Vec<(String, u16)> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(header::ACCEPT, line.parse().unwrap());
        }
        elements(&headers, &header::ACCEPT).iter().map(|element| (element.value.to_owned(), element.weight)).collect()
    }

    #[test]
    fn elements_have_a_value_and_a_weight_and_unreadable_ones_are_skipped() {
        for (line, expected) in [
            ("a/b", vec![("a/b", 1000)]),
            ("a/b;q=0.5", vec![("a/b", 500)]),
            ("a/b ; q = 0.5 , c/d", vec![("a/b", 500), ("c/d", 1000)]),
            ("a/b;q=.2", vec![("a/b", 200)]),
            ("a/b;Q=1.", vec![("a/b", 1000)]),
            ("a/b;q=1.000", vec![("a/b", 1000)]),
            ("a/b;q=0.1234", vec![("a/b", 123)]),
            ("a/b;q=0.05", vec![("a/b", 50)]),
            ("a/b;q=0", vec![("a/b", 0)]),
            ("a/b;q=00.5, c/d", vec![("c/d", 1000)]),
            ("a/b;q=1.5, c/d", vec![("c/d", 1000)]),
            ("a/b;q=, c/d", vec![("c/d", 1000)]),
            ("a/b;q=., c/d", vec![("c/d", 1000)]),
            ("a/b;q=-1, c/d", vec![("c/d", 1000)]),
            ("a/b;q=high, c/d", vec![("c/d", 1000)]),
            ("a/b;level=1;q=0.4;ext", vec![("a/b", 400)]),
            ("a/b;x=\"1,2;q=0\";q=0.3, c/d", vec![("a/b", 300), ("c/d", 1000)]),
            ("a/b;x=\"\\\",\";q=0.3", vec![("a/b", 300)]),
            ("a/b;x=\"open, c/d", vec![]),
            ("a/b;;q=0.5;", vec![("a/b", 500)]),
            (",, ,a/b,\t,", vec![("a/b", 1000)]),
            ("a b, c/d", vec![("c/d", 1000)]),
            ("", vec![]),
            (" ", vec![]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(value, weight)| (value.to_owned(), weight)).collect();
            assert_eq!(read(&[line]), expected, "{line}");
        }
        assert_eq!(read(&["a/b", "c/d;q=0.1"]), [("a/b".to_owned(), 1000), ("c/d".to_owned(), 100)]);
    }

    #[test]
    fn the_number_of_elements_is_bounded() {
        assert_eq!(read(&[&"a,".repeat(10_000)]).len(), MOST);
    }

    #[test]
    fn parameters_are_found_in_any_case_and_unquoted() {
        let element = Element::parse("text/plain; Charset=\"ut\\f-8\";x=1").unwrap();
        assert_eq!(element.parameter("charset").collect::<Vec<_>>(), ["utf-8"]);
        assert!(element.has_parameters() && !Element::parse("text/plain;").unwrap().has_parameters());
    }
}
