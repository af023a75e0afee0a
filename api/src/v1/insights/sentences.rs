//! Sentences for the domain's findings.

use crate::audience::Localizer;
use domain::SupporterId;
use domain::insights::{Absence, Consequence, CoverageState, Observation};
use domain::maps::WholeMap;
use domain::support_types::Vocabulary;
use domain::vocabulary::SupportType;
use fluent_bundle::FluentArgs;
use std::collections::HashMap;

/// Speaks of the people and support types of one map, in one voice.
pub(super) struct Speaker<'a> {
    voice: Localizer,
    aliases: HashMap<SupporterId, &'a str>,
    labels: HashMap<&'a SupportType, &'a str>,
}

impl<'a> Speaker<'a> {
    pub(super) fn new(whole: &'a WholeMap, vocabulary: &'a Vocabulary, voice: Localizer) -> Self {
        let persons: HashMap<_, _> = whole.persons.iter().map(|person| (person.id, person)).collect();
        let alias = |of: &domain::supporters::Supporter| Some(persons.get(&of.person_id)?.profile.alias.as_str());
        let aliases = whole.supporters.iter().filter_map(|of| Some((of.id, alias(of)?))).collect();
        let labels =
            vocabulary.support_types.iter().map(|entry| (&entry.code, entry.label.text(voice.language))).collect();
        Self { voice, aliases, labels }
    }

    /// The label of a support type.
    pub(super) fn label(&self, of: &'a SupportType) -> &'a str {
        self.labels.get(of).copied().unwrap_or(of.code())
    }

    /// The question an observation puts.
    pub(super) fn question(&self, of: &'a Observation) -> String {
        let mut args = FluentArgs::new();
        args.set("names", self.names(&of.supporters));
        args.set("count", of.supporters.len());
        args.set("unanswered", of.unanswered.len());
        args.set("unknown", self.names(&of.unanswered));
        args.set("groups", self.groups(&of.groups));
        args.set("type", of.support_type.as_ref().map(|of| self.label(of)).unwrap_or_default());
        self.say(&format!("observation-{}", of.rule.code()), &args)
    }

    /// What follows from an absence; never empty.
    pub(super) fn consequences(&self, of: &'a Absence) -> Vec<String> {
        let mut args = FluentArgs::new();
        args.set("name", self.names(&[of.supporter]));
        args.set("groups", self.groups(&of.groups));
        args.set("count", of.agreements.len());
        let mut sentences: Vec<_> = of.supports.iter().filter_map(|of| self.consequence(of, &mut args)).collect();
        if !of.groups.is_empty() {
            sentences.push(self.say("absence-groups", &args));
        }
        if !of.agreements.is_empty() {
            sentences.push(self.say("absence-agreements", &args));
        }
        if sentences.is_empty() {
            sentences.push(self.say("absence-nothing", &args));
        }
        sentences
    }

    fn consequence(&self, of: &'a Consequence, args: &mut FluentArgs<'a>) -> Option<String> {
        args.set("type", self.label(&of.support_type));
        args.set("left", self.names(&of.left));
        let key = match of.after {
            CoverageState::Gap => "absence-gap",
            CoverageState::Fragile => "absence-fragile",
            CoverageState::NotAnswered if of.left.is_empty() => "absence-last",
            CoverageState::Covered | CoverageState::NoNeed | CoverageState::NotAnswered => return None,
        };
        Some(self.say(key, args))
    }

    fn say(&self, key: &str, args: &FluentArgs<'_>) -> String {
        self.voice.say(key, args)
    }

    fn groups(&self, groups: &[Vec<SupporterId>]) -> String {
        groups.iter().map(|group| self.names(group)).collect::<Vec<_>>().join("; ")
    }

    /// "Anna, Bram and Els".
    fn names(&self, of: &[SupporterId]) -> String {
        let names: Vec<_> = of.iter().filter_map(|id| self.aliases.get(id).copied()).collect();
        match names.split_last() {
            None => String::new(),
            Some((only, [])) => (*only).to_owned(),
            Some((last, first)) => {
                let mut args = FluentArgs::new();
                args.set("first", first.join(", "));
                args.set("last", *last);
                self.say("names-and", &args)
            }
        }
    }
}
