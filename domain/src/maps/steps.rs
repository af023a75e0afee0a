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

/// What the states of the five steps follow from: answers and counts of one map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StepFacts {
    /// "I have named everyone".
    pub everyone_named: Option<bool>,
    /// "I have named every tie".
    pub every_tie_named: Option<bool>,
    /// Whether there is a day to look again.
    pub review_planned: bool,
    /// How many supporters.
    pub supporters: usize,
    /// How many of them are in a ring.
    pub placed: usize,
    /// Of how many it is answered which support there is.
    pub supports_answered: usize,
    /// Of how many contact, tension and burden are all answered.
    pub situation_answered: usize,
    /// Of how many at least one of those is.
    pub situation_begun: usize,
    /// Of how many types of support the need is stated.
    pub needs: usize,
    /// How many of those types are built in.
    pub built_in_needs: usize,
    /// Whether there is any tie.
    pub ties: bool,
    /// Whether there is any agreement.
    pub agreements: bool,
}

impl WholeMap {
    /// How far each of the five steps is, in their order. Derived anew from what is on the map: no step gates another.
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
    /// How far each of the five steps is, in their order.
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

    /// Nobody at all is everyone, once the client says so.
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
        /// Which support, and could I ask.
        Support = "support", "Waarvoor?", "For what?";
        /// Contact, tension, burden, ties, needs.
        Situation = "situation", "Hoe is het?", "How is it?";
        /// The card and the agreements.
        Card = "card", "Mijn kaart en afspraken", "My card and agreements";
    }
}
