//! Converts a phone number as written into a `tel:` URI (RFC 3966).

/// The default country code, the Netherlands.
const COUNTRY: &str = "+31";
/// Dutch numbers that cannot be dialled from abroad, and so get no country code.
const NATIONAL_ONLY: [&str; 4] = ["0800", "0900", "0906", "0909"];
/// Words that precede an extension.
const EXTENSION: [&str; 4] = ["toestel", "tst", "ext", "x"];
/// Maximum number of digits of an international number (ITU E.164).
const MAX_DIGITS: usize = 15;
/// Minimum number of digits; shorter ones are special numbers such as 112.
const MIN_DIGITS: usize = 7;

/// The `tel:` URI for a phone number as written; `None` for a text without a number.
///
/// For example, `06 - 12 34 56 78 (na zessen)` becomes `tel:+31612345678`.
#[must_use]
pub fn dial(written: &str) -> Option<String> {
    let is_part = |c: char| c.is_ascii_digit() || "+()-./ \u{a0}\u{2011}\u{2013}".contains(c);
    let mut rest = written;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c == '+' || c == '(') {
        let from = rest.get(start..)?;
        let end = from.find(|c| !is_part(c)).unwrap_or(from.len());
        let (run, after) = from.split_at(end);
        if let Some(number) = number(run) {
            return Some(format!("tel:{number}{}", extension(after)));
        }
        rest = after;
    }
    None
}

/// The number in a run of digits and punctuation; of two separated by a slash, the first.
fn number(run: &str) -> Option<String> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let run = if digits(run).len() > MAX_DIGITS { run.split('/').next()? } else { run };
    let abroad = run.trim_start_matches(['(', ' ']).starts_with('+');
    // The zero in "+31 (0)6" is for domestic calls only.
    let all = if abroad { digits(&run.replace("(0)", "")) } else { digits(run) };
    let number = match (abroad, all.strip_prefix("00"), all.strip_prefix('0')) {
        (true, ..) => format!("+{all}"),
        (false, Some(country), _) => format!("+{country}"),
        (false, None, _) if NATIONAL_ONLY.iter().any(|prefix| all.starts_with(prefix)) => all,
        (false, None, Some(subscriber)) => format!("{COUNTRY}{subscriber}"),
        (false, None, None) => all,
    };
    let length = digits(&number).len();
    let is_short = !number.starts_with('+') && (3..MIN_DIGITS).contains(&length);
    ((MIN_DIGITS..=MAX_DIGITS).contains(&length) || is_short).then_some(number)
}

/// Returns `;ext=12` if these words after a number name an extension.
fn extension(after: &str) -> String {
    let after = after.trim_start().to_lowercase();
    let named = EXTENSION.iter().find_map(|word| after.strip_prefix(word));
    let digits: String = named
        .map(|rest| rest.trim_start_matches(['.', ':', ' ']))
        .into_iter()
        .flat_map(|rest| rest.chars().take_while(char::is_ascii_digit))
        .take(MAX_DIGITS)
        .collect();
    if digits.is_empty() { String::new() } else { format!(";ext={digits}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_as_people_write_it_can_be_dialled() {
        for (written, dialled) in [
            ("06 12345678", "tel:+31612345678"),
            ("06-12 34 56 78", "tel:+31612345678"),
            ("06 - 12 34 56 78 (na zessen)", "tel:+31612345678"),
            ("(030) 123 45 67", "tel:+31301234567"),
            ("030/1234567", "tel:+31301234567"),
            ("+31 (0)30 123 45 67", "tel:+31301234567"),
            ("+31(0)6.12.34.56.78", "tel:+31612345678"),
            ("0031 6 12345678", "tel:+31612345678"),
            ("+32 475 12 34 56", "tel:+32475123456"),
            ("werk: 030 1234567 tst. 12", "tel:+31301234567;ext=12"),
            ("2e etage, 030 1234567", "tel:+31301234567"),
            ("06-12345678 / 030-1234567", "tel:+31612345678"),
            ("0800-0113", "tel:08000113"),
            ("113", "tel:113"),
            ("14 030", "tel:14030"),
        ] {
            assert_eq!(dial(written).as_deref(), Some(dialled), "{written}");
        }
        for written in ["bel mij maar", "", "12", "kamer 2", "+", "12345678901234567890"] {
            assert_eq!(dial(written), None, "{written}");
        }
    }
}
