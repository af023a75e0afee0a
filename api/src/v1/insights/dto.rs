use super::sentences::Speaker;
use crate::audience::Localizer;
use crate::response::Versioned;
use crate::schema;
use domain::insights::{
    Composition, Concentration, Consequence, Coverage, CoverageState, Insights, MapAbsence, Measures, Observation, Rule,
};
use domain::needs::Level;
use domain::vocabulary::SupportType;
use domain::{SupporterId, Version};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Insights into a map. An undefined measure is null; an unanswered question never counts as "no".
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Insights)]
pub(super) struct InsightsView {
    map_id: Uuid,
    /// Every support type of the organisation, in the order of the vocabulary.
    coverage: Vec<CoverageView>,
    measures: MeasuresView,
    /// Observations, as questions to talk about, in the order of the rules. None are about persons who belong to the
    /// past.
    observations: Vec<ObservationView>,
    #[serde(skip)]
    tag: Tag,
}

/// Who could give one type of support, as the client perceives it. Excludes persons who belong to the past.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Coverage)]
pub(super) struct CoverageView {
    #[schema(value_type = schema::SupportType)]
    support_type: SupportType,
    /// Its label in the language of the request.
    label: String,
    /// The level of the need; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 3, required)]
    need: Option<Level>,
    #[schema(value_type = schema::CoverageState)]
    state: CoverageState,
    /// Supporters with `received-now` or `could-ask`.
    available: Vec<Uuid>,
    /// Supporters the client would not ask.
    would_not_ask: Vec<Uuid>,
    /// Supporters without an answer.
    unanswered: Vec<Uuid>,
}

/// Measures over the map, without the client. Structural measures include persons who belong to the past, because they
/// are on the map.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Measures)]
pub(super) struct MeasuresView {
    /// n, the number of supporters.
    supporters: usize,
    /// t, the number of ties among them.
    ties: usize,
    /// t / (n(n−1)/2); null for fewer than two supporters.
    #[schema(minimum = 0, maximum = 1, required)]
    density: Option<f64>,
    /// What the supporters are to the client.
    relationships: CompositionView,
    /// The rings of the supporters.
    closenesses: CompositionView,
    /// n − 2t/n (Burt, 1992; Borgatti, 1997); null without supporters.
    #[schema(minimum = 1, required)]
    effective_size: Option<f64>,
    /// Connected components, including single persons.
    components: usize,
    /// Supporters without any tie.
    isolates: Vec<Uuid>,
    /// Null without any link.
    #[schema(required)]
    concentration: Option<ConcentrationView>,
    /// The share of supporters who both give and receive, among those with a known direction; null without any.
    #[schema(minimum = 0, maximum = 1, required)]
    reciprocity: Option<f64>,
    /// The mean number of support types per supporter with answered support; null without any.
    #[schema(minimum = 0, required)]
    multiplexity: Option<f64>,
}

/// Distribution of supporters over the words of a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Composition)]
pub(super) struct CompositionView {
    /// The words that occur, in the order of the vocabulary.
    counts: Vec<WordCountView>,
    /// How many were not answered.
    unanswered: usize,
    /// Σ p·log₂(1/p) over the answers, in bits (Shannon, 1948); null without answers.
    #[schema(minimum = 0, required)]
    entropy: Option<f64>,
}

/// How many supporters have one word of a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WordCount)]
pub(super) struct WordCountView {
    /// The word.
    #[schema(example = "friend")]
    code: String,
    /// How many supporters have it.
    count: usize,
}

/// How much of the support depends on one person: their share of all links. A link is one supporter with one support
/// type that is `received-now` or `could-ask`; persons who belong to the past are left out.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Concentration)]
pub(super) struct ConcentrationView {
    /// The share of all links, 0 to 1.
    #[schema(minimum = 0, maximum = 1)]
    share: f64,
    /// All links.
    links: usize,
    /// The supporters with this share: all with the same number of links.
    supporter_ids: Vec<Uuid>,
}

/// An observation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Observation)]
pub(super) struct ObservationView {
    #[schema(value_type = schema::Rule)]
    rule: Rule,
    /// In the language of the request, for its audience.
    question: String,
    facts: FactsView,
    /// Where the rule comes from.
    source: String,
}

/// The data behind an observation.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ObservationFacts)]
pub(super) struct FactsView {
    #[schema(value_type = Option<schema::SupportType>, required)]
    support_type: Option<SupportType>,
    /// The supporters concerned.
    supporter_ids: Vec<Uuid>,
    /// Supporters without an answer, if an answer could change the observation.
    unanswered_ids: Vec<Uuid>,
    /// Groups that do not know each other.
    groups: Vec<Vec<Uuid>>,
    /// The need (0–3), burden or tension (0–4).
    #[schema(minimum = 0, maximum = 4, required)]
    level: Option<i16>,
    /// The share of all support links.
    #[schema(minimum = 0, maximum = 1, required)]
    share: Option<f64>,
}

/// The effect of losing one supporter.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Absence)]
pub(super) struct AbsenceView {
    map_id: Uuid,
    supporter_id: Uuid,
    /// Every support type for which they could be asked.
    supports: Vec<ConsequenceView>,
    /// The groups into which their own group falls apart; empty if it stays connected.
    groups: Vec<Vec<Uuid>>,
    /// Open agreements with this supporter.
    agreement_ids: Vec<Uuid>,
    /// The same as sentences, in the language of the request, for its audience.
    #[schema(min_items = 1)]
    sentences: Vec<String>,
    #[serde(skip)]
    tag: Tag,
}

