use super::Candidate;
use crate::agreements::Agreement;
use crate::insights::{HIGH_BURDEN, HIGH_TENSION, at_least};
use crate::supporters::{Answers, Support};
use crate::vocabulary::{AgreementStatus, Availability, Closeness, ContactFrequency, Direction, SupportType, words};
use crate::{AgreementId, TimeZone};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// Up to this grade, of 4, a burden is low.
pub const LOW_BURDEN: i16 = 1;
/// For so many days a "no" speaks against asking again.
pub const DECLINED_RECENTLY_DAYS: i64 = 30;

words! {
    /// Why somebody stands where they stand in the look-up, in the order in which reasons are given.
    pub enum ReasonCode {
        /// The client receives it from them at present.
        ReceivedNow = "received-now", "Krijg ik nu", "Received now";
        /// The client could ask.
        CouldAsk = "could-ask", "Zou ik kunnen vragen", "Could ask";
        /// They were named for it; whether the client could ask was not answered.
        AvailabilityUnanswered = "availability-unanswered", "Vragen nog niet ingevuld", "Asking not answered yet";
        /// The client would not ask.
        WouldNotAsk = "would-not-ask", "Zou ik niet vragen", "Would not ask";
        /// For what they are there was not answered at all.
        SupportUnanswered = "support-unanswered", "Steun nog niet ingevuld", "Support not answered yet";
        /// What they are there for was answered and this is not among it; they stand close all the same.
        NotNamedForThis = "not-named-for-this", "Niet hiervoor genoemd", "Not named for this";
        /// They promised it.
        Accepted = "accepted", "Heeft toegezegd", "Said yes";
        /// They were asked and have not answered.
        Asked = "asked", "Is gevraagd", "Was asked";
        /// They are to be asked.
        Planned = "planned", "Ga ik vragen", "To be asked";
        /// They said no not long ago.
        DeclinedRecently = "declined-recently", "Zei kort geleden nee", "Said no recently";
        /// Which ring they are in.
        Closeness = "closeness", "Nabijheid", "Closeness";
        /// How often there is contact.
        ContactFrequency = "contact-frequency", "Contact", "Contact";
        /// This support goes both ways.
        Mutual = "mutual", "Wederzijds", "Mutual";
        /// So far the client gives it to them.
        Given = "given", "Geef ik nu", "Given so far";
        /// They carry little.
        LowBurden = "low-burden", "Weinig belast", "Carries little";
        /// They carry much.
        HighBurden = "high-burden", "Zwaar belast", "Carries much";
        /// There is tension.
        Tension = "tension", "Spanning", "Tension";
    }
}

/// A reason, with the facts it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Which.
    pub code: ReasonCode,
    /// For [`ReasonCode::Closeness`].
    pub closeness: Option<Closeness>,
    /// For [`ReasonCode::ContactFrequency`].
    pub contact_frequency: Option<ContactFrequency>,
    /// The burden or tension, 0 to 4.
    pub level: Option<i16>,
    /// The agreement.
    pub agreement: Option<AgreementId>,
    /// By when, of an agreement to come; when they said no, of one declined.
    pub on: Option<NaiveDate>,
}

impl Reason {
    fn new(code: ReasonCode) -> Self {
        Self { code, closeness: None, contact_frequency: None, level: None, agreement: None, on: None }
    }
}

/// Every reason about this person for this type, in order of code. Tension and burden are among them: they are named
/// and not hidden.
pub(super) fn reasons(
    somebody: &Candidate,
    support_type: &SupportType,
    (now, zone): (DateTime<Utc>, TimeZone),
) -> Vec<Reason> {
    let answers = &somebody.answers;
    let support = somebody.support(support_type);
    let mut reasons = vec![Reason::new(standing(answers, support))];
    reasons.extend(somebody.agreements.iter().filter_map(|agreement| agreed(agreement, support_type, (now, zone))));
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
    // Stable: several agreements stay in order of id.
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

/// What an agreement says, if it is about this type or about none in particular.
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
