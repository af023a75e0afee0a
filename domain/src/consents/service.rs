use super::{Consent, NewConsent, Receiver};
use crate::access::{Action, Resource};
use crate::{Caller, ClientId, ConsentId, Error, FieldCode, FieldError, Page, PageRequest, Ports, Result};

/// Records a consent: the client's own, or given to a coach.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::LogInUnconfirmed`]; [`Error::ForbiddenMembers`]; [`Error::Invalid`]; [`Error::UnknownReference`] if there is no such
/// receiver; [`crate::Conflict::ConsentInForce`].
pub async fn create(ports: &Ports, caller: &Caller, client: ClientId, new: NewConsent) -> Result<Consent> {
    let (mut work, client) = ports.begin_on(caller, Action::Create(Resource::Consent), client).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    let (user, now) = (work.user(), work.now());
    let (manner, given_at) = new.given(client.attributes(), user, now).map_err(|error| work.refuse(error))?;
    let unknown = || Error::UnknownReference(vec![FieldError::new("/integrationId", FieldCode::UnknownReference)]);
    let receiver = work.consents().receiver(new.receiver).await?.ok_or_else(unknown)?;
    let consent = Consent {
        id: work.new_id(),
        client_id: client.id(),
        receiver,
        purpose: new.purpose,
        manner,
        text_version: new.text_version,
        text_language: new.text_language,
        given_at,
        recorded_by: work.named_user(),
        recorded_at: now,
        withdrawn_at: None,
        withdrawn_by: None,
    };
    work.consents().add(&client, &consent).await?;
    work.commit(consent).await
}

/// Returns a page of a client's consents, with the withdrawn ones.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn list(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<Consent>> {
    let (mut work, client) = ports.begin_on(caller, Action::List(Resource::Consent), client).await?;
    let consents = work.consents().list(&client, page).await?;
    work.end(consents).await
}

/// Returns a page of the external systems to which a client can give a consent.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn receivers(ports: &Ports, caller: &Caller, client: ClientId, page: PageRequest) -> Result<Page<Receiver>> {
    let (mut work, _) = ports.begin_on(caller, Action::ListConsentReceivers, client).await?;
    let receivers = work.consents().receivers(page).await?;
    work.end(receivers).await
}

/// Returns one consent.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn show(ports: &Ports, caller: &Caller, id: ConsentId) -> Result<Consent> {
    let (mut work, id) = ports.begin_on(caller, Action::Read(Resource::Consent), id).await?;
    let consent = work.consents().get(&id).await?.ok_or(Error::NotFound)?;
    work.end(consent).await
}

/// Withdraws a consent, effective on the receiver's next request. Withdrawing it again has no effect.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn withdraw(ports: &Ports, caller: &Caller, id: ConsentId) -> Result<Consent> {
    let (mut work, id) = ports.begin_on(caller, Action::Update(Resource::Consent), id).await?;
    let mut consent = work.consents().get(&id).await?.ok_or(Error::NotFound)?;
    if consent.withdrawn_at.is_none() {
        consent.withdrawn_at = Some(work.now());
        consent.withdrawn_by = Some(work.named_user());
        work.consents().withdraw(&id, &consent).await?;
    }
    work.commit(consent).await
}
