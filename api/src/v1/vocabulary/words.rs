use crate::entity_tag;
use crate::response::Versioned;
use crate::schema;
use domain::Version;
use domain::access::{Basis, Capacity, Role, Scope};
use domain::access_log::ActorKind;
use domain::audit::Outcome;
use domain::maps::{Prompt, Step};
use domain::support_types::{SupportTypeEntry, Vocabulary};
use domain::vocabulary::{self, Label, LifeDomain, Scale, SupportType};
use domain::{
    cards, caseload, consents, erasure_requests, erasures, events, helpers, insights, invitations, log_ins, mail,
    organisations, second_factors, sessions,
};
use serde::Serialize;
use std::sync::LazyLock;
use utoipa::ToSchema;

/// A label in both languages.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Labels)]
pub(super) struct LabelsView {
    /// Dutch.
    #[schema(example = "Buur")]
    nl: String,
    /// English.
    #[schema(example = "Neighbour")]
    en: String,
}

/// A word with its labels.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Word)]
pub(super) struct WordView {
    /// As in the API.
    #[schema(example = "neighbour")]
    code: &'static str,
    labels: LabelsView,
}

/// A number of a scale with its labels.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GradeWord)]
pub(super) struct GradeView {
    /// As in the API.
    #[schema(minimum = 0, maximum = 4, example = 2)]
    grade: i16,
    labels: LabelsView,
}

/// A step with its labels and questions.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StepWord)]
pub(super) struct StepWordView {
    /// As in the API.
    #[schema(value_type = schema::Step)]
    code: Step,
    labels: LabelsView,
    /// The questions to the client, in order.
    #[schema(min_items = 1)]
    prompts: Vec<PromptView>,
}

/// A question to the client.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Prompt)]
pub(super) struct PromptView {
    /// The life domain of the question, in step one; null if it is about none, such as "Whom did you forget?".
    #[schema(value_type = Option<schema::LifeDomain>, required)]
    life_domain: Option<LifeDomain>,
    /// The question.
    texts: LabelsView,
}

/// A support type with its labels.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = SupportTypeWord)]
pub(in crate::v1) struct SupportTypeView {
    /// As in the API.
    #[schema(value_type = schema::SupportType)]
    code: SupportType,
    labels: LabelsView,
    /// Whether every organisation has it.
    built_in: bool,
}

/// Every list of words that the API uses, each in its order.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Vocabulary)]
pub(super) struct VocabularyView {
    /// What a person is to the client.
    relationships: Vec<WordView>,
    /// How close a supporter is.
    closenesses: Vec<WordView>,
    /// The part of life in which the client meets a person.
    life_domains: Vec<WordView>,
    /// The direction of support, seen from the client.
    directions: Vec<WordView>,
    /// Whether the client could ask for it.
    availabilities: Vec<WordView>,
    /// How often there is contact.
    contact_frequencies: Vec<WordView>,
    /// How much the client needs of a support type.
    #[schema(min_items = 4, max_items = 4)]
    need_levels: Vec<GradeView>,
    /// The tension with a supporter.
    #[schema(min_items = 5, max_items = 5)]
    tensions: Vec<GradeView>,
    /// How much a supporter carries.
    #[schema(min_items = 5, max_items = 5)]
    burdens: Vec<GradeView>,
    /// How well two supporters know each other.
    #[schema(min_items = 5, max_items = 5)]
    tie_strengths: Vec<GradeView>,
    /// Status of an agreement.
    agreement_statuses: Vec<WordView>,
    /// The steps of making a map, each with its questions.
    #[schema(min_items = 5, max_items = 5)]
    steps: Vec<StepWordView>,
    /// Progress of a step.
    step_states: Vec<WordView>,
    /// What perceived availability makes of a need.
    coverage_states: Vec<WordView>,
    /// The rules for observations about a map.
    rules: Vec<WordView>,
    /// Why a helper has this rank.
    reasons: Vec<WordView>,
    /// What can change from one card to another.
    change_kinds: Vec<WordView>,
    /// The kinds of events in a stream.
    event_kinds: Vec<WordView>,
    /// Why a client may need attention.
    attention: Vec<WordView>,
    /// The orders of a caseload.
    caseload_sorts: Vec<WordView>,
    /// The roles of members and of makers of cards.
    roles: Vec<WordView>,
    /// What confirmed a log-in.
    confirmations: Vec<WordView>,
    /// How a client gave a consent.
    consent_manners: Vec<WordView>,
    /// Why a request for erasure is refused.
    erasure_refusal_grounds: Vec<WordView>,
    /// Why a record was erased.
    erasure_bases: Vec<WordView>,
    /// What a consent allows its receiver.
    consent_purposes: Vec<WordView>,
    /// What an integration may do.
    integration_scopes: Vec<WordView>,
    /// How the secret of an invitation reaches the invited person.
    deliveries: Vec<WordView>,
    /// What an import of people to invite does with a row.
    import_outcomes: Vec<WordView>,
    /// The capacities in which a request is made, in the access log.
    capacities: Vec<WordView>,
    /// What an authorization rests on.
    bases: Vec<WordView>,
    /// The outcomes of an operation.
    outcomes: Vec<WordView>,
    /// The kinds of actors.
    actor_kinds: Vec<WordView>,
    /// The state of a mail.
    mail_states: Vec<WordView>,
    /// What a session was started for.
    session_kinds: Vec<WordView>,
    /// With what a user proved who they are.
    factors: Vec<WordView>,
    /// Whether a session has or needs a second factor.
    second_factor_states: Vec<WordView>,
    /// Whether an organisation's members have access.
    organisation_statuses: Vec<WordView>,
    /// Whom sentences address.
    audiences: Vec<WordView>,
    /// The languages of responses.
    languages: Vec<WordView>,
    /// The organisation's support types: the built-in ones first.
    support_types: Vec<SupportTypeView>,
    #[serde(skip)]
    version: Version,
}

