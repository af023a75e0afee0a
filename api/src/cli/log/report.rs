//! Findings as sentences and as JSON.

use chrono::{DateTime, Utc};
use domain::access_log::seals::{Finding, FindingKind, Summary};
use serde::Serialize;
use uuid::Uuid;

/// The result as JSON.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Report<'a> {
    heads: u64,
    blocks: u64,
    lines: u64,
    organisations: usize,
    anchors: u64,
    not_sealed_yet: u64,
    oldest_not_sealed_yet: Option<DateTime<Utc>>,
    finding_count: u64,
    findings: Vec<FindingView<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct FindingView<'a> {
    kind: &'a str,
    head: Option<i64>,
    organisation_id: Option<Uuid>,
    block: Option<i64>,
    place: Option<i64>,
    line_id: Option<Uuid>,
    other_line_id: Option<Uuid>,
    message: String,
}

impl<'a> Report<'a> {
    pub(super) fn new(summary: &Summary, findings: &'a [Finding]) -> Self {
        let view = |finding: &'a Finding| FindingView {
            kind: finding.kind.code(),
            head: finding.head,
            organisation_id: finding.organisation.map(|id| id.0),
            block: finding.block,
            place: finding.place,
            line_id: finding.line,
            other_line_id: finding.other,
            message: sentence(finding),
        };
        Self {
            heads: summary.heads,
            blocks: summary.seals,
            lines: summary.lines,
            organisations: summary.organisations,
            anchors: summary.anchors,
            not_sealed_yet: summary.unsealed,
            oldest_not_sealed_yet: summary.oldest_unsealed,
            finding_count: summary.findings,
            findings: findings.iter().map(view).collect(),
        }
    }
}

/// A finding as one line: its kind, where, and what.
pub(super) fn sentence(finding: &Finding) -> String {
    let part = |name: &str, value: Option<String>| value.map(|value| format!("{name} {value}"));
    let parts = [
        part("organisation", finding.organisation.map(|id| id.to_string())),
        part("block", finding.block.map(|block| block.to_string())),
        part("place", finding.place.map(|place| place.to_string())),
        part("line", finding.line.map(|line| line.to_string())),
        part("with line", finding.other.map(|line| line.to_string())),
        part("head", finding.head.map(|head| head.to_string())),
    ];
    let place: Vec<_> = parts.into_iter().flatten().collect();
    format!("{:13} {}: {}", finding.kind, place.join(", "), meaning(finding))
}

/// What the finding means.
fn meaning(finding: &Finding) -> &'static str {
    let (of_line, of_block) = (finding.line.is_some() || finding.place.is_some(), finding.block.is_some());
    match finding.kind {
        FindingKind::Edited if of_line => "the line is not as it was sealed",
        FindingKind::Edited if of_block => "the seal of the block is not as it was made",
        FindingKind::Edited => "the head, or a seal under it, is not as it was made",
        FindingKind::Missing if of_line => "the line is gone",
        FindingKind::Missing if of_block => "the seal of the block is gone",
        FindingKind::Missing => "the head, or a seal under it, is gone",
        FindingKind::Foreign => "the line was added after the others had been sealed",
        FindingKind::Swapped => "the two lines changed places",
        FindingKind::Cut if of_block => "the head over the block is gone",
        FindingKind::Cut => "the anchor is ahead of the log: its end was cut off, or an older copy was put back",
        FindingKind::Forked if of_block => "the block does not follow from the organisation's previous one",
        FindingKind::Forked => "the log is not the one that was sealed before or anchored",
        FindingKind::BadSignature if finding.head.is_none() => "the file of anchors has a note that cannot be read",
        FindingKind::BadSignature => "the head is not signed by the key of the log",
    }
}

/// What was verified, and what could not be.
pub(super) fn verified(summary: &Summary, with_anchors: bool) -> String {
    let Summary { lines, seals, heads, organisations, anchors, unsealed, .. } = summary;
    let mut text = format!(
        "verified: {lines} line(s) in {seals} block(s) of {organisations} organisation(s) under {heads} head(s)"
    );
    if with_anchors {
        text.push_str(&format!(", compared with {anchors} anchor(s)"));
    } else {
        text.push_str("; without anchors, a log whose end was cut off cannot be found");
    }
    if let Some(oldest) = summary.oldest_unsealed {
        text.push_str(&format!("; not sealed yet: {unsealed} line(s), the oldest of {}", oldest.to_rfc3339()));
    }
    text
}
