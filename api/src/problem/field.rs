//! One error in a request: where it is, what is wrong, and what is expected.

use crate::locale;
use domain::vocabulary::Language;
use domain::{Cell, FieldCode, FieldError, Figure};
use fluent_bundle::FluentArgs;
use serde::Serialize;
use utoipa::ToSchema;

/// One error in the request.
#[derive(Clone, Debug)]
pub(crate) struct FieldProblem {
    pub(crate) place: Place,
    /// A JSON Pointer within the place.
    pub(crate) pointer: String,
    pub(crate) code: FieldCode,
    pub(crate) expected: Expected,
}

/// The part of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Body,
    Query,
    Path,
    Header,
    /// The cell, if the member is a table.
    Cell(Cell),
}

/// What is accepted, unless the code implies it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    Unsaid,
    /// One of these words.
    Words(Vec<String>),
    /// A value of this JSON type.
    Type(String),
    /// A text of this format of the schema.
    Format(String),
    /// A text that matches this regular expression.
    Pattern(String),
}

impl FieldProblem {
    pub(crate) fn new(place: Place, pointer: impl Into<String>, code: FieldCode) -> Self {
        Self { place, pointer: pointer.into(), code, expected: Expected::Unsaid }
    }

    pub(crate) fn expecting(self, expected: Expected) -> Self {
        Self { expected, ..self }
    }

    /// What is wrong and what is expected, in this language.
    pub(crate) fn detail(&self, language: Language) -> String {
        let mut args = FluentArgs::new();
        if let Some(Figure::Min(figure) | Figure::Max(figure)) = self.code.figure() {
            args.set("figure", locale::number(language, figure));
        }
        match &self.expected {
            Expected::Words(words) => args.set("words", words.join(", ")),
            Expected::Pattern(pattern) => args.set("pattern", pattern.as_str()),
            Expected::Unsaid | Expected::Type(_) | Expected::Format(_) => {}
        }
        // An empty text is reported as blank: "at least 1 characters" does not help.
        let said = if self.code == FieldCode::TooShort(1) { FieldCode::Blank } else { self.code };
        let key = format!("field-{said}");
        let special =
            self.expected.key().and_then(|kind| locale::message(language, &format!("{key}-{kind}"), Some(&args)));
        special.or_else(|| locale::message(language, &key, Some(&args))).unwrap_or_default()
    }

    pub(super) fn view(&self, language: Language) -> FieldProblemView {
        let cell = if let Place::Cell(cell) = &self.place { Some(cell) } else { None };
        FieldProblemView {
            r#in: self.place.part(),
            pointer: self.pointer.clone(),
            row: cell.map(|cell| cell.row),
            column: cell.and_then(|cell| cell.column.clone()),
            code: self.code,
            params: ParamsView::of(self),
            detail: self.detail(language),
        }
    }
}

/// A name as a part of a JSON Pointer (RFC 6901).
pub(crate) fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

impl From<FieldError> for FieldProblem {
    fn from(error: FieldError) -> Self {
        Self::new(error.cell.map_or(Place::Body, Place::Cell), error.pointer, error.code)
    }
}

impl Place {
    fn part(&self) -> Part {
        match self {
            Self::Body | Self::Cell(_) => Part::Body,
            Self::Query => Part::Query,
            Self::Path => Part::Path,
            Self::Header => Part::Header,
        }
    }
}

impl Expected {
    /// The suffix of the message key.
    fn key(&self) -> Option<&str> {
        match self {
            Self::Unsaid => None,
            Self::Words(_) => Some("words"),
            Self::Pattern(_) => Some("pattern"),
            Self::Type(name) | Self::Format(name) => Some(name),
        }
    }
}

/// Which part of the request.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = Place)]
enum Part {
    Body,
    Query,
    Path,
    Header,
}

/// One error in the input.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = FieldProblem)]
pub(super) struct FieldProblemView {
    /// Which part of the request.
    r#in: Part,
    /// A JSON Pointer (RFC 6901) into it.
    #[schema(example = "/name")]
    pointer: String,
    /// If the pointer is to a table: the row as a spreadsheet numbers it; the header is row 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = u32, required = false, example = 12)]
    row: Option<u32>,
    /// If the pointer is to a table: the name of the column. Absent if the error concerns the whole row.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, example = "availability")]
    column: Option<String>,
    /// A stable code for programs.
    #[serde(serialize_with = "code")]
    #[schema(value_type = crate::schema::FieldCode)]
    code: FieldCode,
    /// What is accepted.
    #[serde(skip_serializing_if = "ParamsView::says_nothing")]
    #[schema(required = false)]
    params: ParamsView,
    /// What is wrong and what is expected, as text.
    #[schema(example = "At most 200 characters.")]
    detail: String,
}

fn code<S: serde::Serializer>(code: &FieldCode, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(code.code())
}

/// What is accepted, for a text of your own. The code determines which members are present.
#[derive(Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ProblemParams)]
pub(super) struct ParamsView {
    /// The minimum: of characters, of entries, or of the number itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = u64, required = false, example = 1)]
    min: Option<usize>,
    /// The maximum.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = u64, required = false, example = 200)]
    max: Option<usize>,
    /// The words that are accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Vec<String>, required = false, example = json!(["inner", "middle", "outer"]))]
    words: Option<Vec<String>>,
    /// The JSON type that is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, example = "string")]
    r#type: Option<String>,
    /// The format of the schema that is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, example = "date")]
    format: Option<String>,
    /// The regular expression that is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, example = "^[a-z][a-z0-9-]{0,39}$")]
    pattern: Option<String>,
}

impl ParamsView {
    /// The limit of this code.
    pub(super) fn figure(code: FieldCode) -> Self {
        match code.figure() {
            Some(Figure::Min(min)) => Self { min: Some(min), ..Self::default() },
            Some(Figure::Max(max)) => Self { max: Some(max), ..Self::default() },
            None => Self::default(),
        }
    }

    fn of(problem: &FieldProblem) -> Self {
        let params = Self::figure(problem.code);
        match problem.expected.clone() {
            Expected::Unsaid => params,
            Expected::Words(words) => Self { words: Some(words), ..params },
            Expected::Type(name) => Self { r#type: Some(name), ..params },
            Expected::Format(name) => Self { format: Some(name), ..params },
            Expected::Pattern(pattern) => Self { pattern: Some(pattern), ..params },
        }
    }

    pub(super) fn says_nothing(&self) -> bool {
        *self == Self::default()
    }
}
