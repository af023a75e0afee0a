//! Whether a password is easy to guess.

use std::collections::HashSet;
use zxcvbn::zxcvbn;

/// Common passwords, and Dutch words that international lists lack.
const COMMON: &str = include_str!("common_passwords.txt");
/// Words that every attacker of this service knows.
const OURS: &str = "omringd";
/// The characters of a password that are examined: the work grows faster than the length.
const LOOKED_AT: usize = 100;
/// The maximum number of the user's own words.
const MOST_WORDS: usize = 64;

/// A password that takes fewer guesses is refused. One of three parts, such as a word, a year and a symbol, takes a
/// little more than 10⁸.
const ENOUGH: u64 = 1_000_000_000;

/// Whether an attacker who knows these words of the user would soon guess it. Loads lists of a few MB on first use.
pub(super) fn guessable(password: &str, own_words: &[String]) -> bool {
    let password: String = password.chars().take(LOOKED_AT).collect();
    let own = words(own_words);
    let common = COMMON.lines().filter(|line| !line.starts_with('#'));
    let inputs: Vec<&str> = own.iter().map(String::as_str).chain([OURS]).chain(common).collect();
    zxcvbn(&password, &inputs).guesses() < ENOUGH
}

/// Each text without its spaces, and each of its words.
fn words(texts: &[String]) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut words = Vec::new();
    for text in texts {
        let text: String = text.to_lowercase().chars().take(LOOKED_AT).collect();
        let joined = text.split_whitespace().collect::<String>();
        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| part.chars().count() > 2);
        for word in [text.as_str(), &joined].into_iter().chain(parts) {
            if words.len() < MOST_WORDS && seen.insert(word.to_owned()) {
                words.push(word.to_owned());
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    fn own() -> Vec<String> {
        ["saskia.dewit@zorgpunt-delinde.nl", "Saskia de Wit", "Zorgpunt De Linde"].map(str::to_owned).to_vec()
    }

    #[test]
    fn what_attackers_try_first_is_guessable() {
        for password in [
            "aaaaaaaaaaaa",
            "password1234",
            "Password1234!",
            "123456789012",
            "qwertyuiop12",
            "1qaz2wsx3edc",
            "abcabcabcabc",
            "wachtwoord123",
            "Welkom2026!!",
            "welkomwelkom",
            "omringd12345",
            "omringd-omringd",
            "november2026",
            "saskia.dewit@zorgpunt-delinde.nl",
            "Saskia.DeWit@zorgpunt-delinde.nl",
            "saskiadewit1",
            "SaskiaDeWit2026",
            "zorgpuntdelinde",
            "ZorgpuntDeLinde1",
            "s4sk14d3w1t!",
        ] {
            assert!(guessable(password, &own()), "{password}");
        }
        assert!(guessable(&"a".repeat(200), &[]));
        assert!(guessable(&"0123456789".repeat(20), &[]));
    }

    #[test]
    fn a_sentence_or_something_random_is_not() {
        for password in [
            "een lange zin is sterk",
            "nog een veel langere zin",
            "correct horse battery",
            "a long enough password",
            "de kat van Saskia eet graag tulpen",
            "vijf groene fietsen zingen",
            "kT7#vq!9zLw2",
            "пять зелёных велосипедов",
        ] {
            assert!(!guessable(password, &own()), "{password}");
        }
    }

    #[test]
    fn however_long_and_whatever_it_is_a_password_is_looked_at_in_time() {
        let hostile = [
            "a1!".repeat(67),
            "password".repeat(25),
            "1".repeat(200),
            "12/11/2026 ".repeat(19),
            "qwertyuiop".repeat(20),
            "4@8({[</\\|!1".repeat(17),
        ];
        for password in hostile {
            let since = Instant::now();
            guessable(&password, &vec!["Ab cd ef gh ij".repeat(14); 70]);
            assert!(since.elapsed() < Duration::from_secs(20), "{password}: {:?}", since.elapsed());
        }
    }
}
