//! What changed between two cards, as data and as sentences.

use crate::locale;
use crate::schema;
use domain::PersonId;
use domain::cards::{Card, Change, Comparison, Turnover};
use domain::needs::Level;
use domain::supporters::{Intensity, Support};
use domain::vocabulary::{Availability, Closeness, ContactFrequency, Direction, Label, Language, SupportType};
use fluent_bundle::{FluentArgs, FluentValue};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// What changed from one card to another.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CardDifferences)]
pub(super) struct DifferencesView {
    from_card_id: Uuid,
    to_card_id: Uuid,
    /// Grouped by kind. Supports, ties and answers are compared for supporters on both cards.
    changes: Vec<ChangeView>,
    turnover: TurnoverView,
}

/// Numbers of supporters added and removed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Turnover)]
pub(super) struct TurnoverView {
    /// On both cards.
    #[schema(minimum = 0)]
    kept: usize,
    /// On the second card only.
    #[schema(minimum = 0)]
    added: usize,
    /// On the first card only.
    #[schema(minimum = 0)]
    lost: usize,
    /// (added + lost) / (kept + added + lost); null without supporters.
    #[schema(minimum = 0, maximum = 1, required)]
    proportion: Option<f64>,
}

/// One thing that changed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Change)]
pub(super) struct ChangeView {
    #[serde(flatten)]
    what: ChangeKind,
    /// The same as a sentence, in the language of the request.
    #[schema(example = "Anna is dichterbij komen staan.")]
    sentence: String,
}

// Each variant names its members itself: utoipa does not know `rename_all_fields`.
/// What it is; `from` is as on the first card, `to` as on the second, null is unanswered.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum ChangeKind {
    /// Is only on the second card.
    #[serde(rename_all = "camelCase")]
    SupporterAdded { person_id: Uuid },
    /// Is only on the first card.
    #[serde(rename_all = "camelCase")]
    SupporterGone { person_id: Uuid },
    #[serde(rename_all = "camelCase")]
    MovedInward {
        person_id: Uuid,
        #[schema(value_type = schema::Closeness)]
        from: Closeness,
        #[schema(value_type = schema::Closeness)]
        to: Closeness,
    },
    #[serde(rename_all = "camelCase")]
    MovedOutward {
        person_id: Uuid,
        #[schema(value_type = schema::Closeness)]
        from: Closeness,
        #[schema(value_type = schema::Closeness)]
        to: Closeness,
    },
    /// Is in a ring, and was in none.
    #[serde(rename_all = "camelCase")]
    Placed {
        person_id: Uuid,
        #[schema(value_type = schema::Closeness)]
        to: Closeness,
    },
    /// Is no longer in a ring.
    #[serde(rename_all = "camelCase")]
    Unplaced {
        person_id: Uuid,
        #[schema(value_type = schema::Closeness)]
        from: Closeness,
    },
    #[serde(rename_all = "camelCase")]
    SupportGained {
        person_id: Uuid,
        #[schema(value_type = schema::SupportType)]
        support_type: SupportType,
        #[schema(value_type = Option<schema::Direction>, required)]
        direction: Option<Direction>,
        #[schema(value_type = Option<schema::Availability>, required)]
        availability: Option<Availability>,
    },
    #[serde(rename_all = "camelCase")]
    SupportLost {
        person_id: Uuid,
        #[schema(value_type = schema::SupportType)]
        support_type: SupportType,
        #[schema(value_type = Option<schema::Direction>, required)]
        direction: Option<Direction>,
        #[schema(value_type = Option<schema::Availability>, required)]
        availability: Option<Availability>,
    },
    #[serde(rename_all = "camelCase")]
    AvailabilityChanged {
        person_id: Uuid,
        #[schema(value_type = schema::SupportType)]
        support_type: SupportType,
        #[schema(value_type = Option<schema::Availability>, required)]
        from: Option<Availability>,
        #[schema(value_type = Option<schema::Availability>, required)]
        to: Option<Availability>,
    },
    #[serde(rename_all = "camelCase")]
    DirectionChanged {
        person_id: Uuid,
        #[schema(value_type = schema::SupportType)]
        support_type: SupportType,
        #[schema(value_type = Option<schema::Direction>, required)]
        from: Option<Direction>,
        #[schema(value_type = Option<schema::Direction>, required)]
        to: Option<Direction>,
    },
    #[serde(rename_all = "camelCase")]
    ContactChanged {
        person_id: Uuid,
        #[schema(value_type = Option<schema::ContactFrequency>, required)]
        from: Option<ContactFrequency>,
        #[schema(value_type = Option<schema::ContactFrequency>, required)]
        to: Option<ContactFrequency>,
    },
    #[serde(rename_all = "camelCase")]
    TensionChanged {
        person_id: Uuid,
        #[schema(value_type = Option<i16>, minimum = 0, maximum = 4, required)]
        from: Option<Intensity>,
        #[schema(value_type = Option<i16>, minimum = 0, maximum = 4, required)]
        to: Option<Intensity>,
    },
    #[serde(rename_all = "camelCase")]
    BurdenChanged {
        person_id: Uuid,
        #[schema(value_type = Option<i16>, minimum = 0, maximum = 4, required)]
        from: Option<Intensity>,
        #[schema(value_type = Option<i16>, minimum = 0, maximum = 4, required)]
        to: Option<Intensity>,
    },
    #[serde(rename_all = "camelCase")]
    TieGained {
        #[schema(min_items = 2, max_items = 2)]
        person_ids: Vec<Uuid>,
    },
    #[serde(rename_all = "camelCase")]
    TieLost {
        #[schema(min_items = 2, max_items = 2)]
        person_ids: Vec<Uuid>,
    },
    #[serde(rename_all = "camelCase")]
    NeedChanged {
        #[schema(value_type = schema::SupportType)]
        support_type: SupportType,
        #[schema(value_type = Option<i16>, minimum = 0, maximum = 3, required)]
        from: Option<Level>,
        #[schema(value_type = Option<i16>, minimum = 0, maximum = 3, required)]
        to: Option<Level>,
    },
    /// No one gives it or can be asked for it any more; it is needed on either card.
    #[serde(rename_all = "camelCase")]
    TypeUncovered {
        #[schema(value_type = schema::SupportType)]
        support_type: SupportType,
    },
    /// Someone gives it or can be asked for it now; it is needed on either card.
    #[serde(rename_all = "camelCase")]
    TypeCovered {
        #[schema(value_type = schema::SupportType)]
        support_type: SupportType,
    },
}

