//! The view model: supporters and support types, prepared for drawing.

use crate::captions::{Words, words};
use crate::glyphs::{Glyph, State};
use crate::text::{isolated, line};
use crate::{Include, Scene};
use domain::persons::{Person, Profile};
use domain::supporters::{Intensity, Supporter};
use domain::vocabulary::{Availability, BuiltInSupport, Closeness, Language, SupportType};
use domain::{PersonId, SupporterId, name_order};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

/// A support type with its sign.
#[derive(Debug)]
pub(crate) struct Kind {
    code: SupportType,
    /// The label in the language of the picture.
    pub(crate) label: String,
    /// The sign of the type.
    pub(crate) glyph: Glyph,
}

/// One support of a supporter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sign {
    /// The index of the kind.
    pub(crate) kind: usize,
    /// The availability to show.
    pub(crate) state: State,
    availability: Option<Availability>,
}

/// A supporter, prepared for drawing.
#[derive(Debug)]
pub(crate) struct Supporting<'a> {
    pub(crate) supporter: &'a Supporter,
    pub(crate) profile: Option<&'a Profile>,
    /// Whether the person belongs to the past and cannot be called.
    past: bool,
    /// The alias on one line.
    pub(crate) name: String,
    /// The signs, in the order of the kinds.
    pub(crate) signs: Vec<Sign>,
    shown: Include,
    pub(crate) order: (Option<Closeness>, (String, String), PersonId),
}

impl Supporting<'_> {
    pub(crate) fn closeness(&self) -> Option<Closeness> {
        self.supporter.answers.closeness
    }

    /// The angle chosen by the client, as a fraction of the circle, clockwise from the top.
    pub(crate) fn turn(&self) -> Option<f64> {
        self.supporter.answers.angle.map(|angle| f64::from(i16::from(angle)) / 360.0)
    }

    /// The tension, 1 to 4, if it is to be shown.
    pub(crate) fn tension(&self) -> Option<i16> {
        graded(self.supporter.answers.tension).filter(|_| self.shown.tension)
    }

    /// The burden, 1 to 4, if it is to be shown.
    fn burden(&self) -> Option<i16> {
        graded(self.supporter.answers.burden).filter(|_| self.shown.burden)
    }

    pub(crate) fn phone(&self) -> Option<String> {
        self.profile?.phone.as_ref().map(|phone| line(phone.as_str())).filter(|phone| !phone.is_empty())
    }

    /// Whether the client receives this kind of support now or could ask for it.
    pub(crate) fn availability(&self, kind: usize) -> Option<Availability> {
        self.signs.iter().find(|sign| sign.kind == kind)?.availability
    }

    /// The kinds that the client receives now or could ask for.
    pub(crate) fn available(&self) -> impl Iterator<Item = &Sign> {
        self.signs.iter().filter(|sign| sign.state == State::Available && !self.past)
    }
}

fn graded(grade: Option<Intensity>) -> Option<i16> {
    grade.map(i16::from).filter(|grade| *grade > 0)
}

/// The supporters on the map and their support types.
#[derive(Debug)]
pub(crate) struct People<'a> {
    pub(crate) language: Language,
    pub(crate) words: &'static Words,
    /// The built-in support types, followed by the custom ones in use.
    pub(crate) kinds: Vec<Kind>,
    /// The supporters, in order of person id.
    pub(crate) all: Vec<Supporting<'a>>,
    index: HashMap<SupporterId, usize>,
}

impl<'a> People<'a> {
    pub(crate) fn of(scene: &Scene<'a>, shown: Include) -> Self {
        let whole = scene.whole;
        let kinds = kinds(scene, shown);
        let order: HashMap<_, _> = kinds.iter().enumerate().map(|(at, kind)| (&kind.code, at)).collect();
        let persons: HashMap<_, _> = whole.persons.iter().map(|person| (person.id, person)).collect();
        let words = words(scene.language);
        let mut all: Vec<_> = whole
            .supporters
            .iter()
            .map(|supporter| {
                let person = persons.get(&supporter.person_id).copied();
                supporting(supporter, person, &order, words, shown)
            })
            .collect();
        all.sort_by_key(|one| (one.supporter.person_id, one.supporter.id));
        let index = all.iter().enumerate().map(|(at, one)| (one.supporter.id, at)).collect();
        Self { language: scene.language, words, kinds, all, index }
    }

    pub(crate) fn at(&self, id: SupporterId) -> Option<usize> {
        self.index.get(&id).copied()
    }

    /// The supporters in one ring, or unplaced, in naming order.
    pub(crate) fn within(&self, closeness: Option<Closeness>) -> Vec<usize> {
        let mut within: Vec<_> = (0..self.all.len()).filter(|at| self.all[*at].closeness() == closeness).collect();
        within.sort_by_key(|at| &self.all[*at].order);
        within
    }

