//! The language of a request (Dutch or English) and the messages in it.

use crate::header_list::{Element, elements};
use actix_web::HttpMessage;
use actix_web::http::header::ACCEPT_LANGUAGE;
use domain::vocabulary::Language;
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use std::cmp::Reverse;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// Returns the language with the highest weight in `Accept-Language`; Dutch by default.
pub(crate) fn language(request: &impl HttpMessage) -> Language {
    if !request.headers().contains_key(ACCEPT_LANGUAGE) {
        return Language::default();
    }
    choose(&elements(request.headers(), &ACCEPT_LANGUAGE))
}

/// Chooses a language from weighted ranges.
///
/// With equal weights, a named language precedes the wildcard, and an earlier language precedes a later one.
fn choose(ranges: &[Element<'_>]) -> Language {
    let wanted = |language: Language| {
        let named = ranges.iter().enumerate().filter(|(_, range)| names(range.value, language.code()));
        let named = named.map(|(place, range)| (range.weight, Reverse(place))).max();
        named.or_else(|| {
            let any = ranges.iter().filter(|range| range.value == "*").map(|range| range.weight).max()?;
            Some((any, Reverse(usize::MAX)))
        })
    };
    let offered = [Language::English, Language::Dutch].map(|language| (language, wanted(language)));
    let acceptable = offered.iter().filter(|(_, wanted)| wanted.is_some_and(|(weight, _)| weight > 0));
    match acceptable.max_by_key(|(_, wanted)| *wanted) {
        Some((language, _)) => *language,
        // No accepted language is available: use the default, unless `q=0` excludes it.
        None => match offered {
            [(english, None), (_, Some(_))] => english,
            _ => Language::default(),
        },
    }
}

/// Returns whether a range such as `nl-BE` matches the language `nl`. Some programs send `nl_BE`.
fn names(range: &str, code: &str) -> bool {
    range.split(['-', '_']).next().is_some_and(|primary| primary.eq_ignore_ascii_case(code))
}

/// Returns the message with this key in this language, if it exists.
pub(crate) fn message(language: Language, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    message_or_attribute(language, key, None, args)
}

/// Returns the message in its form for the coach: its attribute `coach`, if it has one.
pub(crate) fn message_to_coach(language: Language, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    message_or_attribute(language, key, Some("coach"), args)
}

fn message_or_attribute(
    language: Language,
    key: &str,
    attribute: Option<&str>,
    args: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let bundle = match language {
        Language::Dutch => &*DUTCH,
        Language::English => &*ENGLISH,
    };
    let message = bundle.get_message(key)?;
    let attribute = attribute.and_then(|name| message.get_attribute(name)).map(|attribute| attribute.value());
    Some(bundle.format_pattern(attribute.or(message.value())?, args, &mut Vec::new()).into_owned())
}

/// Formats a number with the separators of this language.
pub(crate) fn number(language: Language, number: usize) -> String {
    let separator = match language {
        Language::Dutch => '.',
        Language::English => ',',
    };
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

type Bundle = FluentBundle<FluentResource>;

static DUTCH: LazyLock<Bundle> = LazyLock::new(|| bundle("nl", include_str!("../locales/nl.ftl")));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle("en", include_str!("../locales/en.ftl")));

fn bundle(code: &str, source: &str) -> Bundle {
    let language: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // A message with a syntax error is missing; the test below finds it.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(parsed, _)| parsed);
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::ProblemType;
    use actix_web::test::TestRequest;
    use std::collections::BTreeSet;

    fn keys(source: &str) -> BTreeSet<&str> {
        source
            .lines()
            .filter(|line| !line.starts_with(['#', ' ']))
            .filter_map(|line| Some(line.split_once('=')?.0.trim()))
            .collect()
    }

    #[test]
    fn the_language_of_the_highest_weight_is_chosen() {
        for (asked, language) in [
            ("nl", "nl"),
            ("EN", "en"),
            ("en-US", "en"),
            ("en_US", "en"),
            ("en_GB.UTF-8", "en"),
            ("fr, en;q=0.8, nl;q=0.2", "en"),
            ("en;q=0.1, nl-NL", "nl"),
            ("fy,nl;q=.8", "nl"),
            ("en;q=.5, nl;q=.4", "en"),
            ("en;q=0.501, nl;q=0.502", "nl"),
            ("en, nl", "en"),
            ("nl, en", "nl"),
            ("en-GB;q=0.2, nl;q=0.5, en;q=0.9", "en"),
            ("de", "nl"),
            ("*", "nl"),
            ("*, en", "en"),
            ("*;q=0.5, en;q=0.2", "nl"),
            ("en;q=0", "nl"),
            ("nl;q=0", "en"),
            ("nl-NL;q=0", "en"),
            ("nl;q=0, en;q=0", "nl"),
            ("nl;q=0, de", "en"),
            ("nl;q=0, *", "en"),
            ("en;q=0, *", "nl"),
            ("en, *;q=0", "en"),
            ("*;q=0", "nl"),
            ("nl;q=0.0, *;q=0.1", "en"),
            ("en;q=loud, nl;q=0.1", "nl"),
            ("enx, i-klingon", "nl"),
            (", ,", "nl"),
            ("", "nl"),
        ] {
            let request = TestRequest::default().insert_header((ACCEPT_LANGUAGE, asked)).to_http_request();
            assert_eq!(super::language(&request).code(), language, "{asked}");
        }
    }

    #[test]
    fn numbers_have_the_separators_of_the_language() {
        for (plain, dutch, english) in [(0, "0", "0"), (200, "200", "200"), (33_554_432, "33.554.432", "33,554,432")] {
            assert_eq!(number(Language::Dutch, plain), dutch);
            assert_eq!(number(Language::English, plain), english);
        }
    }

    #[test]
    fn both_languages_parse_and_say_the_same_things() {
        let (nl, en) = (include_str!("../locales/nl.ftl"), include_str!("../locales/en.ftl"));
        assert!(FluentResource::try_new(nl.to_owned()).is_ok() && FluentResource::try_new(en.to_owned()).is_ok());
        assert_eq!(keys(nl), keys(en));
    }

    #[test]
    fn every_observation_and_reason_has_its_sentence() {
        let known = keys(include_str!("../locales/nl.ftl"));
        let rules = domain::insights::Rule::CODES.iter().map(|code| format!("observation-{code}"));
        let reasons = domain::helpers::ReasonCode::CODES.iter().map(|code| format!("reason-{code}"));
        let absent: Vec<_> = rules.chain(reasons).filter(|key| !known.contains(key.as_str())).collect();
        assert!(absent.is_empty(), "{absent:?}");
    }

    /// Returns each sentence: its key, its text for the client, and for the coach if that differs.
    fn sentences(source: &str) -> Vec<(&str, &str, Option<&str>)> {
        let kinds = ["\nobservation-", "\nabsence-", "\nreason-"];
        let mut starts: Vec<_> = kinds.iter().flat_map(|kind| source.match_indices(kind)).map(|(at, _)| at).collect();
        starts.sort_unstable();
        starts.push(source.len());
        let bodies = starts.windows(2).map(|range| source[range[0]..range[1]].split("\n\n").next().unwrap());
        let parts = bodies.filter_map(|body| body.split_once(" = "));
        parts
            .map(|(key, body)| match body.split_once("\n    .coach = ") {
                Some((client, coach)) => (key.trim(), client, Some(coach)),
                None => (key.trim(), body, None),
            })
            .collect()
    }

    #[test]
    fn what_addresses_the_client_is_said_to_the_coach_in_other_words() {
        let addresses = |text: &str| {
            let words = text.split(|c: char| !c.is_alphabetic());
            words.into_iter().any(|word| ["u", "uw", "you", "your"].contains(&word.to_lowercase().as_str()))
        };
        for source in [include_str!("../locales/nl.ftl"), include_str!("../locales/en.ftl")] {
            let sentences = sentences(source);
            assert!(sentences.len() > 30, "{}", sentences.len());
            for (key, client, coach) in sentences {
                assert!(coach.is_some() || !addresses(client), "{key} has nothing for the coach");
                assert!(!coach.is_some_and(addresses), "{key} addresses the coach as the client");
            }
        }
    }

    #[test]
    fn every_problem_and_every_code_has_its_text() {
        let known = keys(include_str!("../locales/nl.ftl"));
        for problem in ProblemType::ALL {
            let name = problem.name();
            assert!(known.contains(name) && known.contains(format!("{name}-detail").as_str()), "{name}");
        }
        for code in domain::FieldCode::CODES {
            assert!(known.contains(format!("field-{code}").as_str()), "{code}");
        }
    }
}
