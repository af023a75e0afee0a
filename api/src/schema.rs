//! How the domain's types look in the API's schema. The words come from the domain: they are listed once.

use domain::access::Role;
use domain::accounts::{self, EmailError};
use domain::{TextError, caseload, events, helpers, insights, log_ins, maps, organisations, vocabulary};
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Required};
use utoipa::{PartialSchema, ToSchema};

macro_rules! words {
    ($($name:ident = $list:ty, $description:literal;)+) => {$(
        #[doc = $description]
        #[derive(Debug)]
        pub(crate) enum $name {}

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .enum_values(Some(<$list>::CODES.iter().copied()))
                    .description(Some($description))
                    .into()
            }
        }

        impl ToSchema for $name {}
    )+};
}

words! {
    OrganisationStatus = organisations::OrganisationStatus, "Whether an organisation's members have access.";
    Audience = vocabulary::Audience, "Whom sentences address.";
    Closeness = vocabulary::Closeness, "How close a supporter is.";
    Relationship = vocabulary::Relationship, "What a person is to the client.";
    LifeDomain = vocabulary::LifeDomain, "The part of life in which the client meets somebody.";
    Direction = vocabulary::Direction, "Which way support goes, seen from the client.";
    Availability = vocabulary::Availability, "Whether the client could ask for it: perceived support.";
    ContactFrequency = vocabulary::ContactFrequency, "How often there is contact.";
    AgreementStatus = vocabulary::AgreementStatus, "Where an agreement stands.";
    Confirmation = log_ins::Confirmation, "What confirmed a log-in.";
    Attention = caseload::Attention, "Why a client may need attention.";
    CaseloadSort = caseload::Sort, "The order of a caseload.";
    Step = maps::Step, "A step of making a map.";
    StepState = vocabulary::StepState, "How far a step is, derived from the data.";
    CoverageState = insights::CoverageState, "What perceived availability makes of a need.";
    EventKind = events::EventKind, "What kind of change is told.";
    Rule = insights::Rule, "What was noticed.";
    FieldCode = domain::FieldCode, "What is wrong in one place of a request.";
    Language = vocabulary::Language, "A language of the service.";
    ReasonCode = helpers::ReasonCode, "Why somebody stands where they stand.";
}

macro_rules! texts {
    ($($name:ident = $max:literal, $format:expr, $pattern:literal, $description:literal;)+) => {$(
        #[doc = $description]
        #[derive(Debug)]
        pub(crate) enum $name {}

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .min_length(Some(1))
                    .max_length(Some($max))
                    .format(Some(SchemaFormat::Custom($format.name().to_owned())))
                    .pattern(Some($pattern))
                    .description(Some($description))
                    .into()
            }
        }

        impl ToSchema for $name {}
    )+};
}

// The patterns state what JSON Schema can; the formats check the rest as the domain does.
texts! {
    ShortText = 200, TextFormat::SingleLine,
        r"^[^\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028\u2029]*[^\s\u0000-\u001F\u007F-\u009F][^\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028\u2029]*$",
        "One line of 1 to 200 characters, at least one of them visible. Kept in Unicode's composed form (NFC), without spaces around it and without characters that change the direction of writing.";
    LongText = 10_000, TextFormat::MultiLine,
        r"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]*[^\s\u0000-\u001F\u007F-\u009F][^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]*$",
        "1 to 10,000 characters, at least one of them visible. Every line break becomes a line feed; other control characters than tab are refused. Kept in Unicode's composed form (NFC).";
}

/// The formats of strings that the domain checks, as `format` in the schema.
#[derive(Clone, Copy, Debug)]
pub(crate) enum TextFormat {
    SingleLine,
    MultiLine,
    EmailAddress,
    TimeZone,
}

impl TextFormat {
    pub(crate) const ALL: [Self; 4] = [Self::SingleLine, Self::MultiLine, Self::EmailAddress, Self::TimeZone];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::SingleLine => "single-line",
            Self::MultiLine => "multi-line",
            Self::EmailAddress => "email-address",
            Self::TimeZone => "time-zone",
        }
    }

    /// The code of what is wrong with the text, if anything is.
    pub(crate) fn fault(self, text: &str) -> Option<domain::FieldCode> {
        match self {
            Self::SingleLine => domain::ShortText::new(text).err().map(TextError::code),
            Self::MultiLine => domain::LongText::new(text).err().map(TextError::code),
            Self::EmailAddress => accounts::Email::new(text).err().map(EmailError::code),
            Self::TimeZone => domain::TimeZone::new(text).err().map(|_| domain::FieldCode::Enum),
        }
    }
}

/// The code of a support type.
#[derive(Debug)]
pub(crate) enum SupportType {}

impl PartialSchema for SupportType {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some("^[a-z][a-z0-9-]{0,39}$"))
            .description(Some("The code of a support type: see /v1/vocabulary."))
            .examples([serde_json::json!("emotional")])
            .into()
    }
}

impl ToSchema for SupportType {}

macro_rules! roles {
    ($($name:ident = [$($role:ident),+], $description:literal;)+) => {$(
        #[doc = $description]
        #[derive(Debug)]
        pub(crate) enum $name {}

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .enum_values(Some([$(Role::$role.code()),+]))
                    .description(Some($description))
                    .into()
            }
        }

        impl ToSchema for $name {}
    )+};
}

roles! {
    MemberRole = [Admin, Coach, Client], "A role of a member.";
    MakerRole = [Coach, Client], "As what somebody made a card.";
    InvitedRole = [Admin, Coach], "A role somebody can be invited to; the role client comes with `clientId`.";
}

/// An email address.
#[derive(Debug)]
pub(crate) enum Email {}

impl PartialSchema for Email {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .max_length(Some(254))
            .format(Some(SchemaFormat::Custom(TextFormat::EmailAddress.name().to_owned())))
            .pattern(Some(r#"^\s*(mailto:)?[^@\s\u0000-\u001F\u007F-\u009F()<>\[\]:;\\,"]+@[^@\s\u0000-\u002C\u002F\u003A-\u0040\u005B-\u0060\u007B-\u009F]+\s*$"#))
            .description(Some("An email address. Case, spaces around it and `mailto:` before it do not matter, nor whether an internationalized domain is written in its own letters or in punycode. Invisible characters are refused."))
            .examples([serde_json::json!("saskia@example.nl")])
            .into()
    }
}

impl ToSchema for Email {}

/// A time zone.
#[derive(Debug)]
pub(crate) enum TimeZone {}

impl PartialSchema for TimeZone {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .max_length(Some(40))
            .format(Some(SchemaFormat::Custom(TextFormat::TimeZone.name().to_owned())))
            .description(Some("A time zone of the IANA database, as Area/Location, or UTC."))
            .examples([serde_json::json!("Europe/Amsterdam")])
            .into()
    }
}

impl ToSchema for TimeZone {}

/// A file as it is.
#[derive(Debug)]
pub(crate) enum Binary {}

impl PartialSchema for Binary {
    /// OpenAPI 3.1 needs no more than the media type; generators of clients still look for this format to make it bytes.
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)))
            .description(Some("A file."))
            .into()
    }
}

impl ToSchema for Binary {}

/// A header that a request carries, as the document describes it.
pub(crate) fn request_header(name: &str, required: Required, description: &str, schema: ObjectBuilder) -> Parameter {
    let header = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Header).required(required);
    header.description(Some(description)).schema(Some(schema.schema_type(Type::String))).build()
}
