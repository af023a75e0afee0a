use crate::extract::Part;
use crate::response::Versioned;
use crate::schema;
use domain::Version;
use domain::needs::{Level, Need};
use domain::vocabulary::SupportType;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the client needs of one support type.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = Need)]
pub(in crate::v1) struct NeedView {
    /// The support type; must be unique.
    #[schema(value_type = schema::SupportType)]
    support_type: SupportType,
    /// The level, from 0 (nothing) to 3 (much).
    #[schema(value_type = i16, minimum = 0, maximum = 3)]
    level: Level,
}

/// Everything the client needs.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ReplaceNeeds {
    /// One for each support type with an answer.
    #[schema(max_items = 50)]
    needs: Vec<NeedView>,
}

/// The answered needs of the client.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Needs)]
pub(super) struct NeedsView {
    needs: Vec<NeedView>,
    #[serde(skip)]
    version: Version,
}

impl Versioned for NeedsView {
    fn version(&self) -> Version {
        self.version
    }

    fn tag(&self) -> String {
        format!("{}-{}", self.version, crate::extract::Needs::NAME)
    }
}

impl From<(Vec<Need>, Version)> for NeedsView {
    fn from((needs, version): (Vec<Need>, Version)) -> Self {
        Self { needs: needs.into_iter().map(Into::into).collect(), version }
    }
}

impl From<ReplaceNeeds> for Vec<Need> {
    fn from(body: ReplaceNeeds) -> Self {
        body.needs.into_iter().map(Into::into).collect()
    }
}

impl From<Need> for NeedView {
    fn from(need: Need) -> Self {
        Self { support_type: need.support_type, level: need.level }
    }
}

impl From<NeedView> for Need {
    fn from(need: NeedView) -> Self {
        Self { support_type: need.support_type, level: need.level }
    }
}
