use super::LogHash;
use super::form::Form;
use super::hash::TAG;
use crate::OrganisationId;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// The random id of a log, which a copy of its database shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogId(pub Uuid);

/// The place of a line in the order of commits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Raised by a logical restore, after which transactions are numbered anew.
    pub epoch: i16,
    /// The number of the transaction; on SQLite that of the line.
    pub commit: i64,
    /// The id of the line.
    pub id: Uuid,
}

impl Position {
    /// Before every line, and before every line that only an attacker could have written.
    pub const START: Self = Self { epoch: i16::MIN, commit: i64::MIN, id: Uuid::nil() };

    fn in_form(self, form: Form) -> Form {
        form.number(self.epoch).number(self.commit).id(self.id)
    }
}

/// A line as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the table")]
pub struct LogRecord {
    pub position: Position,
    pub organisation: OrganisationId,
    pub at: DateTime<Utc>,
    pub kind: String,
    pub operation: String,
    pub outcome: String,
    pub user: Option<Uuid>,
    pub session: Option<Uuid>,
    pub integration: Option<Uuid>,
    pub capacity: Option<String>,
    pub basis: Option<String>,
    pub client: Option<Uuid>,
    pub target: Option<Uuid>,
    pub request: Option<String>,
    pub address: Option<String>,
}

impl LogRecord {
    /// The hash of the line, its position included.
    #[must_use]
    pub fn leaf(&self) -> LogHash {
        let form = self.position.in_form(Form::new("omringd access-log line 1"));
        let form = form.id(self.organisation.0).instant(self.at);
        let form =
            [&self.kind, &self.operation, &self.outcome].iter().fold(form, |form, text| form.bytes(text.as_bytes()));
        let ids = [self.user, self.session, self.integration, self.client, self.target];
        let form = ids.iter().fold(form, |form, id| form.optional(id.as_ref().map(|id| id.as_bytes().as_slice())));
        let texts = [&self.capacity, &self.basis, &self.request, &self.address];
        texts.iter().fold(form, |form, text| form.optional(text.as_ref().map(String::as_bytes))).leaf()
    }
}

/// Where the chain of an organisation ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The number of its last seal.
    pub number: i64,
    /// The hash of that seal.
    pub hash: LogHash,
}

/// The seal on a block: the lines of one organisation since its previous seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The organisation; the nil id for lines outside any.
    pub organisation: OrganisationId,
    /// The number of the block in the organisation, from 1.
    pub number: i64,
    /// The number of the head over it.
    pub head: i64,
    /// The first line.
    pub first: Position,
    /// The last line.
    pub last: Position,
    /// The number of lines.
    pub lines: i64,
    /// The Merkle root over the hashes of the lines.
    pub root: LogHash,
    /// The tags of the lines, in order, so that a changed line can be named.
    pub tags: Vec<u8>,
    /// The hash of the organisation's previous seal.
    pub previous: LogHash,
    /// The hash of this seal.
    pub hash: LogHash,
    /// When it was sealed.
    pub sealed_at: DateTime<Utc>,
}

impl Seal {
    /// The hash that the seal should have.
    #[must_use]
    pub fn computed_hash(&self) -> LogHash {
        let form = Form::new("omringd access-log seal 1").id(self.organisation.0).number(self.number).number(self.head);
        let form = self.last.in_form(self.first.in_form(form)).number(self.lines);
        let form = form.hash_of(self.root).bytes(&self.tags).hash_of(self.previous);
        form.instant(self.sealed_at).leaf()
    }

    /// The tags, one for each line.
    pub(super) fn each_tag(&self) -> impl Iterator<Item = &[u8]> {
        self.tags.chunks(TAG)
    }
}

/// The head of a tick, over the new seals of all organisations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The log.
    pub log: LogId,
    /// The number of the head, from 1.
    pub number: i64,
    /// The number of seals under it.
    pub seals: i64,
    /// The number of lines under it.
    pub lines: i64,
    /// The last line: every line up to here is sealed.
    pub last: Position,
    /// The Merkle root over the hashes of the seals, in the order of organisations.
    pub root: LogHash,
    /// The hash of the previous head.
    pub previous: LogHash,
    /// The hash of this head.
    pub hash: LogHash,
    /// The signature of its note.
    pub signature: Vec<u8>,
    /// When it was sealed.
    pub sealed_at: DateTime<Utc>,
}

impl Head {
    /// The hash that the head should have.
    #[must_use]
    pub fn computed_hash(&self) -> LogHash {
        let form = Form::new("omringd access-log head 1").id(self.log.0).number(self.number).number(self.seals);
        let form = self.last.in_form(form.number(self.lines)).hash_of(self.root).hash_of(self.previous);
        form.instant(self.sealed_at).leaf()
    }
}
