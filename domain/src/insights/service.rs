use super::{Absence, Coverage, Measures, Observation, absence, coverage, measures, observations};
use crate::access::Action;
use crate::maps::WholeMap;
use crate::support_types::Vocabulary;
use crate::vocabulary::Audience;
use crate::{Caller, Error, MapId, Ports, Result, SupporterId};

/// What a map tells, and what it was made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Insights {
    /// The map.
    pub whole: WholeMap,
    /// The organisation's support types.
    pub vocabulary: Vocabulary,
    /// Who could give each of them.
    pub coverage: Vec<Coverage>,
    /// The measures.
    pub measures: Measures,
    /// What can be noticed.
    pub observations: Vec<Observation>,
    /// Who asks.
    pub audience: Audience,
}

/// What follows if somebody falls away, and what it was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapAbsence {
    /// The map.
    pub whole: WholeMap,
    /// The organisation's support types.
    pub vocabulary: Vocabulary,
    /// What follows.
    pub absence: Absence,
    /// Who asks.
    pub audience: Audience,
}

/// What a map tells.
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

/// What follows if this supporter falls away.
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