    /// The supporters to ask for this kind of support.
    ///
    /// Those who are available, ordered by closeness, then those who give it now, then by lowest tension.
    pub(crate) fn to_ask(&self, kind: usize) -> Vec<usize> {
        let mut found: Vec<_> =
            (0..self.all.len()).filter(|at| self.all[*at].available().any(|sign| sign.kind == kind)).collect();
        found.sort_by_key(|at| {
            let one = &self.all[*at];
            (near(one.closeness()), one.availability(kind), one.tension(), &one.order)
        });
        found
    }

    /// The supporters to call.
    ///
    /// Those with a phone number first, ordered by closeness, then by the number of kinds.
    pub(crate) fn to_call(&self) -> Vec<usize> {
        let mut found: Vec<_> = (0..self.all.len()).filter(|at| self.all[*at].available().next().is_some()).collect();
        found.sort_by_key(|at| {
            let one = &self.all[*at];
            let kinds = std::cmp::Reverse(one.available().count());
            (one.phone().is_none(), near(one.closeness()), kinds, one.tension(), &one.order)
        });
        found
    }

    /// A one-line description of a supporter, starting with the alias as entered.
    pub(crate) fn title(&self, at: usize) -> String {
        let (one, language) = (&self.all[at], self.language);
        let alias = one.profile.map_or(self.words.unknown, |profile| profile.alias.as_str());
        let mut title = isolated(alias);
        if let Some(relationship) = one.profile.and_then(|profile| profile.relationship) {
            title = title + ", " + relationship.label().text(language);
        }
        let ring = one.closeness().map(|closeness| closeness.label());
        title = title + "; " + ring.as_ref().map_or(self.words.unplaced, |label| label.text(language));
        for sign in &one.signs {
            let label = sign.availability.map(|availability| availability.label());
            let state = label.as_ref().map_or(self.words.unanswered, |label| label.text(language));
            let _ = write!(title, "; {}: {state}", self.kinds[sign.kind].label);
        }
        for (word, grade) in [(self.words.tension, one.tension()), (self.words.burden, one.burden())] {
            if let Some(grade) = grade {
                let _ = write!(title, "; {word}: {grade}/4");
            }
        }
        title
    }
}

/// The sort key of a ring: placed before unplaced.
fn near(closeness: Option<Closeness>) -> (bool, Option<Closeness>) {
    (closeness.is_none(), closeness)
}

fn supporting<'a>(
    supporter: &'a Supporter,
    person: Option<&'a Person>,
    order: &HashMap<&SupportType, usize>,
    words: &Words,
    shown: Include,
) -> Supporting<'a> {
    let (profile, past) = (person.map(|person| &person.profile), person.is_some_and(|person| person.past));
    let alias = profile.map_or(words.unknown, |profile| profile.alias.as_str());
    let name = line(alias);
    let supports = supporter.answers.supports.iter().flatten();
    let mut signs: Vec<_> = supports
        .filter_map(|support| {
            let state = match support.availability {
                Some(Availability::ReceivedNow | Availability::CouldAsk) => State::Available,
                Some(Availability::WouldNotAsk) => State::Unavailable,
                None => State::Unanswered,
            };
            if state == State::Unavailable && !shown.refusals {
                return None;
            }
            Some(Sign { kind: *order.get(&support.support_type)?, state, availability: support.availability })
        })
        .collect();
    signs.sort_by_key(|sign| sign.kind);
    let order = (supporter.answers.closeness, name_order(&name), supporter.person_id);
    Supporting { supporter, profile, past, name, signs, shown, order }
}

fn kinds(scene: &Scene<'_>, shown: Include) -> Vec<Kind> {
    let mut kinds: Vec<_> = BuiltInSupport::ALL
        .iter()
        .map(|word| {
            let label = word.label().text(scene.language).to_owned();
            Kind { code: (*word).into(), label, glyph: Glyph::Shape(*word) }
        })
        .collect();
    let supports = scene.whole.supporters.iter().flat_map(|supporter| supporter.answers.supports.iter().flatten());
    let supports = supports.filter(|support| shown.refusals || support.availability != Some(Availability::WouldNotAsk));
    let mut used: HashSet<_> = supports.map(|support| &support.support_type).collect();
    used.extend(scene.whole.needs.iter().map(|need| &need.support_type));
    let mut letters = Vec::new();
    for entry in scene.support_types.iter().filter(|entry| !entry.built_in && used.contains(&entry.code)) {
        let label = line(entry.label.text(scene.language));
        kinds.push(Kind { code: entry.code.clone(), glyph: Glyph::Letter(letter(&label, &mut letters)), label });
    }
    let mut unlisted: Vec<_> = used.into_iter().filter(|code| kinds.iter().all(|kind| kind.code != **code)).collect();
    unlisted.sort();
    for code in unlisted {
        let label = code.code().to_owned();
        kinds.push(Kind { code: code.clone(), glyph: Glyph::Letter(letter(&label, &mut letters)), label });
    }
    kinds
}

/// The first unused letter of the label, or of the alphabet.
fn letter(label: &str, taken: &mut Vec<char>) -> char {
    let own = label.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase);
    let letter = own.chain('A'..='Z').find(|c| !taken.contains(c)).unwrap_or('?');
    taken.push(letter);
    letter
}
