use super::Candidate;
use crate::agreements::Agreement;
use crate::insights::{HIGH_BURDEN, HIGH_TENSION, at_least};
use crate::supporters::{Answers, Support};
use crate::vocabulary::{AgreementStatus, Availability, Closeness, ContactFrequency, Direction, SupportType, words};
use crate::{AgreementId, TimeZone};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// The highest burden that counts as low, on a scale of 0 to 4.
pub const LOW_BURDEN: i16 = 1;
/// The number of days for which a decline lowers the rank.
pub const DECLINED_RECENTLY_DAYS: i64 = 30;

words! {
    /// The reasons for a rank in the look-up, in display order.
    pub enum ReasonCode {
        /// The client currently receives it from them.
        ReceivedNow = "received-now", "Krijg ik nu", "Received now";
        /// The client could ask them.
        CouldAsk = "could-ask", "Zou ik kunnen vragen", "Could ask";
        /// They are named for the type; availability is unanswered.
        AvailabilityUnanswered = "availability-unanswered", "Vragen nog niet ingevuld", "Asking not answered yet";
        /// The client would not ask them.
        WouldNotAsk = "would-not-ask", "Zou ik niet vragen", "Would not ask";
        /// Their support is unanswered.
        SupportUnanswered = "support-unanswered", "Steun nog niet ingevuld", "Support not answered yet";
        /// Their support is answered without this type; they are in the inner ring.
        NotNamedForThis = "not-named-for-this", "Niet hiervoor genoemd", "Not named for this";
        /// They accepted an agreement.
        Accepted = "accepted", "Heeft toegezegd", "Said yes";
        /// They were asked and have not answered.
        Asked = "asked", "Is gevraagd", "Was asked";
        /// An agreement to ask them is planned.
        Planned = "planned", "Ga ik vragen", "To be asked";
        /// They declined recently.
        DeclinedRecently = "declined-recently", "Zei kort geleden nee", "Said no recently";
        /// The ring they are in.
        Closeness = "closeness", "Nabijheid", "Closeness";
        /// The frequency of contact.
        ContactFrequency = "contact-frequency", "Contact", "Contact";
        /// This support is mutual.
        Mutual = "mutual", "Wederzijds", "Mutual";
        /// So far the client gives this support to them.
        Given = "given", "Geef ik nu", "Given so far";
        /// Their burden is low.
        LowBurden = "low-burden", "Weinig belast", "Carries little";
        /// Their burden is high.
        HighBurden = "high-burden", "Zwaar belast", "Carries much";
        /// There is tension with them.
        Tension = "tension", "Spanning", "Tension";
    }
}

/// A reason, with the facts on which it rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The kind of reason.
    pub code: ReasonCode,
    /// The ring, for [`ReasonCode::Closeness`].
    pub closeness: Option<Closeness>,
    /// The frequency, for [`ReasonCode::ContactFrequency`].
    pub contact_frequency: Option<ContactFrequency>,
    /// The burden or tension, 0 to 4.
    pub level: Option<i16>,
    /// The agreement, for reasons about one.
    pub agreement: Option<AgreementId>,
    /// The due date of an open agreement; the date of the decline of a declined one.
    pub on: Option<NaiveDate>,
}

impl Reason {
    fn new(code: ReasonCode) -> Self {
        Self { code, closeness: None, contact_frequency: None, level: None, agreement: None, on: None }
    }
}

/// Every reason for this person and type, ordered by code. Tension and burden are included, not hidden.
pub(super) fn reasons(
    candidate: &Candidate,
    support_type: &SupportType,
    (now, zone): (DateTime<Utc>, TimeZone),
) -> Vec<Reason> {
    let answers = &candidate.answers;
    let support = candidate.support(support_type);
    let mut reasons = vec![Reason::new(standing(answers, support))];
    reasons.extend(candidate.agreements.iter().filter_map(|agreement| agreed(agreement, support_type, (now, zone))));
    reasons
        .extend(answers.closeness.map(|ring| Reason { closeness: Some(ring), ..Reason::new(ReasonCode::Closeness) }));
    reasons.extend(
        answers
            .contact_frequency
            .map(|contact| Reason { contact_frequency: Some(contact), ..Reason::new(ReasonCode::ContactFrequency) }),
    );
    reasons.extend(match support.and_then(|support| support.direction) {
        Some(Direction::Mutual) => Some(Reason::new(ReasonCode::Mutual)),
        Some(Direction::Given) => Some(Reason::new(ReasonCode::Given)),
        Some(Direction::Received) | None => None,
    });
    let graded = |code, level| Reason { level: Some(level), ..Reason::new(code) };
    let low = answers.burden.map(i16::from).filter(|burden| *burden <= LOW_BURDEN);
    reasons.extend(low.map(|level| graded(ReasonCode::LowBurden, level)));
    reasons.extend(at_least(answers.burden, HIGH_BURDEN).map(|level| graded(ReasonCode::HighBurden, level)));
    reasons.extend(at_least(answers.tension, HIGH_TENSION).map(|level| graded(ReasonCode::Tension, level)));
    // A stable sort: several agreements stay ordered by id.
    reasons.sort_by_key(|reason| reason.code);
    reasons
}

fn standing(answers: &Answers, support: Option<&Support>) -> ReasonCode {
    match (support, support.and_then(|support| support.availability)) {
        (_, Some(Availability::ReceivedNow)) => ReasonCode::ReceivedNow,
        (_, Some(Availability::CouldAsk)) => ReasonCode::CouldAsk,
        (_, Some(Availability::WouldNotAsk)) => ReasonCode::WouldNotAsk,
        (Some(_), None) => ReasonCode::AvailabilityUnanswered,
        (None, None) if answers.supports.is_none() => ReasonCode::SupportUnanswered,
        (None, None) => ReasonCode::NotNamedForThis,
    }
}

/// The reason that an agreement gives, if it concerns this type or no specific type.
fn agreed(agreement: &Agreement, support_type: &SupportType, (now, zone): (DateTime<Utc>, TimeZone)) -> Option<Reason> {
    if agreement.support_type.as_ref().is_some_and(|about| about != support_type) {
        return None;
    }
    let recent = now - agreement.updated_at <= TimeDelta::days(DECLINED_RECENTLY_DAYS);
    let (code, on) = match agreement.status {
        AgreementStatus::Accepted => (ReasonCode::Accepted, agreement.due_on),
        AgreementStatus::Asked => (ReasonCode::Asked, agreement.due_on),
        AgreementStatus::Planned => (ReasonCode::Planned, agreement.due_on),
        AgreementStatus::Declined if recent => (ReasonCode::DeclinedRecently, Some(zone.day(agreement.updated_at))),
        AgreementStatus::Declined | AgreementStatus::Done | AgreementStatus::Thanked => return None,
    };
    Some(Reason { agreement: Some(agreement.id), on, ..Reason::new(code) })
}
