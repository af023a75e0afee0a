//! The codes of what is wrong in one place of a request.

/// Declares the codes.
macro_rules! field_codes {
    ($($variant:ident = $code:literal),+ $(,)?) => {
        /// A stable word a program can act on. The API has a text for each, as `field-` and the code.
        #[expect(missing_docs, reason = "the codes say it")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FieldCode { $($variant),+ }

        impl FieldCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code, as in an answer.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl std::fmt::Display for FieldCode {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

field_codes! {
    Forbidden = "forbidden",
    Required = "required",
    UnknownMember = "unknown-member",
    Duplicate = "duplicate",
    Type = "type",
    Enum = "enum",
    Format = "format",
    Blank = "blank",
    InvisibleCharacter = "invisible-character",
    TooShort = "too-short",
    TooLong = "too-long",
    TooSmall = "too-small",
    TooLarge = "too-large",
    TooFew = "too-few",
    TooMany = "too-many",
    TooManyPersons = "too-many-persons",
    TooManyMaps = "too-many-maps",
    TooManyCards = "too-many-cards",
    TooManyBytes = "too-many-bytes",
    Invalid = "invalid",
    Exclusive = "exclusive",
    Immutable = "immutable",
    Malformed = "malformed",
    UnknownReference = "unknown-reference",
    Past = "past",
    UnclosedQuote = "unclosed-quote",
    StrayQuote = "stray-quote",
    LineBreak = "line-break",
    Contradiction = "contradiction",
    Undecodable = "undecodable",
    NoContacts = "no-contacts",
    Incomplete = "incomplete",
    Altered = "altered",
    ByInvitation = "by-invitation",
    BeforeStart = "before-start",
    AlreadyAssigned = "already-assigned",
    NotACoach = "not-a-coach",
    IdTaken = "id-taken",
    InTheFuture = "in-the-future",
    Guessable = "guessable",
    WrongCode = "wrong-code",
    WrongPassword = "wrong-password",
}
