//! A map with all that is on it, on paper.

use super::sheet_texts::Texts;
use domain::exports::ExportedMap;
use domain::maps::WholeMap;
use domain::support_types::SupportTypeEntry;
use domain::supporters::{Support, Supporter};
use domain::vocabulary::{BURDENS, NEED_LEVELS, SupportType, TENSIONS, TIE_STRENGTHS};
use domain::{PersonId, SupporterId};
use picture::{Column, Document};
use std::collections::HashMap;

/// Writes maps to a document.
pub(super) struct MapSheet<'a> {
    pub(super) texts: &'a Texts,
    pub(super) support_types: &'a [SupportTypeEntry],
}

/// The names of those on a map.
struct Names<'a> {
    persons: HashMap<PersonId, &'a str>,
    supporters: HashMap<SupporterId, PersonId>,
}

impl<'a> Names<'a> {
    fn on(whole: &'a WholeMap) -> Self {
        let persons = whole.persons.iter().map(|person| (person.id, person.profile.alias.as_str()));
        let supporters = whole.supporters.iter().map(|supporter| (supporter.id, supporter.person_id));
        Self { persons: persons.collect(), supporters: supporters.collect() }
    }

    fn of(&self, supporter: SupporterId) -> String {
        let name = self.supporters.get(&supporter).and_then(|person| self.persons.get(person));
        name.copied().unwrap_or_default().to_owned()
    }
}

impl MapSheet<'_> {
    /// Adds a section with the map.
    pub(super) fn add(&self, document: &mut Document, map: &ExportedMap) {
        let (texts, whole) = (self.texts, &map.whole);
        let names = Names::on(whole);
        document.heading(texts.say_of("map", "theme", whole.map.theme.as_str()));
        self.head(document, whole);
        self.supporters(document, whole, &names);
        self.ties(document, whole, &names);
        self.needs(document, whole);
        self.agreements(document, whole, &names);
        if !map.reflections.is_empty() {
            document.subheading(texts.say("reflections"));
            let words = |of: &domain::reflections::Reflection| (texts.day(of.created_at), of.text.as_str().to_owned());
            document.rows(map.reflections.iter().map(words));
        }
    }

    fn head(&self, document: &mut Document, whole: &WholeMap) {
        let texts = self.texts;
        let answer = |answer: Option<bool>| answer.map_or_else(|| texts.say("unanswered"), |yes| texts.yes_or_no(yes));
        let mut rows = vec![
            (texts.say("since"), texts.day(whole.map.created_at)),
            (texts.say("changed"), texts.day(whole.map.updated_at)),
            (texts.say("everyone-named"), answer(whole.map.everyone_named)),
            (texts.say("every-tie-named"), answer(whole.map.every_tie_named)),
        ];
        rows.extend(whole.map.review_on.map(|on| (texts.say("review"), texts.date(on))));
        document.rows(rows);
    }

    fn supporters(&self, document: &mut Document, whole: &WholeMap, names: &Names<'_>) {
        let texts = self.texts;
        if whole.supporters.is_empty() {
            return document.paragraph(texts.say("nobody-on-map"));
        }
        document.subheading(texts.say("on-map"));
        let columns = vec![
            Column::new(texts.say("name"), 3),
            Column::new(texts.say("closeness"), 4),
            Column::new(texts.say("support"), 6),
        ];
        let row = |of: &Supporter| vec![names.of(of.id), self.closeness(of), self.supports(of)];
        document.table(columns, whole.supporters.iter().map(row));
    }

    /// Ring, contact, tension and burden, as far as they are answered.
    fn closeness(&self, of: &Supporter) -> String {
        let (texts, answers) = (self.texts, &of.answers);
        let said = [
            answers.closeness.map(|ring| texts.label(&ring.label())),
            answers
                .contact_frequency
                .map(|often| texts.say_of("contact", "often", texts.label(&often.label()).to_lowercase())),
            answers.tension.map(|tension| texts.grade(&TENSIONS, tension.into())),
            answers.burden.map(|burden| texts.grade(&BURDENS, burden.into())),
        ];
        said.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    /// A line for each support.
    fn supports(&self, of: &Supporter) -> String {
        let texts = self.texts;
        let line = |support: &Support| {
            let said = [
                support.direction.map(|direction| texts.label(&direction.label())),
                support.availability.map(|available| texts.label(&available.label())),
            ];
            let said: Vec<_> = said.into_iter().flatten().map(|label| label.to_lowercase()).collect();
            let name = self.support_type(&support.support_type);
            if said.is_empty() { name } else { format!("{name}: {}", said.join(", ")) }
        };
        match &of.answers.supports {
            None => texts.say("unanswered"),
            Some(supports) if supports.is_empty() => texts.say("nothing"),
            Some(supports) => supports.iter().map(line).collect::<Vec<_>>().join("\n"),
        }
    }

    fn ties(&self, document: &mut Document, whole: &WholeMap, names: &Names<'_>) {
        let texts = self.texts;
        if whole.ties.is_empty() {
            return;
        }
        document.subheading(texts.say("ties"));
        let columns = vec![
            Column::new(texts.say("name"), 3),
            Column::new(texts.say("name"), 3),
            Column::new(texts.say("strength"), 4),
        ];
        let row = |tie: &domain::ties::Tie| {
            let strength = tie.strength.map(|strength| texts.grade(&TIE_STRENGTHS, strength.into()));
            let [one, other] = tie.between.ids().map(|id| names.of(id));
            vec![one, other, strength.unwrap_or_default()]
        };
        document.table(columns, whole.ties.iter().map(row));
    }

    fn needs(&self, document: &mut Document, whole: &WholeMap) {
        if !whole.needs.is_empty() {
            document.subheading(self.texts.say("needs"));
            let need = |need: &domain::needs::Need| {
                (self.support_type(&need.support_type), self.texts.grade(&NEED_LEVELS, need.level.into()))
            };
            document.rows(whole.needs.iter().map(need));
        }
    }

    fn agreements(&self, document: &mut Document, whole: &WholeMap, names: &Names<'_>) {
        let texts = self.texts;
        if whole.agreements.is_empty() {
            return;
        }
        document.subheading(texts.say("agreements"));
        let columns = vec![
            Column::new(texts.say("what"), 6),
            Column::new(texts.say("who"), 3),
            Column::new(texts.say("before"), 3),
            Column::new(texts.say("status"), 2),
        ];
        let row = |agreement: &domain::agreements::Agreement| {
            let who = agreement.supporter_id.map(|id| names.of(id));
            let what = agreement.support_type.as_ref().map(|of| self.support_type(of));
            vec![
                agreement.text.as_str().to_owned(),
                who.into_iter().chain(what).collect::<Vec<_>>().join("\n"),
                agreement.due_on.map(|on| texts.date(on)).unwrap_or_default(),
                texts.label(&agreement.status.label()),
            ]
        };
        document.table(columns, whole.agreements.iter().map(row));
    }

    fn support_type(&self, code: &SupportType) -> String {
        let entry = self.support_types.iter().find(|entry| entry.code == *code);
        entry.map_or_else(|| code.code().to_owned(), |entry| self.texts.label(&entry.label))
    }
}
