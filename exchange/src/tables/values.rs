//! Normalises cell values across programs.

use unicode_normalization::UnicodeNormalization;

/// Parses an integer, including the decimal notation of some programs: `3.0`, in Dutch `3,0`.
pub(crate) fn whole(cell: &str) -> Option<i64> {
    let cell = cell.trim();
    let (number, fraction) = cell.split_once(['.', ',']).unwrap_or((cell, "0"));
    (!fraction.is_empty() && fraction.bytes().all(|digit| digit == b'0')).then(|| number.parse().ok())?
}

/// The form in which keys and answers are compared.
///
/// Without surrounding spaces, in NFC (a Mac decomposes letters), and integers without a decimal part.
pub(crate) fn comparable(cell: &str) -> String {
    let cell: String =
        cell.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}')).nfc().collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
    match cell.split_once('.') {
        Some((number, fraction)) if digits(number) && digits(fraction) && whole(&cell).is_some() => number.to_owned(),
        Some(_) | None => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_may_have_a_decimal_point() {
        for (cell, number) in [("3", 3), ("3.0", 3), (" 0.00 ", 0), ("-1.0", -1), ("3,0", 3), ("+2", 2)] {
            assert_eq!(whole(cell), Some(number), "{cell}");
        }
        for cell in ["3.5", "3.", ".0", "", "drie", "1.0.0", "3.0x", "1e0"] {
            assert_eq!(whole(cell), None, "{cell}");
        }
    }

    #[test]
    fn keys_are_compared_without_what_programs_add() {
        for (one, other) in [(" 1 ", "1"), ("1.0", "1"), ("Zoe\u{308}", "Zoë"), ("\u{FEFF}1", "1"), ("\u{A0}a", "a")] {
            assert_eq!(comparable(one), comparable(other));
        }
        for (one, other) in [("1.5", "1"), ("1.0", "10"), ("01", "1"), ("a.0", "a"), ("Anna", "anna")] {
            assert_ne!(comparable(one), comparable(other));
        }
    }
}
