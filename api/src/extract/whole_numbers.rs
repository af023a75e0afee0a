//! Whole numbers in JSON, which JSON Schema accepts in any notation: `63`, `63.0` and `6.3e1` are the same integer.

use std::borrow::Cow;

/// Below it a double represents every integer exactly.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The same JSON, with whole numbers in the one notation that serde reads as integers. The JSON must be valid.
pub(super) fn plain_whole_numbers(json: &[u8]) -> Cow<'_, [u8]> {
    let mut plain: Option<Vec<u8>> = None;
    let (mut copied, mut at) = (0, 0);
    while let Some(byte) = json.get(at) {
        match byte {
            b'"' => at = end_of_text(json, at),
            b'-' | b'0'..=b'9' => {
                let end = end_of_number(json, at);
                if let Some(whole) = whole(&json[at..end]) {
                    let plain = plain.get_or_insert_with(|| Vec::with_capacity(json.len()));
                    plain.extend_from_slice(&json[copied..at]);
                    plain.extend_from_slice(whole.to_string().as_bytes());
                    copied = end;
                }
                at = end;
            }
            _ => at += 1,
        }
    }
    match plain {
        Some(mut plain) => {
            plain.extend_from_slice(&json[copied..]);
            Cow::Owned(plain)
        }
        None => Cow::Borrowed(json),
    }
}

/// The position after the string that begins here.
fn end_of_text(json: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = json.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    json.len()
}

/// The position after the number that begins here.
fn end_of_number(json: &[u8], start: usize) -> usize {
    let digits = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
    json[start..].iter().position(|byte| !digits(byte)).map_or(json.len(), |length| start + length)
}

/// The integer that a number with a fraction or an exponent is, if it is one.
fn whole(number: &[u8]) -> Option<i64> {
    if !number.iter().any(|byte| matches!(byte, b'.' | b'e' | b'E')) {
        return None;
    }
    let value: f64 = std::str::from_utf8(number).ok()?.parse().ok()?;
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and exact")]
    (value.fract() == 0.0 && value.abs() < EXACT).then_some(value as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_get_the_plain_notation_and_nothing_else_changes() {
        for (json, plain) in [
            (r#"{"angle":63.0,"burden":2}"#, r#"{"angle":63,"burden":2}"#),
            ("[6.3e1,-0.0,1E2,-5.00,1e-2,0.5]", "[63,0,100,-5,1e-2,0.5]"),
            (r#"{"63.0":"of \"1.0\" and \\","n":1.0}"#, r#"{"63.0":"of \"1.0\" and \\","n":1}"#),
            ("[1e300,9007199254740993.5]", "[1e300,9007199254740993.5]"),
            ("7.0", "7"),
        ] {
            assert_eq!(std::str::from_utf8(&plain_whole_numbers(json.as_bytes())).unwrap(), plain, "{json}");
        }
        assert!(matches!(plain_whole_numbers(br#"{"n":[1,2.5,"3.0"]}"#), Cow::Borrowed(_)));
    }
}
