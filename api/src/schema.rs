//! Schemas of the domain's types. The words of each list come from the domain.

use domain::access::{self, Role};
use domain::accounts::{self, EmailError};
use domain::{
    TextError, caseload, consents, erasure_requests, erasures, events, helpers, identity_providers, insights,
    invitations, log_ins, mail, maps, organisations, second_factors, sessions, vocabulary,
};
use domain::{access_log, audit};
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Required};
use utoipa::{PartialSchema, ToSchema};

macro_rules! strings {
    ($($name:ident = $refine:expr, $description:literal;)+) => {$(
        #[doc = $description]
        #[derive(Debug)]
        pub(crate) enum $name {}

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let refine: fn(ObjectBuilder) -> ObjectBuilder = $refine;
                refine(ObjectBuilder::new().schema_type(Type::String).description(Some($description))).into()
            }
        }

        impl ToSchema for $name {}
    )+};
}

macro_rules! words {
    ($($name:ident = $list:ty, $description:literal;)+) => {
        strings! { $($name = |word| word.enum_values(Some(<$list>::CODES.iter().copied())), $description;)+ }
    };
}

words! {
    OrganisationStatus = organisations::OrganisationStatus, "Whether an organisation's members have access.";
    Audience = vocabulary::Audience, "Whom sentences address.";
    Closeness = vocabulary::Closeness, "How close a supporter is.";
    Relationship = vocabulary::Relationship, "What a person is to the client.";
    LifeDomain = vocabulary::LifeDomain, "The part of life in which the client meets a person.";
    Direction = vocabulary::Direction, "The direction of support, seen from the client.";
    Availability = vocabulary::Availability, "Whether the client could ask for it: perceived support.";
    ContactFrequency = vocabulary::ContactFrequency, "How often there is contact.";
    AgreementStatus = vocabulary::AgreementStatus, "Status of an agreement.";
    Confirmation = log_ins::Confirmation, "What confirmed a log-in.";
    ConsentManner = consents::Manner, "How a client gave a consent.";
    ErasureRefusalGround = erasure_requests::RefusalGround, "Why a request for erasure is refused.";
    ErasureBasis = erasures::ErasureBasis, "Why a record was erased.";
    ConsentPurpose = consents::Purpose, "What a consent allows its receiver.";
    Scope = access::Scope, "What an integration may do.";
    Capacity = access::Capacity, "The capacity in which a request was made.";
    Basis = access::Basis, "What an authorization rests on.";
    Outcome = audit::Outcome, "The outcome of an operation.";
    ActorKind = access_log::ActorKind, "The kind of actor.";
    Delivery = invitations::Delivery, "How the secret of an invitation reaches the invited person.";
    ImportOutcome = invitations::ImportOutcome, "What an import did with a row.";
    MailState = mail::MailState, "The state of a mail.";
    Attention = caseload::Attention, "Why a client may need attention.";
    CaseloadSort = caseload::Sort, "The order of a caseload.";
    Step = maps::Step, "A step of making a map.";
    StepState = vocabulary::StepState, "Progress of a step, derived from the data.";
    CoverageState = insights::CoverageState, "What perceived availability makes of a need.";
    EventKind = events::EventKind, "The kind of change of an event.";
    Rule = insights::Rule, "The rule of an observation.";
    FieldCode = domain::FieldCode, "What is wrong with one member of a request.";
    Language = vocabulary::Language, "A language of the service.";
    SessionKind = sessions::SessionKind, "What a session was started for.";
    Factor = sessions::Factor, "With what a user proved who they are.";
    SecondFactorKind = second_factors::SecondFactorKind, "A kind of second factor.";
    SecondFactorState = second_factors::SecondFactorState, "Whether a session has or needs a second factor.";
    ClientAuthentication = identity_providers::ClientAuthentication, "How this service authenticates at a provider.";
    ReasonCode = helpers::ReasonCode, "Why a helper has this rank.";
}

strings! {
    OperationCode = |code| code.pattern(Some("^[a-z-]{1,60}$")), "The code of an operation. New versions add codes.";
}

macro_rules! texts {
    ($($name:ident = $max:literal, $format:expr, $pattern:literal, $description:literal;)+) => {
        strings! {$(
            $name = |text| {
                let text = text.min_length(Some(1)).max_length(Some($max)).pattern(Some($pattern));
                text.format(Some(SchemaFormat::Custom($format.name().to_owned())))
            }, $description;
        )+}
    };
}

// The patterns state what JSON Schema can express; the formats check the rest as the domain does.
texts! {
    ShortText = 200, TextFormat::SingleLine,
        r"^[^\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028\u2029]*[^\s\u0000-\u001F\u007F-\u009F][^\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028\u2029]*$",
        "One line of 1 to 200 characters, at least one visible. Stored in Unicode NFC, without surrounding spaces and without characters that change the writing direction.";
    LongText = 10_000, TextFormat::MultiLine,
        r"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]*[^\s\u0000-\u001F\u007F-\u009F][^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]*$",
        "1 to 10,000 characters, at least one visible. Line breaks become line feeds; no control characters other than tab and line feed. Stored in Unicode NFC.";
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

macro_rules! roles {
    ($($name:ident = [$($role:ident),+], $description:literal;)+) => {
        strings! { $($name = |role| role.enum_values(Some([$(Role::$role.code()),+])), $description;)+ }
    };
}

roles! {
    MemberRole = [Admin, Coach, Client], "A role of a member.";
    MakerRole = [Coach, Client], "The role in which a card was created.";
    SecondFactorRole = [Admin, Coach], "A role that can need a second factor.";
    InvitedRole = [Admin, Coach], "A role in an invitation. The role client comes with `clientId`.";
}

strings! {
    SupportType = |code| code.pattern(Some("^[a-z][a-z0-9-]{0,39}$")).examples(["emotional"]),
        "The code of a support type. See `showVocabulary`.";
    Email = |email| {
        let format = SchemaFormat::Custom(TextFormat::EmailAddress.name().to_owned());
        let email = email.max_length(Some(254)).format(Some(format)).examples(["saskia@example.nl"]);
        email.pattern(Some(r#"^\s*(mailto:)?[^@\s\u0000-\u001F\u007F-\u009F()<>\[\]:;\\,"]+@[^@\s\u0000-\u002C\u002F\u003A-\u0040\u005B-\u0060\u007B-\u009F]+\s*$"#))
    }, "An email address. Case, surrounding spaces and a `mailto:` prefix are ignored; an internationalized domain may be in Unicode or punycode. No invisible characters.";
    TimeZone = |zone| {
        let format = SchemaFormat::Custom(TextFormat::TimeZone.name().to_owned());
        zone.max_length(Some(40)).format(Some(format)).examples(["Europe/Amsterdam"])
    }, "A time zone of the IANA database, as Area/Location, or UTC.";
    // OpenAPI 3.1 needs only the media type; client generators need this format to make it bytes.
    Binary = |file| file.format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary))), "A file.";
}

/// A request header in the OpenAPI document.
pub(crate) fn request_header(name: &str, required: Required, description: &str, schema: ObjectBuilder) -> Parameter {
    let header = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Header).required(required);
    header.description(Some(description)).schema(Some(schema.schema_type(Type::String))).build()
}
