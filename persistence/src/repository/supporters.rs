use super::{convert, persons};
use crate::engine::{Ask, Row};
use crate::entity::{person, support, support_type, supporter};
use crate::pages::keyset;
use crate::transaction::{Queries, unexpected};
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::access::Granted;
use domain::supporters::{PlacedPerson, Support, Supporter, Supporters};
use domain::vocabulary::SupportType;
use domain::{ClientId, Conflict, Error, MapId, Page, PageRequest, Result, SupporterId, Version};
use sea_orm::{ActiveValue::NotSet, ActiveValue::Set, ColumnTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

#[async_trait]
impl Supporters for Unit {
    async fn get(&mut self, id: &Granted<SupporterId>) -> Result<Option<PlacedPerson>> {
        let supporter = self.find::<supporter::Entity>().filter(supporter::Column::Id.eq(id.id().0));
        let column = |column| supporter.clone().select_only().column(column).into_query();
        // Supports are indexed by map, persons by client.
        let supports = self
            .find::<support::Entity>()
            .filter(support::Column::MapId.in_subquery(column(supporter::Column::MapId)))
            .filter(support::Column::SupporterId.eq(id.id().0));
        let person =
            self.find::<person::Entity>().filter(person::Column::Id.in_subquery(column(supporter::Column::PersonId)));
        let backend = self.backend();
        let asks = [Ask::of(&supporter, backend), Ask::of(&supports, backend), Ask::of(&person, backend)];
        let [supporter, supports, person] = self.transaction().ask_all(asks).await?;
        let (Some(supporter), Some(person)) = (supporter.rows.first(), person.rows.first()) else { return Ok(None) };
        let support = |row: &Row| convert::support(row.model::<support::Entity>()?);
        let supports = supports.rows.iter().map(support).collect::<Result<_>>()?;
        Ok(Some(PlacedPerson {
            supporter: convert::supporter(supporter.model::<supporter::Entity>()?, supports)?,
            person: persons::person(&self.key_of(id.client().id()).await?, person.model::<person::Entity>()?)?,
        }))
    }

    async fn list(&mut self, map: &Granted<MapId>, page: PageRequest) -> Result<Page<PlacedPerson>> {
        let query = self.find::<supporter::Entity>().filter(supporter::Column::MapId.eq(map.id().0));
        let rows = self.find_all(keyset(query, supporter::Column::Id, page)).await?;
        Ok(page.page(self.placed(&map.client(), rows).await?, |placed| placed.supporter.id.0))
    }

    async fn add(&mut self, map: &Granted<MapId>, supporter: &Supporter) -> Result<()> {
        let row = self.supporter_row_of(map.client().id(), supporter);
        self.insert_naming([row], "/personId");
        self.add_supports(supporter).await
    }

    async fn require_new(&mut self, id: SupporterId) -> Result<()> {
        let sql = "select not exists (select 1 from supporter s where s.organisation_id = $1 and s.id = $2)";
        let ask = self.statement(sql, [id.0.into()]).expecting_true();
        self.queue(ask, Some(unexpected(Error::Conflict(Conflict::IdTaken))));
        Ok(())
    }

    async fn update(
        &mut self,
        id: &Granted<SupporterId>,
        supporter: &Supporter,
        seen: Version,
        with_supports: bool,
    ) -> Result<()> {
        let changes = self.supporter_row(supporter);
        self.change_at::<supporter::Entity>(id.id().0, seen, changes);
        if !with_supports {
            return Ok(());
        }
        let delete = self
            .delete::<support::Entity>()
            .filter(support::Column::MapId.eq(id.map().id().0))
            .filter(support::Column::SupporterId.eq(id.id().0));
        self.change(&delete);
        self.add_supports(supporter).await
    }

    async fn remove(&mut self, id: &Granted<SupporterId>, seen: Version) -> Result<()> {
        self.remove_at::<supporter::Entity>(id.id().0, seen);
        Ok(())
    }

    async fn known_types(&mut self, of: &[&SupportType]) -> Result<HashSet<SupportType>> {
        let codes = of.iter().map(|code| code.code());
        let rows = self.find::<support_type::Entity>().filter(support_type::Column::Code.is_in(codes));
        let rows = self.find_all(rows).await?;
        rows.into_iter().map(|row| convert::support_type(row.code)).collect()
    }
}

impl Unit {
    /// The row of a supporter of this client.
    pub(super) fn supporter_row_of(&self, client: ClientId, supporter: &Supporter) -> supporter::ActiveModel {
        supporter::ActiveModel { client_id: Set(client.0), ..self.supporter_row(supporter) }
    }

    pub(super) fn supporter_row(&self, supporter: &Supporter) -> supporter::ActiveModel {
        supporter::ActiveModel { organisation_id: Set(self.organisation().0), ..supporter_row(supporter) }
    }

    async fn add_supports(&mut self, supporter: &Supporter) -> Result<()> {
        self.insert_naming(self.support_rows(supporter), "/supports");
        Ok(())
    }

    /// Adds their supports and persons to the supporters of a map, with one flight.
    async fn placed(&mut self, client: &Granted<ClientId>, rows: Vec<supporter::Model>) -> Result<Vec<PlacedPerson>> {
        let Some(map) = rows.first().map(|row| row.map_id) else { return Ok(Vec::new()) };
        let supports = self
            .find::<support::Entity>()
            .filter(support::Column::MapId.eq(map))
            .filter(support::Column::SupporterId.is_in(rows.iter().map(|row| row.id)));
        let persons = self
            .find::<person::Entity>()
            .filter(person::Column::ClientId.eq(client.id().0))
            .filter(person::Column::Id.is_in(rows.iter().map(|row| row.person_id)));
        let (supports, persons) = self.select_both(&supports, &persons).await?;
        let supports = supports.iter().map(Row::model::<support::Entity>).collect::<std::result::Result<_, _>>()?;
        let mut of_supporter = by_supporter(supports)?;
        let key = self.key_of(client.id()).await?;
        let person = |row: &Row| persons::person(&key, row.model::<person::Entity>()?);
        let persons = persons.iter().map(|row| person(row).map(|person| (person.id.0, person)));
        let mut persons = persons.collect::<Result<HashMap<_, _>>>()?;
        let placed = |row: supporter::Model| {
            let person = persons.remove(&row.person_id).ok_or_else(|| Error::internal("a supporter has no person"))?;
            let supports = of_supporter.remove(&row.id).unwrap_or_default();
            Ok(PlacedPerson { supporter: convert::supporter(row, supports)?, person })
        };
        rows.into_iter().map(placed).collect()
    }
}

/// The row of a supporter, without organisation and client.
pub(super) fn supporter_row(supporter: &Supporter) -> supporter::ActiveModel {
    let answers = &supporter.answers;
    supporter::ActiveModel {
        organisation_id: NotSet,
        id: Set(supporter.id.0),
        client_id: NotSet,
        map_id: Set(supporter.map_id.0),
        person_id: Set(supporter.person_id.0),
        closeness: Set(answers.closeness.map(|word| word.code().to_owned())),
        contact_frequency: Set(answers.contact_frequency.map(|word| word.code().to_owned())),
        tension: Set(answers.tension.map(Into::into)),
        burden: Set(answers.burden.map(Into::into)),
        supports_answered: Set(answers.supports.is_some()),
        version: Set(supporter.version),
        created_at: Set(supporter.created_at),
        updated_at: Set(supporter.updated_at),
        angle: Set(answers.angle.map(Into::into)),
    }
}

pub(super) fn by_supporter(rows: Vec<support::Model>) -> Result<HashMap<Uuid, Vec<Support>>> {
    let mut of_supporter: HashMap<Uuid, Vec<Support>> = HashMap::new();
    for row in rows {
        of_supporter.entry(row.supporter_id).or_default().push(convert::support(row)?);
    }
    Ok(of_supporter)
}