impl DifferencesView {
    pub(super) fn of(comparison: Comparison, language: Language) -> Self {
        let words = Words { from: &comparison.from, to: &comparison.to, language };
        let view = |change: &Change| ChangeView { sentence: words.sentence(change), what: change.clone().into() };
        Self {
            from_card_id: comparison.from.head.id.0,
            to_card_id: comparison.to.head.id.0,
            changes: comparison.changes.iter().map(view).collect(),
            turnover: comparison.turnover.into(),
        }
    }
}

impl From<Turnover> for TurnoverView {
    fn from(turnover: Turnover) -> Self {
        let Turnover { kept, added, lost } = turnover;
        Self { kept, added, lost, proportion: turnover.proportion() }
    }
}

impl From<Change> for ChangeKind {
    fn from(change: Change) -> Self {
        match change {
            Change::SupporterAdded { person } => Self::SupporterAdded { person_id: person.0 },
            Change::SupporterGone { person } => Self::SupporterGone { person_id: person.0 },
            Change::MovedInward { person, from, to } => Self::MovedInward { person_id: person.0, from, to },
            Change::MovedOutward { person, from, to } => Self::MovedOutward { person_id: person.0, from, to },
            Change::Placed { person, to } => Self::Placed { person_id: person.0, to },
            Change::Unplaced { person, from } => Self::Unplaced { person_id: person.0, from },
            Change::SupportGained { person, support } => {
                let Support { support_type, direction, availability } = support;
                Self::SupportGained { person_id: person.0, support_type, direction, availability }
            }
            Change::SupportLost { person, support } => {
                let Support { support_type, direction, availability } = support;
                Self::SupportLost { person_id: person.0, support_type, direction, availability }
            }
            Change::AvailabilityChanged { person, support_type, from, to } => {
                Self::AvailabilityChanged { person_id: person.0, support_type, from, to }
            }
            Change::DirectionChanged { person, support_type, from, to } => {
                Self::DirectionChanged { person_id: person.0, support_type, from, to }
            }
            Change::ContactChanged { person, from, to } => Self::ContactChanged { person_id: person.0, from, to },
            Change::TensionChanged { person, from, to } => Self::TensionChanged { person_id: person.0, from, to },
            Change::BurdenChanged { person, from, to } => Self::BurdenChanged { person_id: person.0, from, to },
            Change::TieGained { persons } => Self::TieGained { person_ids: persons.map(|id| id.0).into() },
            Change::TieLost { persons } => Self::TieLost { person_ids: persons.map(|id| id.0).into() },
            Change::NeedChanged { support_type, from, to } => Self::NeedChanged { support_type, from, to },
            Change::TypeUncovered { support_type } => Self::TypeUncovered { support_type },
            Change::TypeCovered { support_type } => Self::TypeCovered { support_type },
        }
    }
}

/// Makes the sentences.
struct Words<'a> {
    from: &'a Card,
    to: &'a Card,
    language: Language,
}

