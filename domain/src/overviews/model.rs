use crate::accounts::NamedUser;
use crate::agreements::Agreement;
use crate::assignments::Assignment;
use crate::audit::Disclosure;
use crate::caseload::{LastCard, OpenAgreements};
use crate::clients::Client;
use crate::maps::{Map, StepFacts};
use crate::{ShortText, SupporterId};

/// A client with a summary of the maps visible to the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The client.
    pub client: Client,
    /// The maps, latest change first.
    pub maps: Vec<MapOverview>,
    /// The counts of open agreements on these maps.
    pub open: OpenAgreements,
    /// The open agreements, earliest due date first; at most [`crate::MAX_PAGE`].
    ///
    /// Those without a due date come last.
    pub agreements: Vec<AgreementOverview>,
    /// The current assignments of the client's coaches, ordered by id.
    pub coaches: Vec<Assignment>,
}

impl Disclosure for Overview {}

/// A map with counts of its contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapOverview {
    /// The map itself.
    pub map: Map,
    /// The user who made the last change of anything on the map; `None` if not recorded.
    pub updated_by: Option<NamedUser>,
    /// The counts from which the states of the five steps are derived.
    pub facts: StepFacts,
    /// The latest card of the map.
    pub last_card: Option<LastCard>,
}

/// An open agreement with the supporter who is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementOverview {
    /// The agreement.
    pub agreement: Agreement,
    /// The supporter who is asked, if any.
    pub supporter: Option<NamedSupporter>,
}

/// A supporter by id, with the person's alias.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSupporter {
    /// The id of the supporter.
    pub id: SupporterId,
    /// The alias of the person.
    pub name: ShortText,
}
