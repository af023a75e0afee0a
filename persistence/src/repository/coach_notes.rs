use super::convert::{named_user, text};
use crate::encryption::{ClientKey, Content};
use crate::engine::rows;
use crate::entity::coach_note;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Granted;
use domain::coach_notes::{CoachNote, CoachNotes};
use domain::{ClientId, CoachNoteId, Page, PageRequest, Result, UserId, Version};
use sea_orm::ActiveValue::Set;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is encrypted of a note.
#[derive(Serialize, Deserialize)]
struct Said {
    text: String,
}

impl Content for Said {
    const TABLE: &'static str = "coach_note";
}

rows! {
    struct Row {
        id: Uuid,
        client_id: Uuid,
        author_id: Uuid,
        author_name: Option<String>,
        sealed: Vec<u8>,
        version: i64,
        created_at: DateTime<Utc>,
        updated_at: DateTime<Utc>,
    }
}

/// The notes with the names of their authors.
const NOTES: &str =
    "select n.id, n.client_id, n.author_id, u.name as author_name, n.sealed, n.version, n.created_at, n.updated_at
    from coach_note n left join user_account u on u.id = n.author_id
    where n.organisation_id = $1";

#[async_trait]
impl CoachNotes for Unit {
    async fn get(&mut self, id: &Granted<CoachNoteId>) -> Result<Option<CoachNote>> {
        let row: Option<Row> = self.row(format!("{NOTES} and n.id = $2"), [id.id().0.into()]).await?;
        let Some(row) = row else { return Ok(None) };
        note(&self.key_of(id.client().id()).await?, row).map(Some)
    }

    async fn list(&mut self, client: &Granted<ClientId>, author: UserId, page: PageRequest) -> Result<Page<CoachNote>> {
        let sql = format!("{NOTES} and n.client_id = $2 and n.author_id = $3");
        let key = self.key_of(client.id()).await?;
        let values = [client.id().0.into(), author.0.into()];
        self.page_by_hand(&sql, "n.id", values, page, |row| note(&key, row)).await
    }

    async fn add(&mut self, client: &Granted<ClientId>, note: &CoachNote) -> Result<()> {
        let key = self.key_of(client.id()).await?;
        let row = coach_note::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(note.id.0),
            client_id: Set(client.id().0),
            author_id: Set(note.author.id.0),
            sealed: Set(sealed(&key, note)?),
            version: Set(note.version),
            created_at: Set(note.created_at),
            updated_at: Set(note.updated_at),
        };
        self.insert_row(row);
        Ok(())
    }

    async fn update(&mut self, id: &Granted<CoachNoteId>, note: &CoachNote, seen: Version) -> Result<()> {
        let key = self.key_of(id.client().id()).await?;
        let changes = coach_note::ActiveModel {
            sealed: Set(sealed(&key, note)?),
            version: Set(note.version),
            updated_at: Set(note.updated_at),
            ..Default::default()
        };
        self.change_at::<coach_note::Entity>(id.id().0, seen, changes);
        Ok(())
    }

    async fn remove(&mut self, id: &Granted<CoachNoteId>, seen: Version) -> Result<()> {
        self.remove_at::<coach_note::Entity>(id.id().0, seen);
        Ok(())
    }
}

fn sealed(key: &ClientKey, note: &CoachNote) -> Result<Vec<u8>> {
    key.seal(note.id.0, &Said { text: note.text.as_str().to_owned() })
}

fn note(key: &ClientKey, row: Row) -> Result<CoachNote> {
    let Said { text: said } = key.open(row.id, &row.sealed)?;
    Ok(CoachNote {
        id: row.id.into(),
        client_id: row.client_id.into(),
        author: named_user(row.author_id, row.author_name)?,
        text: text(said)?,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
