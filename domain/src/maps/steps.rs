use super::WholeMap;
use crate::supporters::Answers;
use crate::vocabulary::{BuiltInSupport, StepState, SupportType};
use std::collections::HashSet;

/// How far one of the five steps is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepProgress {
    /// Which step.
    pub step: Step,
    /// How far.
    pub state: StepState,
}

impl WholeMap {
    /// How far each of the five steps is, in their order. Derived anew from what is on the map: no step gates another.
    #[must_use]
    pub fn steps(&self) -> [StepProgress; 5] {
        [
            (Step::Who, self.who()),
            (Step::Closeness, self.of_everyone(|answers| answers.closeness.is_some())),
            (Step::Support, self.of_everyone(|answers| answers.supports.is_some())),
            (Step::Situation, self.situation()),
            (Step::Card, self.card()),
        ]
        .map(|(step, state)| StepProgress { step, state })
    }

    fn who(&self) -> StepState {
        match (self.map.everyone_named, self.supporters.is_empty()) {
            (Some(true), _) => StepState::Done,
            (Some(false) | None, true) => StepState::Empty,
            (Some(false) | None, false) => StepState::Started,
        }
    }

    /// Nobody at all is everyone, once the client says so.
    fn of_everyone(&self, answered: impl Fn(&Answers) -> bool) -> StepState {
        let count = self.supporters.iter().filter(|supporter| answered(&supporter.answers)).count();
        match (count, self.supporters.len()) {
            (0, 0) if self.map.everyone_named == Some(true) => StepState::Done,
            (0, _) => StepState::Empty,
            (some, all) if some < all => StepState::Started,
            (_, _) => StepState::Done,
        }
    }

    fn situation(&self) -> StepState {
        let contact = self.of_everyone(|answers| {
            answers.contact_frequency.is_some() && answers.tension.is_some() && answers.burden.is_some()
        });
        let any_contact = self.supporters.iter().map(|supporter| &supporter.answers).any(|answers| {
            answers.contact_frequency.is_some() || answers.tension.is_some() || answers.burden.is_some()
        });
        let stated: HashSet<_> = self.needs.iter().map(|need| &need.support_type).collect();
        let every_need = BuiltInSupport::ALL.iter().all(|word| stated.contains(&SupportType::from(*word)));
        let every_tie = !self.ties.is_empty() || self.map.every_tie_named == Some(true);
        if contact == StepState::Done && every_need && every_tie {
            StepState::Done
        } else if any_contact || !stated.is_empty() || every_tie {
            StepState::Started
        } else {
            StepState::Empty
        }
    }

    fn card(&self) -> StepState {
        match (self.agreements.is_empty(), self.map.review_on) {
            (true, None) => StepState::Empty,
            (false, Some(_)) => StepState::Done,
            (true, Some(_)) | (false, None) => StepState::Started,
        }
    }
}

crate::vocabulary::words! {
    /// The five steps of making a map.
    pub enum Step {
        /// Name people.
        Who = "who", "Wie?", "Who?";
        /// Place each in a ring.
        Closeness = "closeness", "Hoe dichtbij?", "How close?";
        /// Which support, and could I ask.
        Support = "support", "Waarvoor?", "For what?";
        /// Contact, tension, burden, ties, needs.
        Situation = "situation", "Hoe is het?", "How is it?";
        /// The card and the agreements.
        Card = "card", "Mijn kaart en afspraken", "My card and agreements";
    }
}
