//! The words of a map, each with its Dutch and English label.

mod scales;

pub use scales::{BURDENS, NEED_LEVELS, Scale, TENSIONS, TIE_STRENGTHS};

use serde::{Deserialize, Serialize};
use std::fmt;

/// Declares a closed list of words: their codes in the API and the database, their labels in Dutch and English.
macro_rules! words {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$word_doc:meta])* $word:ident = $code:literal, $nl:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$word_doc])* $word,)+ }

        impl $name {
            /// Every word of the list, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$word),+];
            /// The code of every word, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The word's code, as in the API and the database.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$word => $code),+ }
            }

            /// The word's labels for people.
            #[must_use]
            pub fn label(self) -> $crate::vocabulary::Label {
                match self { $(Self::$word => $crate::vocabulary::Label::fixed($nl, $en)),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::vocabulary::UnknownWord;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code { $($code => Ok(Self::$word),)+ _ => Err($crate::vocabulary::UnknownWord) }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let code = <std::borrow::Cow<'de, str>>::deserialize(from)?;
                code.parse().map_err(|_| serde::de::Error::unknown_variant(&code, Self::CODES))
            }
        }
    };
}
pub(crate) use words;

/// A code that is not in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown word")]
pub struct UnknownWord;

/// A label in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Label {
    pub(crate) fn fixed(nl: &str, en: &str) -> Self {
        Self { nl: nl.to_owned(), en: en.to_owned() }
    }

    /// The label in this language.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Dutch => &self.nl,
            Language::English => &self.en,
        }
    }
}

words! {
    /// A language the service speaks. Dutch is the default: the people it is about speak it.
    #[derive(Default)]
    pub enum Language {
        /// Dutch.
        #[default]
        Dutch = "nl", "Nederlands", "Dutch";
        /// English.
        English = "en", "Engels", "English";
    }
}

words! {
    /// Whom a sentence addresses.
    pub enum Audience {
        /// The client: "you".
        Client = "client", "Cliënt", "Client";
        /// Somebody who works with the client: "the client".
        Coach = "coach", "Coach", "Coach";
    }
}

words! {
    /// How close a supporter is (Kahn and Antonucci's convoy, 1980).
    pub enum Closeness {
        /// Life is hard to imagine without them.
        Inner = "inner", "Binnenste ring", "Inner ring";
        /// Close, but not that close.
        Middle = "middle", "Middelste ring", "Middle ring";
        /// Close enough to be on the map.
        Outer = "outer", "Buitenste ring", "Outer ring";
    }
}

words! {
    /// What a person is to the client.
    pub enum Relationship {
        /// Partner.
        Partner = "partner", "Partner", "Partner";
        /// Child.
        Child = "child", "Kind", "Child";
        /// Parent.
        Parent = "parent", "Ouder", "Parent";
        /// Brother or sister.
        Sibling = "sibling", "Broer of zus", "Sibling";
        /// Other family.
        OtherFamily = "other-family", "Andere familie", "Other family";
        /// Friend.
        Friend = "friend", "Vriend of vriendin", "Friend";
        /// Neighbour.
        Neighbour = "neighbour", "Buur", "Neighbour";
        /// Colleague.
        Colleague = "colleague", "Collega", "Colleague";
        /// Fellow student.
        FellowStudent = "fellow-student", "Medestudent", "Fellow student";
        /// Acquaintance.
        Acquaintance = "acquaintance", "Kennis", "Acquaintance";
        /// Volunteer.
        Volunteer = "volunteer", "Vrijwilliger", "Volunteer";
        /// Somebody in the same situation.
        Peer = "peer", "Lotgenoot", "Peer";
        /// Care or welfare professional.
        Professional = "professional", "Professional", "Professional";
        /// An organisation rather than a person.
        Organisation = "organisation", "Organisatie", "Organisation";
        /// None of these.
        Other = "other", "Anders", "Other";
    }
}

words! {
    /// The part of life in which the client meets somebody; the prompt of step one.
    pub enum LifeDomain {
        /// The same household.
        Household = "household", "Huishouden", "Household";
        /// Family.
        Family = "family", "Familie", "Family";
        /// Friends.
        Friends = "friends", "Vrienden", "Friends";
        /// The neighbourhood.
        Neighbourhood = "neighbourhood", "Buurt", "Neighbourhood";
        /// Work.
        Work = "work", "Werk", "Work";
        /// School or study.
        Education = "education", "School en studie", "School and study";
        /// Sport, hobby, association.
        Leisure = "leisure", "Vrije tijd", "Leisure";
        /// Faith or conviction.
        Faith = "faith", "Geloof en zingeving", "Faith and meaning";
        /// Online.
        Online = "online", "Online", "Online";
        /// Care and welfare.
        Care = "care", "Zorg en welzijn", "Care and welfare";
        /// Elsewhere.
        Other = "other", "Anders", "Other";
    }
}

