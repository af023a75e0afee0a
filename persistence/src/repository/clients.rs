use super::convert::text;
use crate::engine::Row;
use crate::entity::{assignment, client, client_identifier, client_key};
use crate::pages::keyset;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::{Granted, Visibility};
use domain::clients::{Client, Clients, ExternalIdentifier, NameQuery, Search};
use domain::{ClientId, Page, PageRequest, Result, ShortText, Version};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, LikeExpr, UnionType};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};
use std::collections::HashMap;
use uuid::Uuid;

#[async_trait]
impl Clients for Unit {
    async fn get(&mut self, id: &Granted<ClientId>) -> Result<Option<Client>> {
        let client = self.find::<client::Entity>().filter(client::Column::Id.eq(id.id().0));
        let identifiers = self.identifiers_of(id.id());
        let (client, identifiers) = self.select_both(&client, &identifiers).await?;
        let Some(row) = client.first() else { return Ok(None) };
        let identifier = |row: &Row| identifier(row.model::<client_identifier::Entity>()?);
        let identifiers = identifiers.iter().map(identifier).collect::<Result<_>>()?;
        client_of(row.model::<client::Entity>()?, identifiers).map(Some)
    }

    async fn find_by_identifiers(&mut self, identifiers: &[ExternalIdentifier]) -> Result<Vec<Client>> {
        let any = identifiers.iter().fold(Condition::any(), |any, identifier| any.add(is(identifier)));
        if any.is_empty() {
            return Ok(Vec::new());
        }
        let ids = self.find::<client_identifier::Entity>().filter(any).select_only();
        let ids = ids.column(client_identifier::Column::ClientId).into_query();
        let rows = self.find::<client::Entity>().filter(client::Column::Id.in_subquery(ids)).limit(2);
        let rows = self.find_all(rows.order_by_asc(client::Column::Id)).await?;
        self.with_identifiers(rows, false).await
    }

    async fn list(
        &mut self,
        visibility: Visibility,
        at: DateTime<Utc>,
        search: &Search,
        page: PageRequest,
    ) -> Result<Page<Client>> {
        let mut query = self.find::<client::Entity>().filter(self.within(visibility, at));
        if let Some(name) = &search.name {
            query = query.filter(named(name));
        }
        if let Some(identifier) = &search.external_identifier {
            let clients = self.find::<client_identifier::Entity>().filter(is(identifier));
            query = query.filter(
                client::Column::Id
                    .in_subquery(clients.select_only().column(client_identifier::Column::ClientId).into_query()),
            );
        }
        let rows = self.find_all(keyset(query, client::Column::Id, page)).await?;
        let neighbours = visibility.all() && *search == Search::default();
        Ok(page.page(self.with_identifiers(rows, neighbours).await?, |client| client.id.0))
    }

    async fn add(&mut self, client: &Client) -> Result<()> {
        let row = self.client_row(client);
        self.insert_row(row);
        let key = self.new_key(client.id).await?;
        self.insert_row(client_key::ActiveModel {
            organisation_id: Set(self.organisation().0),
            client_id: Set(client.id.0),
            key_version: Set(key.version),
            client_key: Set(key.key),
        });
        self.add_identifiers(client).await
    }

    async fn update(&mut self, id: &Granted<ClientId>, client: &Client, seen: Version) -> Result<()> {
        let changes = self.client_row(client);
        self.change_at::<client::Entity>(id.id().0, seen, changes);
        let identifiers =
            self.delete::<client_identifier::Entity>().filter(client_identifier::Column::ClientId.eq(id.id().0));
        self.change(&identifiers);
        self.add_identifiers(client).await
    }

    async fn remove(&mut self, id: &Granted<ClientId>, seen: Version) -> Result<()> {
        self.remove_at::<client::Entity>(id.id().0, seen);
        Ok(())
    }
}

impl Unit {
    /// A client's identifiers, in their order.
    pub(super) fn identifiers_of(&self, id: ClientId) -> Select<client_identifier::Entity> {
        self.find::<client_identifier::Entity>()
            .filter(client_identifier::Column::ClientId.eq(id.0))
            .order_by_asc(client_identifier::Column::Position)
    }

