//! How the domain's types look in the API's schema. The words come from the domain: they are listed once.

use domain::access::Role;
use domain::{caseload, helpers, insights, log_ins, maps, organisations, vocabulary};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaType, Type};
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
    Closeness = vocabulary::Closeness, "How close a supporter is.";
    Relationship = vocabulary::Relationship, "What a person is to the client.";
    LifeDomain = vocabulary::LifeDomain, "The part of life in which the client meets somebody.";
    Direction = vocabulary::Direction, "Which way support goes, seen from the client.";
    Availability = vocabulary::Availability, "Whether the client could ask for it: perceived support.";
    ContactFrequency = vocabulary::ContactFrequency, "How often there is contact.";
    AgreementStatus = vocabulary::AgreementStatus, "Where an agreement stands.";
    Confirmation = log_ins::Confirmation, "What confirmed a log-in.";
    Attention = caseload::Attention, "Why a client may need attention.";
    Step = maps::Step, "A step of making a map.";
    StepState = vocabulary::StepState, "How far a step is, derived from the data.";
    CoverageState = insights::CoverageState, "What perceived availability makes of a need.";
    Rule = insights::Rule, "What was noticed.";
    ReasonCode = helpers::ReasonCode, "Why somebody stands where they stand.";
}

macro_rules! texts {
    ($($name:ident = $max:literal, $description:literal;)+) => {$(
        #[doc = $description]
        #[derive(Debug)]
        pub(crate) enum $name {}

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .min_length(Some(1))
                    .max_length(Some($max))
                    // Something visible, and no control characters but tab and line feed: as domain::Text has it.
                    .pattern(Some(r"^[^\u0000-\u0008\u000B-\u001F\u007F-\u009F]*[^\s\u0000-\u001F\u007F-\u009F][^\u0000-\u0008\u000B-\u001F\u007F-\u009F]*$"))
                    .description(Some($description))
                    .into()
            }
        }

        impl ToSchema for $name {}
    )+};
}

texts! {
    ShortText = 200, "1 to 200 characters, at least one visible, no control characters.";
    LongText = 10_000, "1 to 10,000 characters, at least one visible, no control characters but tab and line feed.";
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
            // As domain::accounts::Email has it.
            .pattern(Some(r"^[^@\s\u0000-\u001F\u007F-\u009F]+@[^@\s\u0000-\u001F\u007F-\u009F]+$"))
            .description(Some("An email address; case does not matter."))
            .examples([serde_json::json!("saskia@example.nl")])
            .into()
    }
}

impl ToSchema for Email {}

/// A file as it is.
#[derive(Debug)]
pub(crate) enum Binary {}

impl PartialSchema for Binary {
    /// Without a type: OpenAPI 3.1 describes bytes by their media type alone.
    fn schema() -> RefOr<Schema> {
        Schema::Object(ObjectBuilder::new().schema_type(SchemaType::AnyValue).description(Some("A file.")).build())
            .into()
    }
}

impl ToSchema for Binary {}
