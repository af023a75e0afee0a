//! Describes the picture in words, for screen readers.

use crate::captions::{day, short_day};
use crate::text::{isolated, line};
use crate::view_model::People;
use crate::{Scene, Sheet};
use domain::vocabulary::Closeness;
use std::fmt::Write;

/// The theme, without a prefix that repeats the words above it.
pub(crate) fn theme(scene: &Scene<'_>) -> String {
    let theme = line(scene.whole.map.theme.as_str());
    let rest = ["mijn leven met", "my life with"].iter().find_map(|heading| {
        let (start, rest) = theme.split_at_checked(heading.len())?;
        let whole_words = rest.starts_with(|c: char| !c.is_alphanumeric());
        (start.eq_ignore_ascii_case(heading) && whole_words).then(|| rest.trim_start_matches([' ', '…', '.', ':']))
    });
    rest.filter(|rest| !rest.is_empty()).unwrap_or(&theme).to_owned()
}

/// The title of the picture: theme, number and date.
pub(crate) fn title(scene: &Scene<'_>, people: &People<'_>) -> String {
    let (words, theme) = (people.words, theme(scene));
    format!("{} {}: {}", words.life_with, isolated(&theme), edition(scene, people))
}

/// "Saskia, Kaart 3, 24 november 2026"; the name only if the picture shows it.
pub(crate) fn edition(scene: &Scene<'_>, people: &People<'_>) -> String {
    let client = client(scene).map(|name| isolated(&name) + ", ").unwrap_or_default();
    format!("{client}{}, {}", version(scene, people), day(scene.on, scene.language))
}

/// The name of the client, if the picture shows it.
pub(crate) fn client(scene: &Scene<'_>) -> Option<String> {
    scene.client.map(line).filter(|name| !name.is_empty())
}

/// "Kaart 3 · 24 nov 2026", where space is limited.
pub(crate) fn short_edition(scene: &Scene<'_>, people: &People<'_>) -> String {
    format!("{} · {}", version(scene, people), short_day(scene.on, scene.language))
}

/// "Kaart 3", or "In wording".
pub(crate) fn version(scene: &Scene<'_>, people: &People<'_>) -> String {
    match scene.number {
        Some(number) => format!("{} {number}", people.words.card),
        None => people.words.in_the_making.to_owned(),
    }
}

/// The full description: the rings, whom to ask for what, the ties and the agreements.
pub(crate) fn description(scene: &Scene<'_>, people: &People<'_>, sheet: Sheet) -> String {
    match sheet {
        Sheet::Wallet => whom_to_call(people),
        Sheet::Screen | Sheet::Phone | Sheet::A4 => everything(scene, people, sheet == Sheet::A4),
    }
}

fn whom_to_call(people: &People<'_>) -> String {
    let called = people.to_call().into_iter().take(crate::wallet::MAX_PEOPLE).map(|at| {
        let phone = people.all[at].phone().map(|phone| format!(" {phone}")).unwrap_or_default();
        isolated(&people.all[at].name) + &phone
    });
    let called: Vec<_> = called.collect();
    if called.is_empty() {
        return people.words.nobody_to_call.to_owned();
    }
    format!("{} {}.", people.words.whom_to_call, called.join("; "))
}

fn everything(scene: &Scene<'_>, people: &People<'_>, agreements: bool) -> String {
    let (words, mut text) = (people.words, String::new());
    if people.all.is_empty() {
        text.push_str(words.nobody_on_card);
    }
    for closeness in Closeness::ALL.iter().copied().map(Some).chain([None]) {
        let label = closeness.map(|closeness| closeness.label());
        let heading = label.as_ref().map_or(words.unplaced, |label| label.text(people.language));
        sentence(&mut text, heading, &names(people, &people.within(closeness)));
    }
    for kind in 0..people.kinds.len() {
        sentence(&mut text, &people.kinds[kind].label, &names(people, &people.to_ask(kind)));
    }
    let tense: Vec<_> = (0..people.all.len()).filter(|at| people.all[*at].tension().is_some()).collect();
    sentence(&mut text, words.tension, &names(people, &tense));
    let ties = scene.whole.ties.iter().filter_map(|tie| {
        let [one, other] = tie.between.ids().map(|id| people.at(id));
        let name = |at: usize| isolated(&people.all[at].name);
        Some(format!("{} {} {}", name(one?), words.and, name(other?)))
    });
    sentence(&mut text, words.tie, &ties.collect::<Vec<_>>());
    if agreements {
        let agreed = scene.whole.agreements.iter();
        let agreed: Vec<_> = agreed.map(|agreement| isolated(&line(agreement.text.as_str()))).collect();
        sentence(&mut text, words.agreements, &agreed);
    }
    text
}

fn names(people: &People<'_>, of: &[usize]) -> Vec<String> {
    of.iter().map(|at| isolated(&people.all[*at].name)).collect()
}

fn sentence(text: &mut String, heading: &str, of: &[String]) {
    if of.is_empty() {
        return;
    }
    let space = if text.is_empty() { "" } else { " " };
    let _ = write!(text, "{space}{heading} ({}): {}.", of.len(), of.join(", "));
}