impl Words<'_> {
    fn sentence(&self, change: &Change) -> String {
        match change {
            Change::SupporterAdded { person } => self.say("change-supporter-added", [self.name(*person)]),
            Change::SupporterGone { person } => self.say("change-supporter-gone", [self.name(*person)]),
            Change::MovedInward { person, from, to } => {
                self.say("change-moved-inward", [self.name(*person), self.was(from.label()), self.is(to.label())])
            }
            Change::MovedOutward { person, from, to } => {
                self.say("change-moved-outward", [self.name(*person), self.was(from.label()), self.is(to.label())])
            }
            Change::Placed { person, to } => self.say("change-placed", [self.name(*person), self.is(to.label())]),
            Change::Unplaced { person, from } => {
                self.say("change-unplaced", [self.name(*person), self.was(from.label())])
            }
            Change::SupportGained { person, support } => {
                self.say("change-support-gained", [self.name(*person), self.of(&support.support_type)])
            }
            Change::SupportLost { person, support } => {
                self.say("change-support-lost", [self.name(*person), self.of(&support.support_type)])
            }
            Change::AvailabilityChanged { person, support_type, from, to } => {
                let labels = [from.map(Availability::label), to.map(Availability::label)];
                self.turn("change-availability", *person, Some(support_type), labels)
            }
            Change::DirectionChanged { person, support_type, from, to } => {
                let labels = [from.map(Direction::label), to.map(Direction::label)];
                self.turn("change-direction", *person, Some(support_type), labels)
            }
            Change::ContactChanged { person, from, to } => {
                let labels = [from.map(ContactFrequency::label), to.map(ContactFrequency::label)];
                self.turn("change-contact", *person, None, labels)
            }
            Change::TensionChanged { person, from, to } => {
                self.say("change-tension", [self.name(*person), trend(*from, *to)])
            }
            Change::BurdenChanged { person, from, to } => {
                self.say("change-burden", [self.name(*person), trend(*from, *to)])
            }
            Change::TieGained { persons } => self.say("change-tie-gained", self.pair(*persons)),
            Change::TieLost { persons } => self.say("change-tie-lost", self.pair(*persons)),
            Change::NeedChanged { support_type, from, to } => {
                self.say("change-need", [self.of(support_type), trend(*from, *to)])
            }
            Change::TypeUncovered { support_type } => self.say("change-type-uncovered", [self.of(support_type)]),
            Change::TypeCovered { support_type } => self.say("change-type-covered", [self.of(support_type)]),
        }
    }

    fn say<const N: usize>(&self, key: &str, arguments: [Argument; N]) -> String {
        let arguments: FluentArgs<'_> =
            arguments.into_iter().map(|(name, text)| (name, FluentValue::from(text))).collect();
        locale::message(self.language, key, Some(&arguments)).unwrap_or_default()
    }

    fn turn(&self, key: &str, person: PersonId, of: Option<&SupportType>, labels: [Option<Label>; 2]) -> String {
        let [from, to] = labels.map(|label| match label {
            Some(label) => inside(label.text(self.language)),
            None => locale::message(self.language, "unanswered", None).unwrap_or_default(),
        });
        let support_type = of.map_or(("type", String::new()), |code| self.of(code));
        self.say(key, [self.name(person), support_type, ("from", from), ("to", to)])
    }

    fn name(&self, person: PersonId) -> Argument {
        ("name", self.alias(person))
    }

    fn pair(&self, [one, other]: [PersonId; 2]) -> [Argument; 2] {
        [self.name(one), ("other", self.alias(other))]
    }

    /// The alias, of the second card if they are on it. A redacted person is "somebody".
    fn alias(&self, person: PersonId) -> String {
        let cards = [self.to, self.from];
        let persons = cards.iter().flat_map(|card| &card.content.whole.persons);
        let named = persons.filter(|it| it.id == person).map(|it| it.profile.alias.as_str()).next();
        match named {
            Some(alias) if cards.iter().all(|card| !card.content.redacted.contains(&person)) => alias.to_owned(),
            Some(_) | None => locale::message(self.language, "somebody", None).unwrap_or_default(),
        }
    }

    fn was(&self, label: Label) -> Argument {
        ("from", inside(label.text(self.language)))
    }

    fn is(&self, label: Label) -> Argument {
        ("to", inside(label.text(self.language)))
    }

    /// A support type's label, as on the card; its code if an import added one without a label.
    fn of(&self, code: &SupportType) -> Argument {
        let types = [self.to, self.from].into_iter().flat_map(|card| &card.content.support_types);
        let label = types.filter(|entry| entry.code == *code).map(|entry| entry.label.text(self.language)).next();
        ("type", inside(label.unwrap_or(code.code())))
    }
}

/// The name and the text of an argument of a sentence.
type Argument = (&'static str, String);

/// Whether a grade went up or down; to or from an unanswered one is neither.
fn trend<T: Ord>(from: Option<T>, to: Option<T>) -> Argument {
    let word = match (from, to) {
        (Some(from), Some(to)) if to > from => "up",
        (Some(from), Some(to)) if to < from => "down",
        (None, Some(_)) => "new",
        (Some(_), None) => "gone",
        (Some(_), Some(_)) | (None, None) => "same",
    };
    ("trend", word.to_owned())
}

/// A label inside a sentence: without its capital, unless that is the beginning of an abbreviation.
fn inside(label: &str) -> String {
    let mut rest = label.chars();
    match (rest.next(), rest.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && !second.is_uppercase() => {
            first.to_lowercase().chain(rest).collect()
        }
        (Some(_) | None, Some(_) | None) => label.to_owned(),
    }
}
