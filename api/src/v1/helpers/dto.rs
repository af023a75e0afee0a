use crate::audience::Localizer;
use crate::response::List;
use crate::schema;
use chrono::{DateTime, NaiveDate, Utc};
use domain::ShortText;
use domain::helpers::{Found, Helper, Reason, ReasonCode};
use domain::maps::Map;
use domain::persons::dial;
use domain::vocabulary::{Closeness, ContactFrequency, Language, Relationship, SupportType};
use fluent_bundle::FluentArgs;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Who could help: with the requested need, or with every need of the organisation.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = HelpersAnswer)]
pub(super) enum AnswerView {
    /// With one need.
    #[schema(title = "OneNeed")]
    One(FoundView),
    /// With every need, in the order of the vocabulary.
    #[schema(title = "EveryNeed")]
    Every(List<FoundView>),
}

/// Who could help with one need.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = HelpersFound)]
pub(super) struct FoundView {
    #[schema(value_type = schema::SupportType)]
    support_type: SupportType,
    /// Its label in the language of the request.
    label: String,
    /// The maps that were searched, changed last first: at most 50 non-empty maps that the caller may see, or the one
    /// in `mapId`.
    maps: Vec<MapLookedUpView>,
    /// Everyone named for this need, best first. Those the client would not ask come last.
    helpers: Vec<HelperView>,
    /// Others to consider: supporters without an answer for this need, or in the inner ring and named for other support
    /// types.
    others: Vec<HelperView>,
}

/// A map that was searched.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = MapLookedUp)]
pub(super) struct MapLookedUpView {
    id: Uuid,
    #[schema(value_type = schema::ShortText)]
    theme: ShortText,
    /// When anything on it last changed.
    updated_at: DateTime<Utc>,
}

/// A person who could help.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Helper)]
pub(super) struct HelperView {
    /// The supporter, of the maps they are on, whose answer for this need counts: the newest.
    supporter_id: Uuid,
    person_id: Uuid,
    /// When the supporter last changed.
    answered_at: DateTime<Utc>,
    /// The maps they are on, among those in `maps`.
    #[schema(min_items = 1)]
    map_ids: Vec<Uuid>,
    #[schema(value_type = schema::ShortText)]
    alias: ShortText,
    #[schema(value_type = Option<schema::Relationship>, required)]
    relationship: Option<Relationship>,
    /// As entered.
    #[schema(value_type = Option<schema::ShortText>, required)]
    phone: Option<ShortText>,
    /// A `tel:` URI for the number; null if there is none in `phone`. Without a country code the number is Dutch.
    #[schema(required, pattern = "^tel:[+0-9;=a-z]+$", example = "tel:+31612345678")]
    call: Option<String>,
    #[schema(value_type = Option<schema::ShortText>, required)]
    email: Option<ShortText>,
    /// The reasons for the rank, including tension and burden.
    #[schema(min_items = 1)]
    reasons: Vec<ReasonView>,
}

/// A reason with its data; the data of other reasons is null.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Reason)]
pub(super) struct ReasonView {
    #[schema(value_type = schema::ReasonCode)]
    code: ReasonCode,
    /// In the language of the request, for its audience.
    sentence: String,
    #[schema(value_type = Option<schema::Closeness>, required)]
    closeness: Option<Closeness>,
    #[schema(value_type = Option<schema::ContactFrequency>, required)]
    contact_frequency: Option<ContactFrequency>,
    /// The burden or tension.
    #[schema(minimum = 0, maximum = 4, required)]
    level: Option<i16>,
    #[schema(required)]
    agreement_id: Option<Uuid>,
    /// The due date of an open agreement; the date on which a declined one was declined.
    #[schema(required)]
    on: Option<NaiveDate>,
}

impl FoundView {
    pub(super) fn new(found: Found, voice: Localizer) -> Self {
        let label = found.support_type.label.text(voice.language).to_owned();
        let views = |helpers: Vec<Helper>| {
            helpers.into_iter().map(|helper| HelperView::new(helper, &label, voice)).collect::<Vec<_>>()
        };
        let (helpers, others) = (views(found.helpers), views(found.others));
        let maps = found.maps.into_iter().map(Into::into).collect();
        Self { support_type: found.support_type.code, maps, helpers, others, label }
    }
}

impl From<Map> for MapLookedUpView {
    fn from(map: Map) -> Self {
        Self { id: map.id.0, theme: map.theme, updated_at: map.updated_at }
    }
}

impl HelperView {
    fn new(helper: Helper, label: &str, voice: Localizer) -> Self {
        let profile = helper.person.profile;
        let reason = |reason: &Reason| ReasonView::new(reason, profile.alias.as_str(), label, voice);
        Self {
            reasons: helper.reasons.iter().map(reason).collect(),
            supporter_id: helper.supporter.0,
            answered_at: helper.answered_at,
            map_ids: helper.maps.iter().map(|id| id.0).collect(),
            call: profile.phone.as_ref().and_then(|phone| dial(phone.as_str())),
            person_id: helper.person.id.0,
            alias: profile.alias,
            relationship: profile.relationship,
            phone: profile.phone,
            email: profile.email,
        }
    }
}

impl ReasonView {
    fn new(of: &Reason, name: &str, label: &str, voice: Localizer) -> Self {
        let mut args = FluentArgs::new();
        args.set("name", name);
        args.set("type", label);
        args.set("closeness", of.closeness.map(Closeness::code).unwrap_or_default());
        args.set("contact", of.contact_frequency.map(ContactFrequency::code).unwrap_or_default());
        args.set(
            "date",
            of.on.map(|date| date.format(date_format(voice.language)).to_string()).unwrap_or("none".to_owned()),
        );
        Self {
            code: of.code,
            sentence: voice.say(&format!("reason-{}", of.code.code()), &args),
            closeness: of.closeness,
            contact_frequency: of.contact_frequency,
            level: of.level,
            agreement_id: of.agreement.map(|id| id.0),
            on: of.on,
        }
    }
}

/// How people write a date in this language.
fn date_format(language: Language) -> &'static str {
    match language {
        Language::Dutch => "%d-%m-%Y",
        Language::English => "%-d %B %Y",
    }
}
