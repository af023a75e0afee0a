use crate::server::StartError;
use domain::assignments::{self, NewAssignment};
use domain::clients::{self, IfExists, NewClient, Outcome, Search};
use domain::maps::{self, Map, NewMap};
use domain::support_types::{self, OwnSupportType, OwnSupportTypes};
use domain::vocabulary::SupportType;
use domain::{Caller, ClientId, Conflict, Error, Expected, MAX_PAGE, PageRequest, Ports, ShortText, imports};
use exchange::{MappedClient, Mapping};
use std::collections::BTreeMap;
use std::fmt;

/// Number of imported items of each kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Clients that received a map.
    pub clients: usize,
    /// Clients among them that were created.
    pub created: usize,
    /// Persons.
    pub persons: usize,
    /// Supports.
    pub supports: usize,
    /// Ties.
    pub ties: usize,
    /// Rows skipped because their client already has such a map.
    pub skipped: Vec<u32>,
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { clients, created, persons, supports, ties, skipped } = self;
        write!(f, "clients {clients}, of whom new {created}\npersons {persons}\nsupports {supports}\nties {ties}\n")?;
        write!(f, "skipped {}", skipped.len())?;
        if skipped.is_empty() { Ok(()) } else { write!(f, ", who have a map of this theme: {}", Rows(skipped)) }
    }
}

/// Rows of the clients table.
struct Rows<'a>(&'a [u32]);

impl fmt::Display for Rows<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows: Vec<_> = self.0.iter().map(u32::to_string).collect();
        write!(f, "row {}", rows.join(", "))
    }
}

/// Imports clients with the sessions and mapping of this run.
pub(super) struct Bringing<'a> {
    pub(super) ports: &'a Ports,
    pub(super) mapping: &'a Mapping,
    pub(super) coach: &'a Caller,
    pub(super) admin: Option<&'a Caller>,
}

