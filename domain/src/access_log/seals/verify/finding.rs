use crate::OrganisationId;
use chrono::{DateTime, Utc};
use std::fmt;
use uuid::Uuid;

/// What happened to the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FindingKind {
    /// A line, seal or head is not as it was.
    Edited,
    /// A line, seal or head is gone.
    Missing,
    /// A line was added among sealed ones.
    Foreign,
    /// Two lines changed places.
    Swapped,
    /// The log ends before a head that is known.
    Cut,
    /// The log is not the one that was sealed or anchored before: it does not follow from its own past.
    Forked,
    /// A head or an anchor is not signed by the key.
    BadSignature,
}

impl FindingKind {
    /// The code of the kind, such as `bad-signature`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Edited => "edited",
            Self::Missing => "missing",
            Self::Foreign => "foreign",
            Self::Swapped => "swapped",
            Self::Cut => "cut",
            Self::Forked => "forked",
            Self::BadSignature => "bad-signature",
        }
    }
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// One place where the log does not agree with its seals, its heads or its anchors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What happened.
    pub kind: FindingKind,
    /// The head, or the anchor of a head.
    pub head: Option<i64>,
    /// The organisation; the nil id for lines outside any.
    pub organisation: Option<OrganisationId>,
    /// The number of the block in the organisation.
    pub block: Option<i64>,
    /// The place of the line in the block, from 1.
    pub place: Option<i64>,
    /// The id of the line. The id of a missing line is not known.
    pub line: Option<Uuid>,
    /// The line with which it changed places.
    pub other: Option<Uuid>,
}

impl Finding {
    pub(super) fn of_head(kind: FindingKind, head: i64) -> Self {
        Self { kind, head: Some(head), organisation: None, block: None, place: None, line: None, other: None }
    }
}

/// What was verified.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The number of heads.
    pub heads: u64,
    /// The number of seals.
    pub seals: u64,
    /// The number of sealed lines.
    pub lines: u64,
    /// The number of organisations with seals, the nil id included.
    pub organisations: usize,
    /// The number of anchors.
    pub anchors: u64,
    /// The number of the last head.
    pub last_head: i64,
    /// The number of lines that are not sealed yet; no more than 100,001 are counted.
    pub unsealed: u64,
    /// The time of the oldest of them.
    pub oldest_unsealed: Option<DateTime<Utc>>,
    /// The number of findings.
    pub findings: u64,
}
