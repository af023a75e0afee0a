use super::convert::{named, named_user, text, word};
use crate::engine::rows;
use crate::entity::{consent, integration};
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::{Granted, Scope};
use domain::consents::{Consent, Consents, Receiver};
use domain::{ClientId, ConsentId, IntegrationId, Page, PageRequest, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, Select};
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        client_id: Uuid,
        receiver_id: Uuid,
        receiver_name: String,
        purpose: String,
        manner: String,
        text_version: String,
        text_language: String,
        given_at: DateTime<Utc>,
        recorded_by: Uuid,
        recorded_by_name: Option<String>,
        recorded_at: DateTime<Utc>,
        withdrawn_at: Option<DateTime<Utc>>,
        withdrawn_by: Option<Uuid>,
        withdrawn_by_name: Option<String>,
    }
}

/// The consents with the names of those who recorded and withdrew them.
const CONSENTS: &str = "select k.id, k.client_id, k.receiver_id, k.receiver_name, k.purpose, k.manner, k.text_version,
        k.text_language, k.given_at, k.recorded_by, r.name as recorded_by_name, k.recorded_at, k.withdrawn_at,
        k.withdrawn_by, w.name as withdrawn_by_name
    from consent k left join user_account r on r.id = k.recorded_by left join user_account w on w.id = k.withdrawn_by
    where k.organisation_id = $1";

#[async_trait]
impl Consents for Unit {
    async fn get(&mut self, id: &Granted<ConsentId>) -> Result<Option<Consent>> {
        let row: Option<Row> = self.row(format!("{CONSENTS} and k.id = $2"), [id.id().0.into()]).await?;
        row.map(consent).transpose()
    }

    async fn list(&mut self, client: &Granted<ClientId>, page: PageRequest) -> Result<Page<Consent>> {
        let sql = format!("{CONSENTS} and k.client_id = $2");
        self.page_by_hand(&sql, "k.id", [client.id().0.into()], page, consent).await
    }

    async fn receivers(&mut self, page: PageRequest) -> Result<Page<Receiver>> {
        let query = self.receiving();
        self.page(query, page, receiver).await
    }

    async fn receiver(&mut self, id: IntegrationId) -> Result<Option<Receiver>> {
        let query = self.receiving().filter(integration::Column::Id.eq(id.0));
        self.find_one(query).await?.map(receiver).transpose()
    }

    async fn add(&mut self, client: &Granted<ClientId>, consent: &Consent) -> Result<()> {
        let row = consent::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(consent.id.0),
            client_id: Set(client.id().0),
            receiver_id: Set(consent.receiver.id.0),
            receiver_name: Set(consent.receiver.name.as_str().to_owned()),
            purpose: Set(consent.purpose.code().to_owned()),
            manner: Set(consent.manner.code().to_owned()),
            text_version: Set(consent.text_version.as_str().to_owned()),
            text_language: Set(consent.text_language.code().to_owned()),
            given_at: Set(consent.given_at),
            recorded_by: Set(consent.recorded_by.id.0),
            recorded_at: Set(consent.recorded_at),
            withdrawn_at: Set(None),
            withdrawn_by: Set(None),
        };
        self.insert_row(row);
        Ok(())
    }

    async fn withdraw(&mut self, id: &Granted<ConsentId>, consent: &Consent) -> Result<()> {
        let changes = consent::ActiveModel {
            withdrawn_at: Set(consent.withdrawn_at),
            withdrawn_by: Set(consent.withdrawn_by.as_ref().map(|by| by.id.0)),
            ..Default::default()
        };
        let update = self.update::<consent::Entity>().set(changes);
        let update = update.filter(consent::Column::Id.eq(id.id().0)).filter(consent::Column::WithdrawnAt.is_null());
        self.change(&update);
        Ok(())
    }
}

impl Unit {
    /// The enabled integrations that may read cards.
    fn receiving(&self) -> Select<integration::Entity> {
        let scope = format!("%\"{}\"%", Scope::ReadCards.code());
        let enabled = self.find::<integration::Entity>().filter(integration::Column::Enabled.eq(true));
        enabled.filter(integration::Column::Scopes.like(scope))
    }
}

fn receiver(row: integration::Model) -> Result<Receiver> {
    Ok(Receiver { id: row.id.into(), name: text(row.name)? })
}

fn consent(row: Row) -> Result<Consent> {
    Ok(Consent {
        id: row.id.into(),
        client_id: row.client_id.into(),
        receiver: Receiver { id: row.receiver_id.into(), name: text(row.receiver_name)? },
        purpose: word(&row.purpose)?,
        manner: word(&row.manner)?,
        text_version: text(row.text_version)?,
        text_language: word(&row.text_language)?,
        given_at: row.given_at,
        recorded_by: named_user(row.recorded_by, row.recorded_by_name)?,
        recorded_at: row.recorded_at,
        withdrawn_at: row.withdrawn_at,
        withdrawn_by: named(row.withdrawn_by, row.withdrawn_by_name)?,
    })
}
