use super::convert::support_type;
use crate::engine::Ask;
use crate::entity::{organisation, support_type};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::support_types::{OwnSupportTypes, SupportTypeEntry, SupportTypes, Vocabulary};
use domain::vocabulary::{BuiltInSupport, Label};
use domain::{Conflict, Error, Result, Version};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// The version of the organisation's vocabulary.
const VERSION: &str = "(select o.vocabulary_version from organisation o where o.id = support_type.organisation_id)";

#[async_trait]
impl SupportTypes for Unit {
    async fn all(&mut self) -> Result<Vocabulary> {
        let query = self
            .find::<support_type::Entity>()
            .expr_as(Expr::cust(VERSION), "version")
            .order_by_desc(support_type::Column::BuiltIn)
            .order_by_asc(support_type::Column::Position);
        let rows = self.select(&query).await?;
        // Every organisation has the built-in support types.
        let version = rows.first().ok_or(Error::NotFound)?.get("version")?;
        let support_types =
            rows.iter().map(|row| entry(row.model::<support_type::Entity>()?)).collect::<Result<_>>()?;
        Ok(Vocabulary { support_types, version })
    }

    async fn add_built_in(&mut self) -> Result<()> {
        let entries = BuiltInSupport::ALL.iter().map(|word| SupportTypeEntry::from(*word));
        let rows: Vec<_> = (0..).zip(entries).map(|(position, entry)| self.support_type_row(entry, position)).collect();
        self.insert_rows(rows).await
    }

    async fn replace_own(&mut self, own: &OwnSupportTypes, seen: Version) -> Result<()> {
        let next = Unit::update::<organisation::Entity>(self)
            .col_expr(organisation::Column::VocabularyVersion, Expr::value(seen + 1))
            .filter(organisation::Column::VocabularyVersion.eq(seen));
        self.change_one(&next, Error::Stale(seen + 1));
        let codes = own.as_slice().iter().map(|own| own.code.code());
        let gone = self
            .delete::<support_type::Entity>()
            .filter(support_type::Column::BuiltIn.eq(false))
            .filter(support_type::Column::Code.is_not_in(codes));
        let gone = Ask::of(&gone, self.backend());
        self.queue(gone, Some(Box::new(|failure| in_use(failure.into()))));
        self.put_own(own);
        Ok(())
    }
}

impl Unit {
    fn put_own(&mut self, own: &OwnSupportTypes) {
        if own.as_slice().is_empty() {
            return;
        }
        let entries = own.as_slice().iter().map(SupportTypeEntry::from);
        let rows: Vec<_> = (0..).zip(entries).map(|(position, entry)| self.support_type_row(entry, position)).collect();
        let replace = OnConflict::columns([support_type::Column::OrganisationId, support_type::Column::Code])
            .update_columns([
                support_type::Column::Position,
                support_type::Column::LabelNl,
                support_type::Column::LabelEn,
            ])
            .to_owned();
        let insert = support_type::Entity::insert_many(rows).on_conflict(replace);
        self.change(&insert);
    }

    fn support_type_row(&self, entry: SupportTypeEntry, position: i16) -> support_type::ActiveModel {
        support_type::ActiveModel {
            organisation_id: Set(self.organisation().0),
            code: Set(entry.code.into()),
            position: Set(position),
            built_in: Set(entry.built_in),
            label_nl: Set(entry.label.nl),
            label_en: Set(entry.label.en),
        }
    }
}

/// Maps the error of a foreign key: only maps refer to a support type.
fn in_use(error: Error) -> Error {
    if matches!(error, Error::Conflict(Conflict::UnknownReference)) {
        return Error::Conflict(Conflict::SupportTypeInUse);
    }
    error
}

pub(super) fn entry(row: support_type::Model) -> Result<SupportTypeEntry> {
    let label = Label { nl: row.label_nl, en: row.label_en };
    Ok(SupportTypeEntry { code: support_type(row.code)?, label, built_in: row.built_in })
}
