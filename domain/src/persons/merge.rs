use super::{Person, Profile};
use crate::access::Action;
use crate::{Caller, Error, Expected, FieldCode, FieldError, PersonId, Ports, Result};

/// The person to be merged into another, with the version the caller saw.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The person to be merged.
    pub id: PersonId,
    /// The version the caller saw.
    pub seen: Expected,
}

/// Merges another person into this one.
///
/// This one's values take precedence, and missing values are filled from the other. On every map the other's
/// supports, ties and agreements become this one's; cards do not change. Then the other person is removed.
///
/// For a caller who does not see private maps, only the other maps change. A person who is also on a private map
/// stays on it unchanged, and is removed from the caller's view only.
///
/// # Errors
/// [`Error::Stale`] for either person; [`Error::UnknownReference`] if the other person is not visible to the caller;
/// [`Error::Invalid`].
pub async fn merge(ports: &Ports, caller: &Caller, id: PersonId, expected: &Expected, other: Merged) -> Result<Person> {
    let (mut work, id) = ports.begin_on(caller, Action::MergePersons, id).await?;
    if let Some(done) = work.stored_response()? {
        return Ok(done);
    }
    if other.id == id.id() {
        return Err(Error::invalid("/personId", FieldCode::Duplicate));
    }
    let (now, private_too) = (work.now(), work.authorization().sees_private(&id));
    let mut persons = work.persons().lock_both(&id, other.id, now).await?;
    let kept = persons.iter().position(|(person, _)| person.id == id.id()).ok_or(Error::NotFound)?;
    let (mut kept, _) = persons.swap_remove(kept);
    expected.check(kept.version)?;
    let unknown = || Error::UnknownReference(vec![FieldError::new("/personId", FieldCode::UnknownReference)]);
    let (gone, _) = persons.pop().filter(|(_, private)| private_too || !private).ok_or_else(unknown)?;
    other.seen.check(gone.version)?;
    let seen = kept.version;
    fill(&mut kept.profile, gone.profile);
    crate::version::bump(&mut kept.version, &mut kept.updated_at, now);
    work.persons().merge(&id, gone.id, private_too, now).await?;
    work.persons().update(&id, &kept, seen).await?;
    work.commit(kept).await
}

/// Fills missing values of a profile.
fn fill(profile: &mut Profile, from: Profile) {
    profile.relationship = profile.relationship.or(from.relationship);
    profile.life_domain = profile.life_domain.or(from.life_domain);
    profile.phone = profile.phone.take().or(from.phone);
    profile.email = profile.email.take().or(from.email);
    profile.note = profile.note.take().or(from.note);
}
