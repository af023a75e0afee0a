use crate::server::StartError;
use domain::access::Role;
use domain::accounts::{Email, Membership};
use domain::{Caller, Error, OrganisationId, Password, Ports, sessions};
use uuid::Uuid;

/// A user with a session in an organisation.
pub(super) struct LoggedIn {
    pub(super) caller: Caller,
    pub(super) organisation: OrganisationId,
}

/// Logs in with the credentials in the argument of this name, to act in `role`. Checks that the user has this role;
/// the use cases authorize each action.
pub(super) async fn log_in(
    ports: &Ports,
    (argument, role): (&str, Role),
    (email, password): &(String, String),
    wanted: Option<Uuid>,
) -> Result<LoggedIn, StartError> {
    let email = Email::new(email).map_err(|error| format!("{argument}: {error}"))?;
    let refused = || format!("{argument}: unknown, or not the password");
    let password = Password::typed(password).ok_or_else(refused)?;
    let (session, memberships) = match sessions::log_in(ports, &email, &password).await {
        Ok(logged_in) => (logged_in.session, logged_in.memberships),
        Err(Error::LogInRefused) => return Err(refused().into()),
        Err(error) => return Err(error.into()),
    };
    let caller = Caller::person(session.id, session.user_id);
    let chosen = choose(ports, &caller, session.organisation_id, wanted).await;
    match chosen.and_then(|organisation| in_role(organisation, role, &memberships)) {
        Ok(organisation) => Ok(LoggedIn { caller, organisation }),
        Err(error) => {
            sessions::end_current(ports, &caller).await?;
            Err(format!("{argument}: {error}").into())
        }
    }
}

async fn choose(
    ports: &Ports,
    caller: &Caller,
    present: Option<OrganisationId>,
    wanted: Option<Uuid>,
) -> Result<OrganisationId, StartError> {
    match (present, wanted.map(OrganisationId)) {
        (Some(present), None) => Ok(present),
        (Some(present), Some(wanted)) if present == wanted => Ok(present),
        (_, Some(wanted)) => match sessions::choose_organisation(ports, caller, wanted).await {
            Ok(_) => Ok(wanted),
            Err(Error::NotFound) => Err("is no member of that organisation".into()),
            Err(error) => Err(error.into()),
        },
        (None, None) => Err("is not a member of exactly one organisation; name it with --organisation".into()),
    }
}

fn in_role(organisation: OrganisationId, role: Role, memberships: &[Membership]) -> Result<OrganisationId, StartError> {
    let member = memberships.iter().find(|member| member.organisation_id == organisation);
    if member.is_some_and(|member| member.roles.has(role)) {
        return Ok(organisation);
    }
    Err(format!("has not the role {} in this organisation", role.code()).into())
}