    fn client_row(&self, client: &Client) -> client::ActiveModel {
        client::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(client.id.0),
            user_id: Set(client.user_id.map(|id| id.0)),
            login_confirmed: Set(client.login_confirmed),
            name: Set(client.name.as_str().to_owned()),
            name_folded: Set(searchable(client)),
            preferred_name: Set(client.preferred_name.as_ref().map(|name| name.as_str().to_owned())),
            date_of_birth: Set(client.date_of_birth),
            version: Set(client.version),
            created_at: Set(client.created_at),
            updated_at: Set(client.updated_at),
        }
    }

    /// The condition that the caller may see a client. As part of the query, a page costs no more than its rows.
    fn within(&self, visibility: Visibility, at: DateTime<Utc>) -> Condition {
        if visibility.all() {
            return Condition::all();
        }
        let mut ids = Vec::new();
        if let Some(coach) = visibility.caseload_of() {
            let assigned = self
                .find::<assignment::Entity>()
                .select_only()
                .column(assignment::Column::ClientId)
                .filter(assignment::Column::CoachId.eq(coach.0))
                .filter(assignment::Column::StartsAt.lte(at))
                .filter(
                    Condition::any().add(assignment::Column::EndsAt.is_null()).add(assignment::Column::EndsAt.gt(at)),
                );
            ids.push(assigned.into_query());
        }
        if let Some(user) = visibility.record_of() {
            let own = self.find::<client::Entity>().select_only().column(client::Column::Id);
            ids.push(own.filter(client::Column::UserId.eq(user.0)).into_query());
        }
        // One `in` and no `or`: PostgreSQL then starts from the few ids, not from every client of the organisation.
        let all = ids.into_iter().reduce(|mut all, more| all.union(UnionType::All, more).to_owned());
        match all {
            Some(all) => Condition::all().add(client::Column::Id.in_subquery(all)),
            None => Condition::all().add(Expr::val(1).eq(0)),
        }
    }

    async fn add_identifiers(&mut self, client: &Client) -> Result<()> {
        let rows =
            (0_i16..).zip(&client.external_identifiers).map(|(position, identifier)| client_identifier::ActiveModel {
                organisation_id: Set(self.organisation().0),
                client_id: Set(client.id.0),
                system: Set(identifier.system.as_str().to_owned()),
                value: Set(identifier.value.as_str().to_owned()),
                position: Set(position),
            });
        let rows: Vec<_> = rows.collect();
        self.insert_rows(rows).await
    }

    /// Adds their identifiers to clients in order of id, with one statement. `neighbours` have no other client between them: their
    /// identifiers are one range of an index, instead of a look-up for each client.
    async fn with_identifiers(&mut self, rows: Vec<client::Model>, neighbours: bool) -> Result<Vec<Client>> {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(Vec::new()) };
        let client = client_identifier::Column::ClientId;
        let identifiers = self
            .find::<client_identifier::Entity>()
            .filter(if neighbours {
                client.between(first.id, last.id)
            } else {
                client.is_in(rows.iter().map(|row| row.id))
            })
            .order_by_asc(client_identifier::Column::Position);
        let identifiers = self.find_all(identifiers).await?;
        let mut of_client: HashMap<Uuid, Vec<ExternalIdentifier>> = HashMap::new();
        for row in identifiers {
            of_client.entry(row.client_id).or_default().push(identifier(row)?);
        }
        let with_theirs = |row: client::Model| {
            let identifiers = of_client.remove(&row.id).unwrap_or_default();
            client_of(row, identifiers)
        };
        rows.into_iter().map(with_theirs).collect()
    }
}

pub(super) fn client_of(row: client::Model, external_identifiers: Vec<ExternalIdentifier>) -> Result<Client> {
    Ok(Client {
        external_identifiers,
        id: row.id.into(),
        name: text(row.name)?,
        preferred_name: row.preferred_name.map(text).transpose()?,
        date_of_birth: row.date_of_birth,
        user_id: row.user_id.map(Into::into),
        login_confirmed: row.login_confirmed,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

pub(super) fn identifier(row: client_identifier::Model) -> Result<ExternalIdentifier> {
    Ok(ExternalIdentifier { system: text(row.system)?, value: text(row.value)? })
}

fn is(identifier: &ExternalIdentifier) -> Condition {
    Condition::all()
        .add(client_identifier::Column::System.eq(identifier.system.as_str()))
        .add(client_identifier::Column::Value.eq(identifier.value.as_str()))
}

/// Both names folded, in one column. They are separated by a line feed, which no word contains.
fn searchable(client: &Client) -> String {
    let names = [Some(&client.name), client.preferred_name.as_ref()];
    names.into_iter().flatten().map(ShortText::folded).collect::<Vec<_>>().join("\n")
}

/// The condition that the name contains every word. Without words it matches no client.
fn named(name: &NameQuery) -> Condition {
    let folded = || Expr::col(client::Column::NameFolded);
    match name.words() {
        [] => Condition::all().add(Expr::val(1).eq(0)),
        words => words.iter().fold(Condition::all(), |all, word| all.add(folded().like(containing(word)))),
    }
}

/// `like` with the wildcards in the word escaped, which `contains()` does not do.
fn containing(word: &str) -> LikeExpr {
    let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    LikeExpr::new(format!("%{escaped}%")).escape('\\')
}
