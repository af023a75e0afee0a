use crate::accounts::NamedUser;
use crate::agreements::Agreement;
use crate::assignments::Assignment;
use crate::caseload::{LastCard, OpenAgreements};
use crate::clients::Client;
use crate::maps::{Map, StepFacts};
use crate::{ShortText, SupporterId};

/// A client with the maps that the caller may see and what is on them, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The client.
    pub client: Client,
    /// The maps, the one last worked on first.
    pub maps: Vec<MapOverview>,
    /// How many agreements on them are open.
    pub open: OpenAgreements,
    /// Those agreements, the first day first and those without a day last; at most [`crate::MAX_PAGE`].
    pub agreements: Vec<AgreementOverview>,
    /// The assignments of the coaches who work with the client now, in order of id.
    pub coaches: Vec<Assignment>,
}

/// A map without what is on it, but for its counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapOverview {
    /// The map.
    pub map: Map,
    /// Who made the last change of anything on it; none if it was not recorded.
    pub updated_by: Option<NamedUser>,
    /// What the states of its steps follow from, and how many supporters it has.
    pub facts: StepFacts,
    /// The card of it made last.
    pub last_card: Option<LastCard>,
}

/// An open agreement with who is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementOverview {
    /// The agreement.
    pub agreement: Agreement,
    /// Who is asked, if anybody in particular.
    pub supporter: Option<NamedSupporter>,
}

/// A supporter by id, with the alias of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSupporter {
    /// The supporter.
    pub id: SupporterId,
    /// The alias.
    pub name: ShortText,
}