impl Bringing<'_> {
    /// Imports each client completely or not at all. Checks that concern several clients come first.
    pub(super) async fn all(&self, clients: &[MappedClient]) -> Result<Counts, StartError> {
        self.support_types().await?;
        // The admin finds, creates and assigns each client during its own import.
        let known = if self.admin.is_some() { Vec::new() } else { self.known(clients).await? };
        let mut counts = Counts::default();
        for (place, client) in clients.iter().enumerate() {
            let known = known.get(place).copied();
            self.one(client, known, &mut counts).await.map_err(|error| {
                let done = counts.clients + counts.skipped.len();
                let (file, row) = (&client.file, client.row);
                format!("{file}, row {row}: {error}; {done} clients before it are imported, and are skipped when you run this again")
            })?;
        }
        Ok(counts)
    }

    /// Ensures that the organisation has the support types of the mapping.
    async fn support_types(&self) -> Result<(), StartError> {
        let there = support_types::show(self.ports, self.coach).await?;
        let has = |code: &&SupportType| there.support_types.iter().any(|one| one.code == **code);
        let lacking: Vec<_> = self.mapping.support_types().into_iter().filter(|code| !has(code)).collect();
        if lacking.is_empty() {
            return Ok(());
        }
        let new: Option<Vec<_>> = lacking.iter().map(|code| self.mapping.own_type(code)).collect();
        let (Some(admin), Some(new)) = (self.admin, new) else {
            let codes: Vec<_> = lacking.iter().map(|code| code.code()).collect();
            let how = "an administrator must add them; or give --admin-email, and their labels in the mapping under supportTypes";
            return Err(format!("the organisation has no support type {}: {how}", codes.join(", ")).into());
        };
        let mut own = Vec::new();
        for entry in there.support_types.into_iter().filter(|entry| !entry.built_in) {
            let (nl, en) = (ShortText::new(entry.label.nl)?, ShortText::new(entry.label.en)?);
            own.push(OwnSupportType { code: entry.code, nl, en });
        }
        own.extend(new);
        let own = OwnSupportTypes::new(own)?;
        support_types::replace(self.ports, admin, &Expected::OneOf(vec![there.version]), &own).await?;
        Ok(())
    }

    /// Returns the clients, in order; all must already be assigned to the coach.
    async fn known(&self, clients: &[MappedClient]) -> Result<Vec<ClientId>, StartError> {
        let mut known = Vec::with_capacity(clients.len());
        let mut lacking = BTreeMap::new();
        for client in clients {
            let search = Search { name: None, external_identifier: Some(client.identifier.clone()) };
            let found = clients::search(self.ports, self.coach, search, PageRequest::new(1, None)).await?;
            match found.items.first() {
                Some(found) => known.push(found.id),
                None => lacking.entry(&client.file).or_insert_with(Vec::new).push(client.row),
            }
        }
        if lacking.is_empty() {
            return Ok(known);
        }
        let rows: Vec<_> = lacking.iter().map(|(file, rows)| format!("{file}, {}", Rows(rows))).collect();
        let how = "an administrator must create and assign them; or give --admin-email";
        Err(format!("{}: not among the clients of this coach: {how}", rows.join("; ")).into())
    }

    async fn one(&self, client: &MappedClient, known: Option<ClientId>, counts: &mut Counts) -> Result<(), StartError> {
        let (id, created) = match known {
            Some(id) => (id, false),
            None => self.created(client).await?,
        };
        let (map, fresh) = match self.map(id).await? {
            Some(map) if map.version > 1 => {
                counts.skipped.push(client.row);
                return Ok(());
            }
            // The map is unused: an aborted run left it.
            Some(map) => (map, false),
            None => {
                let new = NewMap { theme: self.mapping.theme().clone(), private: false };
                (maps::create(self.ports, self.coach, id, new).await?, true)
            }
        };
        let whole = match imports::into_map(self.ports, self.coach, map.id, client.new.clone()).await {
            Ok(whole) => whole,
            Err(error) => {
                if fresh {
                    // If this fails too, the next run fills it.
                    drop(maps::delete(self.ports, self.coach, map.id, &Expected::Any).await);
                }
                return Err(error.into());
            }
        };
        counts.clients += 1;
        counts.created += usize::from(created);
        counts.persons += whole.supporters.len();
        counts.supports +=
            whole.supporters.iter().filter_map(|one| one.answers.supports.as_ref()).map(Vec::len).sum::<usize>();
        counts.ties += whole.ties.len();
        Ok(())
    }

    /// Finds or creates the client and assigns it to the coach; also returns whether it is new.
    async fn created(&self, client: &MappedClient) -> Result<(ClientId, bool), StartError> {
        let admin = self.admin.ok_or(Error::Forbidden)?;
        let new = NewClient {
            name: client.name.clone(),
            preferred_name: None,
            date_of_birth: client.date_of_birth,
            external_identifiers: vec![client.identifier.clone()],
        };
        let (id, created) = match clients::create(self.ports, admin, new, IfExists::Return).await? {
            Outcome::Created(client) => (client.id, true),
            Outcome::Existing(client) => (client.id, false),
        };
        let (coach_id, basis) = (self.coach.user, self.mapping.basis().clone());
        let assignment = NewAssignment { coach_id, basis, starts_at: None, ends_at: None };
        match assignments::create(self.ports, admin, id, assignment).await {
            Ok(_) | Err(Error::Conflict(Conflict::AlreadyAssigned)) => Ok((id, created)),
            Err(error) => Err(error.into()),
        }
    }

    /// Returns the client's map of the theme with the highest version, if any.
    async fn map(&self, client: ClientId) -> Result<Option<Map>, StartError> {
        let (mut after, mut found) = (None, None::<Map>);
        loop {
            let page = maps::list(self.ports, self.coach, client, PageRequest::new(MAX_PAGE, after)).await?;
            let of_theme = page.items.into_iter().filter(|map| map.theme == *self.mapping.theme());
            found = found.into_iter().chain(of_theme).max_by_key(|map| map.version);
            after = page.next;
            if after.is_none() {
                return Ok(found);
            }
        }
    }
}
