use crate::maps::{Content, Placed, Tied, WholeMap};
use crate::persons::Profile;
use crate::supporters::{Answers, Intensity};
use crate::vocabulary::SupportType;
use crate::{Cell, FieldCode, FieldError, PersonId, SupporterId, TieId};
use std::collections::HashSet;

/// People to add to a map, read from tables.
///
/// References are indices into the list of supporters, from 0.
#[derive(Clone, Debug, Default)]
pub struct NewOnMap {
    /// The supporters to add.
    pub supporters: Vec<NewSupporter>,
    /// The ties between them.
    pub ties: Vec<NewTie>,
    /// Every support type in the tables, with its cell.
    pub support_types: Vec<(SupportType, Cell)>,
}

/// A new person to place on the map.
#[derive(Clone, Debug)]
pub struct NewSupporter {
    /// The profile of the person.
    pub profile: Profile,
    /// The client's answers about them.
    pub answers: Answers,
}

/// A tie between two of the supporters.
#[derive(Clone, Debug)]
pub struct NewTie {
    /// Indices of the two supporters, from 0.
    pub supporters: [usize; 2],
    /// The strength of the tie, if answered.
    pub strength: Option<Intensity>,
}

impl NewOnMap {
    /// One error for each support type that is not in `known`.
    pub(super) fn unknown_types(&self, known: &HashSet<SupportType>) -> Vec<FieldError> {
        let unknown = self.support_types.iter().filter(|(code, _)| !known.contains(code));
        unknown.map(|(_, cell)| FieldError::in_cell("/supports", cell.clone(), FieldCode::UnknownReference)).collect()
    }

    /// The content of the map with these people added.
    pub(super) fn beside(self, whole: &WholeMap, mut new_id: impl FnMut() -> uuid::Uuid) -> Content {
        let mut content = Content {
            supporters: whole.supporters.iter().map(|s| placed(s.id, s.person_id, s.answers.clone())).collect(),
            needs: whole.needs.clone(),
            ..Content::default()
        };
        let there = whole.ties.iter();
        content.ties = there.map(|t| Tied { id: t.id, supporters: t.between.ids(), strength: t.strength }).collect();
        let mut ids = Vec::with_capacity(self.supporters.len());
        for new in self.supporters {
            let (person, supporter): (PersonId, SupporterId) = (new_id().into(), new_id().into());
            content.persons.push((person, new.profile));
            content.supporters.push(placed(supporter, person, new.answers));
            ids.push(supporter);
        }
        for tie in self.ties {
            let ends = (ids.get(tie.supporters[0]), ids.get(tie.supporters[1]));
            if let (Some(one), Some(other)) = ends {
                let id: TieId = new_id().into();
                content.ties.push(Tied { id, supporters: [*one, *other], strength: tie.strength });
            }
        }
        content
    }
}

fn placed(id: SupporterId, person_id: PersonId, answers: Answers) -> Placed {
    Placed { id, person_id, answers }
}