/// Tells the words of this release from those of another.
static RELEASE: LazyLock<String> = LazyLock::new(|| {
    let support_types = vocabulary::BuiltInSupport::ALL.iter().map(|word| (*word).into()).collect();
    let words = VocabularyView::from(Vocabulary { support_types, version: 0 });
    entity_tag::of_bytes(&serde_json::to_vec(&words).unwrap_or_default())
});

impl Versioned for VocabularyView {
    fn version(&self) -> Version {
        self.version
    }

    fn tag(&self) -> String {
        format!("{}-{}", self.version, *RELEASE)
    }
}

macro_rules! list {
    ($words:ty) => {
        <$words>::ALL.iter().map(|word| WordView { code: word.code(), labels: word.label().into() }).collect()
    };
}

impl From<Vocabulary> for VocabularyView {
    fn from(own: Vocabulary) -> Self {
        let mut roles: Vec<WordView> = list!(Role);
        // Nobody is an operator in an organisation.
        roles.retain(|role| role.code != Role::Operator.code());
        Self {
            relationships: list!(vocabulary::Relationship),
            closenesses: list!(vocabulary::Closeness),
            life_domains: list!(vocabulary::LifeDomain),
            directions: list!(vocabulary::Direction),
            availabilities: list!(vocabulary::Availability),
            contact_frequencies: list!(vocabulary::ContactFrequency),
            need_levels: grades(&vocabulary::NEED_LEVELS),
            tensions: grades(&vocabulary::TENSIONS),
            burdens: grades(&vocabulary::BURDENS),
            tie_strengths: grades(&vocabulary::TIE_STRENGTHS),
            agreement_statuses: list!(vocabulary::AgreementStatus),
            steps: Step::ALL.iter().copied().map(Into::into).collect(),
            step_states: list!(vocabulary::StepState),
            coverage_states: list!(insights::CoverageState),
            rules: list!(insights::Rule),
            reasons: list!(helpers::ReasonCode),
            change_kinds: list!(cards::ChangeKind),
            event_kinds: list!(events::EventKind),
            attention: list!(caseload::Attention),
            caseload_sorts: list!(caseload::Sort),
            roles,
            confirmations: list!(log_ins::Confirmation),
            consent_manners: list!(consents::Manner),
            erasure_refusal_grounds: list!(erasure_requests::RefusalGround),
            erasure_bases: list!(erasures::ErasureBasis),
            consent_purposes: list!(consents::Purpose),
            integration_scopes: list!(Scope),
            deliveries: list!(invitations::Delivery),
            import_outcomes: list!(invitations::ImportOutcome),
            capacities: list!(Capacity),
            bases: list!(Basis),
            outcomes: list!(Outcome),
            actor_kinds: list!(ActorKind),
            mail_states: list!(mail::MailState),
            session_kinds: list!(sessions::SessionKind),
            factors: list!(sessions::Factor),
            second_factor_states: list!(second_factors::SecondFactorState),
            organisation_statuses: list!(organisations::OrganisationStatus),
            audiences: list!(vocabulary::Audience),
            languages: list!(vocabulary::Language),
            support_types: own.support_types.into_iter().map(Into::into).collect(),
            version: own.version,
        }
    }
}