words! {
    /// The support types every organisation has (House, 1981, with companionship), after the Dutch P/G/A/E ecogram.
    pub enum BuiltInSupport {
        /// To listen, to let off steam with.
        Emotional = "emotional", "Luisteren, hart luchten", "Listening";
        /// Practical help.
        Practical = "practical", "Praktische hulp", "Practical help";
        /// Advice.
        Informational = "informational", "Advies", "Advice";
        /// Company.
        Companionship = "companionship", "Gezelschap", "Company";
        /// Appreciation.
        Appraisal = "appraisal", "Waardering", "Appreciation";
    }
}

words! {
    /// Which way support goes, seen from the client.
    pub enum Direction {
        /// The client receives it.
        Received = "received", "Ontvangen", "Received";
        /// The client gives it.
        Given = "given", "Gegeven", "Given";
        /// Both.
        Mutual = "mutual", "Wederzijds", "Mutual";
    }
}

words! {
    /// Whether the client could ask for it: perceived support, apart from what was received.
    pub enum Availability {
        /// Is received at present.
        ReceivedNow = "received-now", "Krijg ik nu", "Received now";
        /// Could be asked for.
        CouldAsk = "could-ask", "Zou ik kunnen vragen", "Could ask";
        /// Would not be asked for.
        WouldNotAsk = "would-not-ask", "Zou ik niet vragen", "Would not ask";
    }
}

impl Availability {
    /// Whether the client could count on it: what "available" means wherever it is asked.
    #[must_use]
    pub fn is_available(self) -> bool {
        match self {
            Self::ReceivedNow | Self::CouldAsk => true,
            Self::WouldNotAsk => false,
        }
    }
}

words! {
    /// How often there is contact.
    pub enum ContactFrequency {
        /// Every day.
        Daily = "daily", "Dagelijks", "Daily";
        /// Every week.
        Weekly = "weekly", "Wekelijks", "Weekly";
        /// Every month.
        Monthly = "monthly", "Maandelijks", "Monthly";
        /// A few times a year.
        Yearly = "yearly", "Een paar keer per jaar", "A few times a year";
        /// Less than that.
        Rarely = "rarely", "Zelden", "Rarely";
        /// No contact.
        Never = "never", "Nooit", "Never";
    }
}

words! {
    /// Where an agreement stands.
    pub enum AgreementStatus {
        /// To be asked.
        Planned = "planned", "Gepland", "Planned";
        /// Asked, no answer yet.
        Asked = "asked", "Gevraagd", "Asked";
        /// The answer was yes.
        Accepted = "accepted", "Toegezegd", "Accepted";
        /// The answer was no.
        Declined = "declined", "Afgeslagen", "Declined";
        /// It happened.
        Done = "done", "Gedaan", "Done";
        /// And the supporter was thanked.
        Thanked = "thanked", "Bedankt", "Thanked";
    }
}

words! {
    /// How far one of the five steps is; derived from the data, never stored.
    pub enum StepState {
        /// Nothing there yet.
        Empty = "empty", "Leeg", "Empty";
        /// Something is there.
        Started = "started", "Begonnen", "Started";
        /// Nothing left to answer.
        Done = "done", "Klaar", "Done";
    }
}

/// The code of a support type: a built-in one or one of the organisation's own.
///
/// 1 to 40 characters: a lower-case letter, then lower-case letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SupportType(String);

impl SupportType {
    /// # Errors
    /// [`UnknownWord`] if it does not have the form of a code.
    pub fn new(code: impl Into<String>) -> Result<Self, UnknownWord> {
        let code = code.into();
        let form = code.starts_with(|c: char| c.is_ascii_lowercase())
            && code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if form && code.len() <= 40 { Ok(Self(code)) } else { Err(UnknownWord) }
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// Whether every organisation has it.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.0.parse::<BuiltInSupport>().is_ok()
    }
}

impl TryFrom<String> for SupportType {
    type Error = UnknownWord;

    fn try_from(code: String) -> Result<Self, UnknownWord> {
        Self::new(code)
    }
}

impl From<SupportType> for String {
    fn from(code: SupportType) -> Self {
        code.0
    }
}

impl From<BuiltInSupport> for SupportType {
    fn from(word: BuiltInSupport) -> Self {
        Self(word.code().to_owned())
    }
}

impl fmt::Display for SupportType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
