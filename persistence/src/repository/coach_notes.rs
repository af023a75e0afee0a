use crate::entity::coach_note;
use crate::transaction::Queries;
use crate::unit_of_work::Unit;
use async_trait::async_trait;
use domain::access::Granted;
use domain::coach_notes::{CoachNote, CoachNotes};
use domain::{ClientId, CoachNoteId, Error, LongText, Page, PageRequest, Result, UserId, Version};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

#[async_trait]
impl CoachNotes for Unit {
    async fn get(&mut self, id: &Granted<CoachNoteId>) -> Result<Option<CoachNote>> {
        let query = self.find::<coach_note::Entity>().filter(coach_note::Column::Id.eq(id.id().0));
        self.find_one(query).await?.map(note).transpose()
    }

    async fn list(&mut self, client: &Granted<ClientId>, author: UserId, page: PageRequest) -> Result<Page<CoachNote>> {
        let query = self
            .find::<coach_note::Entity>()
            .filter(coach_note::Column::ClientId.eq(client.id().0))
            .filter(coach_note::Column::AuthorId.eq(author.0));
        self.page(query, page, note).await
    }

    async fn add(&mut self, client: &Granted<ClientId>, note: &CoachNote) -> Result<()> {
        let row = coach_note::ActiveModel {
            organisation_id: Set(self.organisation().0),
            id: Set(note.id.0),
            client_id: Set(client.id().0),
            author_id: Set(note.author.0),
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

fn note(row: coach_note::Model) -> Result<CoachNote> {
    Ok(CoachNote {
        id: row.id.into(),
        client_id: row.client_id.into(),
        author: row.author_id.into(),
        text: LongText::new(row.text).map_err(Error::internal)?,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
