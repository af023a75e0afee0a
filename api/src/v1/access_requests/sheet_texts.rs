//! The words of the printed sheets, in the language and the time zone of their reader.

use crate::locale::message;
use chrono::{DateTime, NaiveDate, Utc};
use domain::TimeZone;
use domain::access_requests::Sheet;
use domain::vocabulary::{Label, Language, Scale};
use fluent_bundle::FluentArgs;
use picture::{Document, long_day};

/// The words of a sheet.
pub(super) struct Texts {
    language: Language,
    zone: TimeZone,
    organisation: String,
    years: i16,
}

impl Texts {
    pub(super) fn new(sheet: &Sheet, language: Language) -> Self {
        let organisation = &sheet.organisation;
        Self {
            language,
            zone: organisation.time_zone,
            organisation: organisation.name.as_str().to_owned(),
            years: organisation.retention_years.into(),
        }
    }

    /// The text `sheet-{key}`. Every text may name the organisation and its period of retention.
    pub(super) fn say(&self, key: &str) -> String {
        self.fill(key, FluentArgs::new())
    }

    /// The same, with one more name or number.
    pub(super) fn say_of(&self, key: &str, name: &'static str, value: impl Into<String>) -> String {
        let mut args = FluentArgs::new();
        args.set(name, value.into());
        self.fill(key, args)
    }

    fn fill(&self, key: &str, mut args: FluentArgs<'_>) -> String {
        args.set("organisation", self.organisation.clone());
        args.set("years", self.years.to_string());
        message(self.language, &format!("sheet-{key}"), Some(&args)).unwrap_or_default()
    }

    pub(super) fn label(&self, label: &Label) -> String {
        label.text(self.language).to_owned()
    }

    /// The label of a grade on its scale.
    pub(super) fn grade<const MAX: i16>(&self, scale: &Scale<MAX>, grade: i16) -> String {
        let labelled = scale.grades().find(|(of, _)| *of == grade);
        labelled.map(|(_, label)| self.label(&label)).unwrap_or_default()
    }

    pub(super) fn date(&self, on: NaiveDate) -> String {
        long_day(on, self.language)
    }

    /// The date in the organisation.
    pub(super) fn day(&self, at: DateTime<Utc>) -> String {
        self.date(self.zone.day(at))
    }

    /// The date and time in the organisation.
    pub(super) fn moment(&self, at: DateTime<Utc>) -> String {
        format!("{}, {}", self.day(at), self.zone.local(at).format("%H:%M"))
    }

    pub(super) fn yes_or_no(&self, answer: bool) -> String {
        if answer { self.say("yes") } else { self.say("no") }
    }

    /// Begins a sheet: its title, for whom it is and on which request.
    pub(super) fn begin(&self, title: String, sheet: &Sheet) -> Document {
        let mut document = Document::new(title, self.language, self.zone.day(sheet.at));
        let request = &sheet.request.request;
        let manner = self.label(&request.manner.label());
        let by = request.recorded_by.name.as_ref().map(|name| name.as_str()).unwrap_or_default();
        document.rows([
            (self.say("for"), sheet.client.name.as_str().to_owned()),
            (self.say("organisation"), self.organisation.clone()),
            (self.say("asked"), format!("{} ({})", self.day(request.asked_at), manner.to_lowercase())),
            (self.say("recorded"), format!("{} ({by})", self.day(request.recorded_at))),
            (self.say("printed"), self.moment(sheet.at)),
        ]);
        document
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The keys that a source names.
    fn keys(source: &str) -> BTreeSet<&str> {
        let calls = ["say(\"", "say_of(\""].into_iter().flat_map(|call| source.split(call).skip(1));
        calls.filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn every_text_of_a_sheet_is_there() {
        let sources = [
            include_str!("sheet_texts.rs").split("#[cfg(test)]").next().unwrap(),
            include_str!("log_sheet.rs"),
            include_str!("map_sheet.rs"),
            include_str!("record_sheet.rs"),
        ];
        let used: BTreeSet<_> = sources.into_iter().flat_map(keys).collect();
        assert!(used.len() > 60, "{}", used.len());
        for key in &used {
            for language in [Language::Dutch, Language::English] {
                assert!(message(language, &format!("sheet-{key}"), None).is_some(), "{key} {language:?}");
            }
        }
        let locale = include_str!("../../../locales/nl.ftl");
        let there = locale.lines().filter_map(|line| line.strip_prefix("sheet-")?.split(" =").next());
        assert_eq!(there.collect::<BTreeSet<_>>(), used, "no text is left over");
    }
}
