//! Credentials of integrations, found by an integration's own id.

use super::OwingDatabase;
use crate::engine::rows;
use crate::repository::{key_source, scopes};
use async_trait::async_trait;
use chrono::{DateTime, Duration, Utc};
use domain::integrations::{Assertion, Credentials, IntegrationCredentials};
use domain::ports::TransactionKind;
use domain::{IntegrationId, OrganisationId, Result, SecretDigest};
use uuid::Uuid;

rows! {
    struct Row {
        organisation_id: Uuid,
        jwks: Option<String>,
        jwks_uri: Option<String>,
        scopes: String,
    }
}

rows! {
    struct Active {
        id: Uuid,
    }
}

rows! {
    struct Token {
        organisation_id: Uuid,
        id: Uuid,
        integration_id: Uuid,
        last_used_at: Option<DateTime<Utc>>,
    }
}

impl OwingDatabase {
    /// Records the use of a token, of which the version of the integration says nothing.
    async fn record_use(&self, organisation: OrganisationId, token: &Token, at: DateTime<Utc>) -> Result<()> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        let uses = [("integration_token", token.id), ("integration", token.integration_id)];
        for (table, id) in uses {
            let sql = format!("update {table} set last_used_at = $3 where organisation_id = $1 and id = $2");
            transaction.run_in(organisation, sql, [id.into(), at.into()]).await?;
        }
        transaction.commit().await
    }
}

#[async_trait]
impl IntegrationCredentials for OwingDatabase {
    async fn credentials_of(&self, id: IntegrationId) -> Result<Option<Credentials>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        transaction.set("select set_config('app.integration_id', $1, true)", id.to_string());
        let sql = "select organisation_id, jwks, jwks_uri, scopes from integration where id = $1 and enabled";
        let row: Option<Row> = transaction.row(sql, [id.0.into()]).await?;
        let Some(row) = row else { return Ok(None) };
        let organisation = OrganisationId(row.organisation_id);
        transaction.enter(Some(organisation));
        let sql = "select id from organisation where id = $1 and status = 'active'";
        let active: Option<Active> = transaction.row(sql, [row.organisation_id.into()]).await?;
        transaction.commit().await?;
        let credentials = |active: Active| {
            let (keys, scopes) = (key_source(row.jwks, row.jwks_uri)?, scopes(row.scopes)?);
            Ok(Credentials { organisation: active.id.into(), keys, scopes })
        };
        active.map(credentials).transpose()
    }

    async fn holder_of(
        &self,
        secret: SecretDigest,
        at: DateTime<Utc>,
    ) -> Result<Option<(OrganisationId, IntegrationId)>> {
        let mut transaction = self.begin(TransactionKind::Read).await?;
        transaction.present(secret);
        let sql = "select organisation_id, id, integration_id, last_used_at from integration_token
            where hash = $1 and expires_at > $2";
        let token: Option<Token> = transaction.row(sql, [secret.0.to_vec().into(), at.into()]).await?;
        transaction.commit().await?;
        let Some(token) = token else { return Ok(None) };
        let (organisation, integration) = (OrganisationId(token.organisation_id), IntegrationId(token.integration_id));
        if token.last_used_at.is_none_or(|used| used < at - Duration::minutes(1)) {
            self.record_use(organisation, &token, at).await?;
        }
        Ok(Some((organisation, integration)))
    }

    async fn redeem(
        &self,
        organisation: OrganisationId,
        id: IntegrationId,
        assertion: &Assertion,
        at: DateTime<Utc>,
    ) -> Result<bool> {
        let mut transaction = self.begin(TransactionKind::Write).await?;
        transaction.enter(Some(organisation));
        // Another process's clock may be behind.
        let forgotten = at - Duration::minutes(1);
        let sql = "delete from client_assertion
            where organisation_id = $1 and integration_id = $2 and remember_until < $3";
        transaction.run_in(organisation, sql, [id.0.into(), forgotten.into()]).await?;
        // The primary key decides between concurrent requests. An integration that is gone has no row to insert for.
        let sql = "insert into client_assertion (organisation_id, integration_id, hash, remember_until)
            select organisation_id, id, $3, $4 from integration where organisation_id = $1 and id = $2 and enabled
            on conflict (organisation_id, integration_id, hash) do nothing";
        let values = [id.0.into(), assertion.id.to_vec().into(), assertion.remember_until.into()];
        let unused = transaction.run_in(organisation, sql, values).await? == 1;
        if unused {
            let sql = "update integration set last_used_at = $3 where organisation_id = $1 and id = $2";
            transaction.run_in(organisation, sql, [id.0.into(), at.into()]).await?;
            self.complete(transaction).await?;
        }
        Ok(unused)
    }
}
