//! Error codes for a single member of a request.

/// The bound that a value violates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The minimum accepted value.
    Min(usize),
    /// The maximum accepted value.
    Max(usize),
}

/// Declares the codes. A code with a figure cannot be created without it.
macro_rules! field_codes {
    ($($variant:ident $(($figure:ident))? = $code:literal),+ $(,)?) => {
        /// A stable, machine-readable error code, with the figure it concerns.
        ///
        /// The API has a text for each, named `field-` plus the code.
        #[expect(missing_docs, reason = "the codes are self-explanatory")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FieldCode { $($variant $((field_codes!(@number $figure)))?),+ }

        impl FieldCode {
            /// Every code.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The code, as in a response.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant { .. } => $code),+ }
            }

            /// The figure it concerns, if any.
            #[must_use]
            pub fn figure(self) -> Option<Figure> {
                match self {
                    $($(Self::$variant(figure) => Some(Figure::$figure(figure)),)?)+
                    _ => None,
                }
            }
        }

        impl std::fmt::Display for FieldCode {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
    (@number $figure:ident) => { usize };
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
    TooShort(Min) = "too-short",
    TooLong(Max) = "too-long",
    TooSmall(Min) = "too-small",
    TooLarge(Max) = "too-large",
    TooFew(Min) = "too-few",
    TooMany(Max) = "too-many",
    TooManyPersons(Max) = "too-many-persons",
    TooManyMaps(Max) = "too-many-maps",
    TooManyCards(Max) = "too-many-cards",
    TooManyBytes(Max) = "too-many-bytes",
    TooComplex = "too-complex",
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
    InThePast = "in-the-past",
    TooLate = "too-late",
    Guessable = "guessable",
    WrongCode = "wrong-code",
    WrongPassword = "wrong-password",
    WrongPasskey = "wrong-passkey",
}
