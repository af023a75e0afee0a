//! The prompts of each step: questions addressed to the client, even if a coach reads them out.

use super::Step;
use crate::vocabulary::{Label, LifeDomain};

/// A question in a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The life domain it concerns, in step one.
    pub life_domain: Option<LifeDomain>,
    /// The text of the question.
    pub text: Label,
}

impl Step {
    /// The questions of this step, in order.
    #[must_use]
    pub fn prompts(self) -> Vec<Prompt> {
        let general = |texts: &[(&str, &str)]| {
            texts.iter().map(|(nl, en)| Prompt { life_domain: None, text: Label::fixed(nl, en) }).collect()
        };
        match self {
            Self::Who => LifeDomain::ALL.iter().copied().map(of_life_domain).chain([forgotten()]).collect(),
            Self::Closeness => general(&[
                (
                    "Zonder wie kunt u zich het leven moeilijk voorstellen?",
                    "Whom could you hardly imagine life without?",
                ),
                ("Wie staat dichtbij, maar niet zó dichtbij?", "Who is close, but not that close?"),
                ("Wie hoort er ook bij, op wat meer afstand?", "Who else belongs here, at a little distance?"),
            ]),
            Self::Support => general(&[
                ("Wat krijgt u nu van deze persoon?", "What do you receive from this person now?"),
                ("Wat zou u deze persoon kunnen vragen?", "What could you ask this person for?"),
                ("Wat doet u voor deze persoon?", "What do you do for this person?"),
            ]),
            Self::Situation => general(&[
                ("Hoe vaak heeft u contact?", "How often are you in touch?"),
                ("Is er spanning tussen u?", "Is there tension between you?"),
                ("Hoeveel draagt deze persoon?", "How much does this person carry?"),
                ("Wie kennen elkaar?", "Who know each other?"),
                ("Wat heeft u nodig, en wat mist u?", "What do you need, and what do you miss?"),
            ]),
            Self::Card => general(&[
                ("Wie gaat u wat vragen, en wanneer?", "Whom will you ask for what, and when?"),
                ("Wie mag uw kaart zien?", "Who may see your card?"),
                ("Wanneer kijkt u er weer naar?", "When will you look at it again?"),
            ]),
        }
    }
}

fn of_life_domain(life_domain: LifeDomain) -> Prompt {
    let (nl, en) = match life_domain {
        LifeDomain::Household => ("Met wie woont u?", "Who lives with you?"),
        LifeDomain::Family => ("Wie uit uw familie ziet of spreekt u?", "Whom of your family do you see or talk to?"),
        LifeDomain::Friends => ("Wie zijn uw vrienden?", "Who are your friends?"),
        LifeDomain::Neighbourhood => ("Wie kent u in uw buurt?", "Whom do you know in your neighbourhood?"),
        LifeDomain::Work => ("Wie kent u van uw werk?", "Whom do you know from work?"),
        LifeDomain::Education => ("Wie kent u van school of studie?", "Whom do you know from school or study?"),
        LifeDomain::Leisure => {
            ("Wie ziet u bij sport, een hobby of een vereniging?", "Whom do you meet at sports, a hobby or a club?")
        }
        LifeDomain::Faith => (
            "Met wie deelt u uw geloof of wat u belangrijk vindt?",
            "With whom do you share your faith or what matters to you?",
        ),
        LifeDomain::Online => ("Met wie heeft u online contact?", "With whom are you in touch online?"),
        LifeDomain::Care => ("Wie helpt u vanuit zorg of welzijn?", "Who helps you from care or welfare?"),
        LifeDomain::Other => ("Wie kent u nog ergens anders van?", "Whom do you know from somewhere else?"),
    };
    Prompt { life_domain: Some(life_domain), text: Label::fixed(nl, en) }
}

fn forgotten() -> Prompt {
    Prompt { life_domain: None, text: Label::fixed("Wie bent u nog vergeten?", "Whom did you forget?") }
}
