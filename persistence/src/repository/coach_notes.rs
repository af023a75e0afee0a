use super::convert::text;
use crate::engine::rows;
use crate::entity::coach_note;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Granted;
use domain::accounts::NamedUser;
use domain::coach_notes::{CoachNote, CoachNotes};
use domain::{ClientId, CoachNoteId, Page, PageRequest, Result, UserId, Version};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

rows! {
    struct Row {
        id: Uuid,
        client_id: Uuid,
        author_id: Uuid,
        author_name: Option<String>,
        text: String,
        version: i64,
        created_at: DateTime<Utc>,
        updated_at: DateTime<Utc>,
    }
}

/// The notes with the names of their authors.
const NOTES: &str =
    "select n.id, n.client_id, n.author_id, u.name as author_name, n.text, n.version, n.created_at, n.updated_at
    from coach_note n left join user_account u on u.id = n.author_id
    where n.organisation_id = $1";

#[async_trait]
impl CoachNotes for Unit {
    async fn get(&mut self, id: &Granted<CoachNoteId>) -> Result<Option<CoachNote>> {
        let row: Option<Row> = self.row(format!("{NOTES} and n.id = $2"), [id.id().0.into()]).await?;
        row.map(note).transpose()
    }

    async fn list(&mut self, client: &Granted<ClientId>, author: UserId, page: PageRequest) -> Result<Page<CoachNote>> {
        let sql = format!("{NOTES} and n.client_id = $2 and n.author_id = $3");
        self.page_by_hand(&sql, "n.id", [client.id().0.into(), author.0.into()], page, note).await
    }

    async fn add(&mut self, client: &Granted<ClientId>, note: &CoachNote) -> Result<()> {
        let row = coach_note::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(note.id.0),
            client_id: Set(client.id().0),
            author_id: Set(note.author.id.0),
            text: Set(note.text.as_str().to_owned()),
            version: Set(note.version),
            created_at: Set(note.created_at),
            updated_at: Set(note.updated_at),
        };
        self.insert_row(row);
        Ok(())
    }

    async fn update(&mut self, id: &Granted<CoachNoteId>, note: &CoachNote, seen: Version) -> Result<()> {
        let changes = coach_note::ActiveModel {
            text: Set(note.text.as_str().to_owned()),
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

fn note(row: Row) -> Result<CoachNote> {
    Ok(CoachNote {
        id: row.id.into(),
        client_id: row.client_id.into(),
        author: NamedUser { id: row.author_id.into(), name: row.author_name.map(text).transpose()? },
        text: text(row.text)?,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
