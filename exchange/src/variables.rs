//! The variables of a supporter, shared by CSV and GraphML.

use domain::persons::Profile;
use domain::supporters::{Answers, Intensity, Support};
use domain::vocabulary::{Availability, Closeness, ContactFrequency, Direction, LifeDomain, Relationship, SupportType};

/// The kind of a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// User-entered text.
    Text,
    /// An integer from 0 to 4.
    Number,
    /// True or false.
    Boolean,
    /// One of these codes.
    Category(&'static [&'static str]),
}

/// The name and kind of a variable.
#[derive(Clone, Debug)]
pub(crate) struct Variable {
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

/// The variables of a supporter; [`values`] returns their values in this order.
pub(crate) fn variables(types: &[SupportType]) -> Vec<Variable> {
    let variable = |name: &str, kind| Variable { name: name.to_owned(), kind };
    let mut all = vec![
        variable("name", Kind::Text),
        variable("relationship", Kind::Category(Relationship::CODES)),
        variable("lifeDomain", Kind::Category(LifeDomain::CODES)),
        variable("phone", Kind::Text),
        variable("email", Kind::Text),
        variable("note", Kind::Text),
        variable("closeness", Kind::Category(Closeness::CODES)),
        variable("contactFrequency", Kind::Category(ContactFrequency::CODES)),
        variable("tension", Kind::Number),
        variable("burden", Kind::Number),
    ];
    all.extend(types.iter().map(|code| variable(&format!("support_{code}"), Kind::Boolean)));
    for code in types {
        all.push(variable(&format!("direction_{code}"), Kind::Category(Direction::CODES)));
        all.push(variable(&format!("availability_{code}"), Kind::Category(Availability::CODES)));
    }
    all
}

/// The values, in the order of [`variables`]; `None` is unanswered.
pub(crate) fn values(profile: &Profile, answers: &Answers, types: &[SupportType]) -> Vec<Option<String>> {
    let code = |code: &str| code.to_owned();
    let number = |grade: Intensity| i16::from(grade).to_string();
    let mut all = vec![
        Some(profile.alias.as_str().to_owned()),
        profile.relationship.map(|word| code(word.code())),
        profile.life_domain.map(|word| code(word.code())),
        profile.phone.clone().map(Into::into),
        profile.email.clone().map(Into::into),
        profile.note.clone().map(Into::into),
        answers.closeness.map(|word| code(word.code())),
        answers.contact_frequency.map(|word| code(word.code())),
        answers.tension.map(number),
        answers.burden.map(number),
    ];
    let support = |code: &SupportType| answers.supports.as_ref().map(|supports| of_type(supports, code));
    all.extend(types.iter().map(|code| support(code).map(|found| found.is_some().to_string())));
    for support in types.iter().map(|code| support(code).flatten()) {
        all.push(support.and_then(|support| support.direction).map(|word| code(word.code())));
        all.push(support.and_then(|support| support.availability).map(|word| code(word.code())));
    }
    all
}

fn of_type<'a>(supports: &'a [Support], code: &SupportType) -> Option<&'a Support> {
    supports.iter().find(|support| support.support_type == *code)
}
