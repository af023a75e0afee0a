use crate::schema;
use domain::support_types::{OwnSupportType, OwnSupportTypes};
use domain::vocabulary::SupportType;
use domain::{Error, ShortText};
use serde::Deserialize;
use utoipa::ToSchema;

/// All of the organisation's own support types.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ReplaceSupportTypes {
    /// In display order, after the built-in ones.
    #[schema(max_items = 20)]
    support_types: Vec<NewSupportType>,
}

/// A support type of the organisation's own.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = OwnSupportType)]
pub(super) struct NewSupportType {
    /// Its code. Must differ from the built-in ones.
    #[schema(value_type = schema::SupportType, example = "spiritual")]
    code: SupportType,
    labels: NewLabels,
}

/// Labels in both languages.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewLabels)]
pub(super) struct NewLabels {
    /// Dutch.
    #[schema(value_type = schema::ShortText, example = "Zingeving")]
    nl: ShortText,
    /// English.
    #[schema(value_type = schema::ShortText, example = "Meaning")]
    en: ShortText,
}

impl TryFrom<ReplaceSupportTypes> for OwnSupportTypes {
    type Error = Error;

    fn try_from(body: ReplaceSupportTypes) -> Result<Self, Error> {
        let own = |own: NewSupportType| OwnSupportType { code: own.code, nl: own.labels.nl, en: own.labels.en };
        Self::new(body.support_types.into_iter().map(own).collect())
    }
}
