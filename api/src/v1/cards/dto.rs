use crate::pictures::card_tag;
use crate::response::Versioned;
use crate::schema;
use crate::v1::maps::WholeMapView;
use crate::v1::reflections::ReflectionView;
use crate::v1::users::NamedUserView;
use crate::v1::vocabulary::SupportTypeView;
use chrono::{DateTime, NaiveDate, Utc};
use domain::Version;
use domain::access::Role;
use domain::cards::{Card, CardHead, NewCard};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A new card.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct CreateCard {
    /// Whether to include the client's reflections. Only the client can.
    #[serde(default)]
    include_reflections: bool,
}

/// A card, without its content.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CardHead)]
pub(super) struct CardHeadView {
    id: Uuid,
    client_id: Uuid,
    map_id: Uuid,
    /// Sequence number of the card within its map, from 1.
    #[schema(minimum = 1)]
    number: i64,
    /// The user who created it; null for an imported card.
    #[schema(required)]
    made_by: Option<NamedUserView>,
    #[schema(value_type = schema::MakerRole)]
    made_as: Role,
    /// The review date on the map at that time.
    #[schema(value_type = Option<NaiveDate>, required)]
    review_on: Option<NaiveDate>,
    /// SHA-256 of the stored content, which excludes the data of persons. Never changes.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    content_hash: String,
    created_at: DateTime<Utc>,
}

/// A card: a map as it was when the card was created. It never changes, except that a person can be redacted.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Card)]
pub(super) struct CardView {
    #[serde(flatten)]
    head: CardHeadView,
    /// The map with its content, as it was.
    map: WholeMapView,
    /// Persons redacted since. They are still in `map.persons`, with a dash as alias and no other data.
    redacted_person_ids: Vec<Uuid>,
    /// The organisation's support types, as they were.
    support_types: Vec<SupportTypeView>,
    /// The client's own words; null if the client did not include them.
    #[schema(required)]
    reflections: Option<Vec<ReflectionView>>,
    #[serde(skip)]
    tag: String,
}

impl Versioned for CardView {
    fn version(&self) -> Version {
        self.head.number
    }

    fn tag(&self) -> String {
        self.tag.clone()
    }
}

impl From<CardHead> for CardHeadView {
    fn from(head: CardHead) -> Self {
        Self {
            id: head.id.0,
            client_id: head.client_id.0,
            map_id: head.map_id.0,
            number: head.number,
            made_by: head.made_by.map(Into::into),
            made_as: head.made_as,
            review_on: head.review_on,
            content_hash: head.content_hash.to_string(),
            created_at: head.created_at,
        }
    }
}

impl From<Card> for CardView {
    fn from(card: Card) -> Self {
        let (tag, content) = (card_tag(&card), card.content);
        Self {
            tag,
            head: card.head.into(),
            map: content.whole.into(),
            redacted_person_ids: content.redacted.into_iter().map(|id| id.0).collect(),
            support_types: content.support_types.into_iter().map(Into::into).collect(),
            reflections: content.reflections.map(|words| words.into_iter().map(Into::into).collect()),
        }
    }
}

impl From<CreateCard> for NewCard {
    fn from(card: CreateCard) -> Self {
        Self { include_reflections: card.include_reflections }
    }
}