fn grades<const MAX: i16>(scale: &Scale<MAX>) -> Vec<GradeView> {
    scale.grades().map(|(grade, label)| GradeView { grade, labels: label.into() }).collect()
}

impl From<Step> for StepWordView {
    fn from(step: Step) -> Self {
        let prompts = step.prompts().into_iter().map(Into::into).collect();
        Self { code: step, labels: step.label().into(), prompts }
    }
}

impl From<Prompt> for PromptView {
    fn from(prompt: Prompt) -> Self {
        Self { life_domain: prompt.life_domain, texts: prompt.text.into() }
    }
}

impl From<SupportTypeEntry> for SupportTypeView {
    fn from(entry: SupportTypeEntry) -> Self {
        Self { code: entry.code, labels: entry.label.into(), built_in: entry.built_in }
    }
}

impl From<Label> for LabelsView {
    fn from(label: Label) -> Self {
        Self { nl: label.nl, en: label.en }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;
    use std::collections::BTreeSet;

    /// Words of programs, not of people: the forms of answers, places in a request, what is done with a record that exists, and the
    /// codes of errors, each of which comes with its text.
    const TECHNICAL: [&[&str]; 10] = [
        &["json", "svg", "png", "pdf", "zip", "graphml"],
        &["screen", "a4", "wallet", "phone"],
        &["tension", "burden", "refusals"],
        &["refuse", "return"],
        &["body", "query", "path", "header"],
        &["omringd-client-1"],
        &["writes"],
        &["refresh_token", "client_credentials"],
        &["client-secret", "private-key"],
        domain::FieldCode::CODES,
    ];

    /// Every closed list of words in the document.
    fn enums(of: &Value, found: &mut Vec<Vec<String>>) {
        if let Some(words) = of.get("enum").and_then(Value::as_array) {
            found.push(words.iter().filter_map(Value::as_str).map(str::to_owned).collect());
        }
        let inside: Vec<&Value> = match of {
            Value::Object(members) => members.values().collect(),
            Value::Array(items) => items.iter().collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
        };
        inside.into_iter().for_each(|of| enums(of, found));
    }

    #[test]
    fn every_word_of_the_document_has_its_labels() {
        let words =
            serde_json::to_value(VocabularyView::from(Vocabulary { support_types: vec![], version: 1 })).unwrap();
        let codes = |list: &Value| {
            let words = list.as_array().into_iter().flatten();
            words.filter_map(|word| Some(word["code"].as_str()?.to_owned())).collect::<BTreeSet<_>>()
        };
        let lists: Vec<_> = words.as_object().unwrap().values().map(codes).collect();
        let technical = TECHNICAL.iter().map(|list| list.iter().map(|word| (*word).to_owned()).collect());
        let lists: Vec<BTreeSet<_>> = lists.into_iter().chain(technical).collect();
        let mut spoken = Vec::new();
        enums(&serde_json::to_value(crate::document()).unwrap(), &mut spoken);
        assert!(spoken.len() > 40);
        for list in spoken {
            assert!(lists.iter().any(|known| list.iter().all(|word| known.contains(word))), "no labels: {list:?}");
        }
    }

    #[test]
    fn every_label_is_there_in_both_languages() {
        let words = VocabularyView::from(Vocabulary { support_types: vec![], version: 1 });
        let text = serde_json::to_string(&words).unwrap();
        assert!(!text.contains(r#":"""#), "an empty label");
    }
}
