//! The controlled vocabulary of maps, with Dutch and English labels.

mod scales;

pub use scales::{BURDENS, NEED_LEVELS, Scale, TENSIONS, TIE_STRENGTHS};

use serde::{Deserialize, Serialize};
use std::fmt;

/// Declares a closed list of words, with their codes and labels.
///
/// Codes are used in the API and the database; labels are in Dutch and English.
macro_rules! words {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$word_doc:meta])* $word:ident = $code:literal, $nl:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$word_doc])* $word,)+ }

        impl $name {
            /// Every word of the list, in order.
            pub const ALL: &'static [Self] = &[$(Self::$word),+];
            /// The code of every word, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The code, as in the API and the database.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$word => $code),+ }
            }

            /// The labels of the word.
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

/// The code is not in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown word")]
pub struct UnknownWord;

/// A label in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Dutch text.
    pub nl: String,
    /// English text.
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
    /// A language of the service. Dutch is the default.
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
    /// The audience of a sentence.
    pub enum Audience {
        /// The client: "you".
        Client = "client", "Cliënt", "Client";
        /// A coach: "the client".
        Coach = "coach", "Coach", "Coach";
    }
}

words! {
    /// The closeness of a supporter (Kahn and Antonucci's convoy model, 1980).
    pub enum Closeness {
        /// Life without them is hard to imagine.
        Inner = "inner", "Binnenste ring", "Inner ring";
        /// Close, but less so.
        Middle = "middle", "Middelste ring", "Middle ring";
        /// Close enough to be on the map.
        Outer = "outer", "Buitenste ring", "Outer ring";
    }
}

words! {
    /// The relationship of a person to the client.
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
        /// A person in the same situation.
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
    /// The life domain in which the client meets a person; the prompts of step one.
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
    /// The support types of every organisation.
    ///
    /// From House (1981) plus companionship, following the Dutch P/G/A/E ecogram.
    pub enum BuiltInSupport {
        /// Listening, letting off steam.
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
    /// The direction of support, seen from the client.
    pub enum Direction {
        /// The client receives support.
        Received = "received", "Ontvangen", "Received";
        /// The client gives support.
        Given = "given", "Gegeven", "Given";
        /// The client receives and gives support.
        Mutual = "mutual", "Wederzijds", "Mutual";
    }
}

words! {
    /// Whether the client could ask for support: perceived support, recorded apart from received support.
    pub enum Availability {
        /// The client receives it now.
        ReceivedNow = "received-now", "Krijg ik nu", "Received now";
        /// The client could ask for it.
        CouldAsk = "could-ask", "Zou ik kunnen vragen", "Could ask";
        /// The client would not ask for it.
        WouldNotAsk = "would-not-ask", "Zou ik niet vragen", "Would not ask";
    }
}

impl Availability {
    /// Whether the support counts as available; the single definition of "available".
    #[must_use]
    pub fn is_available(self) -> bool {
        match self {
            Self::ReceivedNow | Self::CouldAsk => true,
            Self::WouldNotAsk => false,
        }
    }
}

words! {
    /// The frequency of contact.
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
    /// The progress of an agreement.
    pub enum AgreementStatus {
        /// To be asked.
        Planned = "planned", "Gepland", "Planned";
        /// Asked, no answer yet.
        Asked = "asked", "Gevraagd", "Asked";
        /// The answer was yes.
        Accepted = "accepted", "Toegezegd", "Accepted";
        /// The answer was no.
        Declined = "declined", "Afgeslagen", "Declined";
        /// The support was given.
        Done = "done", "Gedaan", "Done";
        /// The supporter was thanked.
        Thanked = "thanked", "Bedankt", "Thanked";
    }
}

words! {
    /// The state of one of the five steps; derived, never stored.
    pub enum StepState {
        /// Nothing is answered.
        Empty = "empty", "Leeg", "Empty";
        /// Something is answered.
        Started = "started", "Begonnen", "Started";
        /// Everything is answered.
        Done = "done", "Klaar", "Done";
    }
}

/// The code of a support type, built-in or custom.
///
/// 1 to 40 characters: a lower-case letter, then lower-case letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SupportType(String);

impl SupportType {
    /// Checks the form of the code.
    ///
    /// # Errors
    /// [`UnknownWord`] if it does not have that form.
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

    /// Whether the type is built in.
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
