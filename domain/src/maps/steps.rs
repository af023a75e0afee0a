use super::WholeMap;
use crate::supporters::Answers;
use crate::vocabulary::{BuiltInSupport, StepState, SupportType};
use std::collections::HashSet;

/// The progress of one of the five steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepProgress {
    /// The step.
    pub step: Step,
    /// The state of the step.
    pub state: StepState,
}

/// The answers and counts of a map from which the states of the five steps are derived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StepFacts {
    /// The answer to "I have named everyone".
    pub everyone_named: Option<bool>,
    /// The answer to "I have named every tie".
    pub every_tie_named: Option<bool>,
    /// Whether the map has a review date.
    pub review_planned: bool,
    /// Number of supporters.
    pub supporters: usize,
    /// Number of supporters in a ring.
    pub placed: usize,
    /// Number of supporters whose support is answered.
    pub supports_answered: usize,
    /// Number of supporters with contact, tension and burden all answered.
    pub situation_answered: usize,
    /// Number of supporters with at least one of those answered.
    pub situation_begun: usize,
    /// Number of support types with an answered need.
    pub needs: usize,
    /// Number of built-in support types with an answered need.
    pub built_in_needs: usize,
    /// Whether the map has a tie.
    pub ties: bool,
    /// Whether the map has an agreement.
    pub agreements: bool,
}

impl WholeMap {
    /// The progress of the five steps, in order, derived from the contents.
    ///
    /// No step is a precondition of another.
    #[must_use]
    pub fn steps(&self) -> [StepProgress; 5] {
        self.step_facts().steps()
    }

    fn step_facts(&self) -> StepFacts {
        let count = |holds: fn(&Answers) -> bool| self.supporters.iter().filter(|one| holds(&one.answers)).count();
        let stated: HashSet<_> = self.needs.iter().map(|need| &need.support_type).collect();
        let built_in = BuiltInSupport::ALL.iter().filter(|word| stated.contains(&SupportType::from(**word)));
        StepFacts {
            everyone_named: self.map.everyone_named,
            every_tie_named: self.map.every_tie_named,
            review_planned: self.map.review_on.is_some(),
            supporters: self.supporters.len(),
            placed: count(|answers| answers.closeness.is_some()),
            supports_answered: count(|answers| answers.supports.is_some()),
            situation_answered: count(|answers| {
                answers.contact_frequency.is_some() && answers.tension.is_some() && answers.burden.is_some()
            }),
            situation_begun: count(|answers| {
                answers.contact_frequency.is_some() || answers.tension.is_some() || answers.burden.is_some()
            }),
            needs: stated.len(),
            built_in_needs: built_in.count(),
            ties: !self.ties.is_empty(),
            agreements: !self.agreements.is_empty(),
        }
    }
}

impl StepFacts {
    /// The progress of the five steps, in order.
    #[must_use]
    pub fn steps(&self) -> [StepProgress; 5] {
        [
            (Step::Who, self.who()),
            (Step::Closeness, self.of_everyone(self.placed)),
            (Step::Support, self.of_everyone(self.supports_answered)),
            (Step::Situation, self.situation()),
            (Step::Card, self.card()),
        ]
        .map(|(step, state)| StepProgress { step, state })
    }

    fn who(&self) -> StepState {
        match (self.everyone_named, self.supporters) {
            (Some(true), _) => StepState::Done,
            (Some(false) | None, 0) => StepState::Empty,
            (Some(false) | None, _) => StepState::Started,
        }
    }

    /// An empty network is complete once the client says so.
    fn of_everyone(&self, answered: usize) -> StepState {
        match (answered, self.supporters) {
            (0, 0) if self.everyone_named == Some(true) => StepState::Done,
            (0, _) => StepState::Empty,
            (some, all) if some < all => StepState::Started,
            (_, _) => StepState::Done,
        }
    }

    fn situation(&self) -> StepState {
        let contact = self.of_everyone(self.situation_answered);
        let every_need = self.built_in_needs == BuiltInSupport::ALL.len();
        let every_tie = self.ties || self.every_tie_named == Some(true);
        if contact == StepState::Done && every_need && every_tie {
            StepState::Done
        } else if self.situation_begun > 0 || self.needs > 0 || every_tie {
            StepState::Started
        } else {
            StepState::Empty
        }
    }

    fn card(&self) -> StepState {
        match (self.agreements, self.review_planned) {
            (false, false) => StepState::Empty,
            (true, true) => StepState::Done,
            (false, true) | (true, false) => StepState::Started,
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
        /// Name the support, and whether the client could ask for it.
        Support = "support", "Waarvoor?", "For what?";
        /// Contact, tension, burden, ties, needs.
        Situation = "situation", "Hoe is het?", "How is it?";
        /// Make the card and the agreements.
        Card = "card", "Mijn kaart en afspraken", "My card and agreements";
    }
}