/// The effect on one support type.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Consequence)]
pub(super) struct ConsequenceView {
    #[schema(value_type = schema::SupportType)]
    support_type: SupportType,
    /// Its label in the language of the request.
    label: String,
    /// The level of the need; null is unanswered.
    #[schema(value_type = Option<i16>, minimum = 0, maximum = 3, required)]
    need: Option<Level>,
    #[schema(value_type = schema::CoverageState)]
    before: CoverageState,
    #[schema(value_type = schema::CoverageState)]
    after: CoverageState,
    /// Supporters who could still be asked.
    left: Vec<Uuid>,
}

/// What the bytes of an answer depend on.
#[derive(Clone, Copy, Debug)]
struct Tag {
    map: Version,
    vocabulary: Version,
    voice: Localizer,
}

impl Tag {
    fn text(self) -> String {
        let Localizer { language, audience } = self.voice;
        format!("{}-{}-{}-{}", self.map, self.vocabulary, language.code(), audience.code())
    }
}

impl Versioned for InsightsView {
    fn version(&self) -> Version {
        self.tag.map
    }

    fn tag(&self) -> String {
        self.tag.text()
    }
}

impl Versioned for AbsenceView {
    fn version(&self) -> Version {
        self.tag.map
    }

    fn tag(&self) -> String {
        self.tag.text()
    }
}

impl InsightsView {
    pub(super) fn new(of: &Insights, voice: Localizer) -> Self {
        let speaker = Speaker::new(&of.whole, &of.vocabulary, voice);
        Self {
            map_id: of.whole.map.id.0,
            coverage: of.coverage.iter().map(|of| CoverageView::new(of, &speaker)).collect(),
            measures: (&of.measures).into(),
            observations: of.observations.iter().map(|of| ObservationView::new(of, &speaker)).collect(),
            tag: Tag { map: of.whole.map.version, vocabulary: of.vocabulary.version, voice },
        }
    }
}

impl AbsenceView {
    pub(super) fn new(of: &MapAbsence, voice: Localizer) -> Self {
        let speaker = Speaker::new(&of.whole, &of.vocabulary, voice);
        Self {
            map_id: of.whole.map.id.0,
            supporter_id: of.absence.supporter.0,
            supports: of.absence.supports.iter().map(|of| ConsequenceView::new(of, &speaker)).collect(),
            groups: of.absence.groups.iter().map(|group| uuids(group)).collect(),
            agreement_ids: of.absence.agreements.iter().map(|id| id.0).collect(),
            sentences: speaker.consequences(&of.absence),
            tag: Tag { map: of.whole.map.version, vocabulary: of.vocabulary.version, voice },
        }
    }
}

impl CoverageView {
    fn new<'a>(of: &'a Coverage, speaker: &Speaker<'a>) -> Self {
        Self {
            support_type: of.support_type.clone(),
            label: speaker.label(&of.support_type).to_owned(),
            need: of.need,
            state: of.state,
            available: uuids(&of.available),
            would_not_ask: uuids(&of.would_not_ask),
            unanswered: uuids(&of.unanswered),
        }
    }
}

impl ConsequenceView {
    fn new<'a>(of: &'a Consequence, speaker: &Speaker<'a>) -> Self {
        Self {
            support_type: of.support_type.clone(),
            label: speaker.label(&of.support_type).to_owned(),
            need: of.need,
            before: of.before,
            after: of.after,
            left: uuids(&of.left),
        }
    }
}

impl ObservationView {
    fn new<'a>(of: &'a Observation, speaker: &Speaker<'a>) -> Self {
        Self {
            rule: of.rule,
            question: speaker.question(of),
            facts: FactsView {
                support_type: of.support_type.clone(),
                supporter_ids: uuids(&of.supporters),
                unanswered_ids: uuids(&of.unanswered),
                groups: of.groups.iter().map(|group| uuids(group)).collect(),
                level: of.level,
                share: of.share,
            },
            source: of.rule.source().to_owned(),
        }
    }
}

impl From<&Measures> for MeasuresView {
    fn from(of: &Measures) -> Self {
        Self {
            supporters: of.supporters,
            ties: of.ties,
            density: of.density,
            relationships: composition(&of.relationships, |word| word.code()),
            closenesses: composition(&of.closenesses, |word| word.code()),
            effective_size: of.effective_size,
            components: of.components,
            isolates: uuids(&of.isolates),
            concentration: of.concentration.as_ref().map(Into::into),
            reciprocity: of.reciprocity,
            multiplexity: of.multiplexity,
        }
    }
}

impl From<&Concentration> for ConcentrationView {
    fn from(of: &Concentration) -> Self {
        Self { share: of.share, links: of.links, supporter_ids: uuids(&of.supporters) }
    }
}

fn composition<W: Copy>(of: &Composition<W>, code: impl Fn(W) -> &'static str) -> CompositionView {
    let counts = of.counts.iter().map(|(word, count)| WordCountView { code: code(*word).to_owned(), count: *count });
    CompositionView { counts: counts.collect(), unanswered: of.unanswered, entropy: of.entropy }
}

fn uuids(of: &[SupporterId]) -> Vec<Uuid> {
    of.iter().map(|id| id.0).collect()
}
