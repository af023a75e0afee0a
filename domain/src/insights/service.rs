use super::{Absence, Coverage, Measures, Observation, absence, coverage, measures, observations};
use crate::access::Action;
use crate::audit::Disclosure;
use crate::maps::WholeMap;
use crate::support_types::Vocabulary;
use crate::vocabulary::Audience;
use crate::{Caller, Error, MapId, Ports, Result, SupporterId};

impl Disclosure for (WholeMap, Vocabulary, Audience) {}

/// The insights of a map, with the data from which they were computed.
#[derive(Clone, Debug, PartialEq)]
pub struct Insights {
    /// The map.
    pub whole: WholeMap,
    /// The organisation's support types.
    pub vocabulary: Vocabulary,
    /// The coverage of each support type.
    pub coverage: Vec<Coverage>,
    /// The network measures.
    pub measures: Measures,
    /// The observations.
    pub observations: Vec<Observation>,
    /// The audience of the sentences.
    pub audience: Audience,
}

/// The effect of an absence, with the data from which it was computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapAbsence {
    /// The map.
    pub whole: WholeMap,
    /// The organisation's support types.
    pub vocabulary: Vocabulary,
    /// The consequences.
    pub absence: Absence,
    /// The audience of the sentences.
    pub audience: Audience,
}

/// Returns the insights of a map.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, map: MapId) -> Result<Insights> {
    let (whole, vocabulary, audience) = read(ports, caller, map).await?;
    let coverage = coverage(&whole, &vocabulary.support_types);
    let measures = measures(&whole);
    let observations = observations(&whole, &coverage, &measures);
    Ok(Insights { whole, vocabulary, coverage, measures, observations, audience })
}

/// Returns the consequences if this supporter is no longer available.
///
/// # Errors
/// [`Error::NotFound`], also if the supporter is not on the map.
pub async fn what_if(ports: &Ports, caller: &Caller, map: MapId, gone: SupporterId) -> Result<MapAbsence> {
    let (whole, vocabulary, audience) = read(ports, caller, map).await?;
    let absence = absence(&whole, &vocabulary.support_types, gone).ok_or(Error::NotFound)?;
    Ok(MapAbsence { whole, vocabulary, absence, audience })
}

async fn read(ports: &Ports, caller: &Caller, map: MapId) -> Result<(WholeMap, Vocabulary, Audience)> {
    let (mut work, map) = ports.begin_on(caller, Action::ReadInsights, map).await?;
    let whole = work.maps().whole(&map).await?;
    let vocabulary = work.support_types().all().await?;
    let audience = work.authorization().audience(&map);
    work.end((whole, vocabulary, audience)).await
}
