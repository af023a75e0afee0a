//! Errors of the validator as errors of the API: one for each cause, with what is expected.

use super::rules;
use crate::problem::{Expected, FieldProblem, MOST_ERRORS, Place, escaped};
use crate::schema::TextFormat;
use domain::FieldCode;
use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::Value;
use std::collections::HashSet;

/// The reported errors, one for each cause.
pub(super) fn told(found: &[ValidationError<'_>]) -> Vec<FieldProblem> {
    one_for_each_cause(found.iter().flat_map(problems).take(MOST_ERRORS).collect())
}

/// Drops errors that follow from another one at the same place: an empty text is too short, not also blank; a blank one
/// is not also malformed; a format replaces the pattern that goes with it.
fn one_for_each_cause(mut errors: Vec<FieldProblem>) -> Vec<FieldProblem> {
    let word = |error: &FieldProblem| (error.pointer.clone(), error.code.code());
    let found: HashSet<_> = errors.iter().map(word).collect();
    let causes = |code: FieldCode| -> &[&str] {
        match code.code() {
            "format" => &["too-short", "blank", "invisible-character"],
            "blank" => &["too-short"],
            _ => &[],
        }
    };
    let follows =
        |error: &FieldProblem| causes(error.code).iter().any(|code| found.contains(&(error.pointer.clone(), code)));
    errors.retain(|error| !follows(error));
    // Patterns last, so that the first error of a place and code says more. The sort is stable.
    let (patterns, rest): (Vec<_>, Vec<_>) =
        errors.into_iter().partition(|error| matches!(error.expected, Expected::Pattern(_)));
    let mut told = HashSet::new();
    rest.into_iter().chain(patterns).filter(|error| told.insert(word(error))).collect()
}

/// The places of a schema error, each with its code.
#[expect(clippy::wildcard_enum_match_arm, reason = "keywords our schemas do not use")]
fn problems(error: &ValidationError<'_>) -> Vec<FieldProblem> {
    use ValidationErrorKind as Kind;
    let at = error.instance_path().to_string();
    let member = |name: &str| format!("{at}/{}", escaped(name));
    let problem = |code| FieldProblem::new(Place::Body, at.clone(), code);
    let one = |code| vec![problem(code)];
    match error.kind() {
        Kind::Required { property } => {
            vec![FieldProblem::new(Place::Body, member(property.as_str().unwrap_or_default()), FieldCode::Required)]
        }
        Kind::AdditionalProperties { unexpected } => unexpected
            .iter()
            .take(MOST_ERRORS)
            .map(|name| FieldProblem::new(Place::Body, member(name), FieldCode::UnknownMember))
            .collect(),
        Kind::OneOfNotValid { context } | Kind::AnyOf { context } => meant(context, &at),
        Kind::Custom { message, .. } => rules::faults(message)
            .into_iter()
            .map(|(below, code)| {
                let problem = FieldProblem::new(Place::Body, format!("{at}{below}"), code);
                // The one rule about the form of a member.
                let made = code == FieldCode::Format;
                if made { problem.expecting(Expected::Format("uuid-v7".to_owned())) } else { problem }
            })
            .collect(),
        Kind::Type { kind } => vec![problem(FieldCode::Type).expecting(Expected::Type(name(kind)))],
        Kind::Enum { options } => vec![problem(FieldCode::Enum).expecting(words(options))],
        Kind::Constant { expected_value } => vec![problem(FieldCode::Enum).expecting(words(expected_value))],
        Kind::Format { format } => vec![text(problem(FieldCode::Format), format, error.instance())],
        Kind::Pattern { pattern } => {
            vec![problem(FieldCode::Format).expecting(Expected::Pattern(pattern.clone()))]
        }
        Kind::MinLength { limit } => one(FieldCode::TooShort(figure(*limit))),
        Kind::MaxLength { limit } => one(FieldCode::TooLong(figure(*limit))),
        Kind::Minimum { limit } => one(FieldCode::TooSmall(number(limit))),
        Kind::Maximum { limit } => one(FieldCode::TooLarge(number(limit))),
        Kind::MinItems { limit } | Kind::MinProperties { limit } => one(FieldCode::TooFew(figure(*limit))),
        Kind::MaxItems { limit } | Kind::MaxProperties { limit } => one(FieldCode::TooMany(figure(*limit))),
        Kind::UniqueItems => one(FieldCode::Duplicate),
        _ => one(FieldCode::Invalid),
    }
}

/// The error of a text that does not have this format.
fn text(problem: FieldProblem, format: &str, value: &Value) -> FieldProblem {
    let ours = TextFormat::ALL.into_iter().find(|known| known.name() == format);
    let code = ours.zip(value.as_str()).and_then(|(ours, text)| ours.fault(text)).unwrap_or(FieldCode::Format);
    FieldProblem { code, ..problem }.expecting(Expected::Format(format.to_owned()))
}

/// The expected type, without `null`.
fn name(kind: &TypeKind) -> String {
    let name = match kind {
        TypeKind::Single(one) => Some(one.to_string()),
        TypeKind::Multiple(several) => several.iter().map(|one| one.to_string()).find(|name| name != "null"),
    };
    name.unwrap_or_default()
}

fn words(options: &Value) -> Expected {
    let text = |word: &Value| word.as_str().map_or_else(|| word.to_string(), str::to_owned);
    Expected::Words(options.as_array().map_or_else(|| vec![text(options)], |words| words.iter().map(text).collect()))
}

fn figure(limit: u64) -> usize {
    usize::try_from(limit).unwrap_or(usize::MAX)
}

fn number(limit: &Value) -> usize {
    limit.as_u64().map_or(0, figure)
}

/// The errors of the intended alternative: the one that fails for another reason than its type, or else one that is not "null".
fn meant(alternatives: &[Vec<ValidationError<'_>>], at: &str) -> Vec<FieldProblem> {
    let other_type = |error: &ValidationError<'_>| {
        matches!(error.kind(), ValidationErrorKind::Type { .. }) && error.instance_path().to_string() == at
    };
    let null = |error: &ValidationError<'_>| matches!(error.kind(), ValidationErrorKind::Type { kind } if name(kind) == "null");
    let without = |unwanted: &dyn Fn(&ValidationError<'_>) -> bool| {
        alternatives.iter().find(|errors| !errors.iter().any(unwanted))
    };
    let meant = without(&other_type).or_else(|| without(&null)).or(alternatives.last());
    meant.map(|errors| errors.iter().flat_map(problems).collect()).unwrap_or_default()
}
