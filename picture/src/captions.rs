//! The words of the picture that are not in the domain's vocabulary.

use chrono::{Datelike, NaiveDate};
use domain::vocabulary::Language;

macro_rules! words {
    ($($name:ident = $nl:literal, $en:literal;)+) => {
        /// The words in one language.
        #[derive(Debug)]
        pub(crate) struct Words { $(pub(crate) $name: &'static str,)+ }

        static DUTCH: Words = Words { $($name: $nl,)+ };
        static ENGLISH: Words = Words { $($name: $en,)+ };
    };
}

words! {
    life_with = "Mijn leven met …", "My life with …";
    me = "ik", "me";
    card = "Kaart", "Card";
    in_the_making = "In wording", "In the making";
    look_again = "Opnieuw bekijken op", "Look again on";
    legend = "Wat betekent wat?", "What the signs mean";
    available = "Krijg ik of kan ik vragen", "Received, or I could ask";
    unavailable = "Zou ik niet vragen", "I would not ask";
    unanswered = "Nog niet beantwoord", "Not answered yet";
    tension = "Spanning", "Tension";
    tie = "Kennen elkaar", "Know each other";
    more_ties = "Kennen elkaar ook", "Also know each other";
    unplaced = "Nog niet in een ring", "Not in a ring yet";
    numbers = "Wie is wie", "Who is who";
    call = "Wie vraag ik waarvoor?", "Whom do I ask for what?";
    nobody = "Nog niemand", "Nobody yet";
    agreements = "Afspraken", "Agreements";
    no_agreements = "Nog geen afspraken", "No agreements yet";
    what = "Wat", "What";
    who = "Wie", "Who";
    status = "Stand", "Status";
    due = "Voor", "Due";
    continued = "vervolg", "continued";
    whom_to_call = "Wie kan ik bellen?", "Whom can I call?";
    nobody_to_call = "Er staat nog niemand op die ik kan bellen.", "Nobody to call is on it yet.";
    and = "en", "and";
    other_on_card = "ander op de kaart", "other on the card";
    others_on_card = "anderen op de kaart", "others on the card";
    nobody_on_card = "Hier is plaats voor de mensen om u heen. Begin met één naam.", "Here is room for the people around you. Begin with one name.";
    burden = "Belasting", "Burden";
    unknown = "Onbekend", "Unknown";
}

/// Returns the words in this language.
pub(crate) fn words(language: Language) -> &'static Words {
    match language {
        Language::Dutch => &DUTCH,
        Language::English => &ENGLISH,
    }
}

const MONTHS: [[&str; 12]; 2] = [
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

/// A date with the full month: "24 november 2026".
#[must_use]
pub fn day(on: NaiveDate, language: Language) -> String {
    format!("{} {} {}", on.day(), month(on, language), on.year())
}

/// A date with a short month: "24 nov 2026".
pub(crate) fn short_day(on: NaiveDate, language: Language) -> String {
    let short = match month(on, language) {
        "maart" => "mrt".to_owned(),
        month => month.chars().take(3).collect(),
    };
    format!("{} {short} {}", on.day(), on.year())
}

fn month(on: NaiveDate, language: Language) -> &'static str {
    let months = match language {
        Language::Dutch => &MONTHS[0],
        Language::English => &MONTHS[1],
    };
    months.get(on.month0() as usize).copied().unwrap_or_default()
}
