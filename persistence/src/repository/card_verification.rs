use super::cards::{persons_array, stored_card};
use crate::encryption::{ClientKey, EncryptedKey};
use crate::engine::Row;
use crate::restore::unreadable;
use crate::store::Database;
use domain::ports::TransactionKind;
use domain::{OrganisationId, Result};
use sea_orm::DatabaseBackend;
use uuid::Uuid;

/// Maximum number of cards per statement.
const AT_ONCE: i64 = 50;

/// Decrypts every card of an organisation with the persons on it, and verifies its hash. Returns the number of cards.
///
/// # Errors
/// [`Error::Internal`] for a card that was changed or cannot be decrypted.
pub(crate) async fn verify_cards(database: &Database, organisation: OrganisationId) -> Result<u64> {
    let backend = database.engine.backend();
    let persons = persons_array(backend);
    // Who made it is not in the hash.
    let uuid = if backend == DatabaseBackend::Sqlite { "blob" } else { "uuid" };
    let sql = format!(
        "select k.id, k.client_id, k.map_id, k.number, cast(null as {uuid}) as made_by,
            cast(null as text) as made_by_name, k.made_as, k.review_on, k.sealed, k.content_hash, k.created_at,
            o.key_version, o.client_key,
            (select {persons} from card_person p where p.organisation_id = k.organisation_id and p.card_id = k.id) as persons
        from card k left join client_key o on o.organisation_id = k.organisation_id and o.client_id = k.client_id
        where k.organisation_id = $1 and k.id > $2 order by k.id limit $3"
    );
    let (mut number, mut last) = (0, Uuid::nil());
    loop {
        let mut transaction = database.begin(TransactionKind::Read).await?;
        transaction.enter(Some(organisation));
        let rows: Vec<Row> =
            transaction.rows(sql.clone(), [organisation.0.into(), last.into(), AT_ONCE.into()]).await?;
        transaction.commit().await?;
        let Some(end) = rows.last() else { return Ok(number) };
        last = end.get("id")?;
        for row in &rows {
            let client = row.get::<Uuid>("client_id")?.into();
            let key = match EncryptedKey::of(client, row)? {
                Some(key) => database.keys.decrypt(organisation, &key).await?,
                None => ClientKey::none(organisation, client),
            };
            let verified = stored_card(&key, row).and_then(|card| card.verify());
            verified.map_err(|error| unreadable("card", row, organisation, &error))?;
            number += 1;
        }
    }
}
