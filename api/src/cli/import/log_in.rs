use crate::cli::password::secret_line;
use crate::server::StartError;
use domain::access::Role;
use domain::accounts::{Email, Membership};
use domain::second_factors::SecondFactorState;
use domain::sessions::{self, Proof};
use domain::{Caller, Error, OrganisationId, Password, Ports, Secret};
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
    let refused = || format!("{argument}: unknown address or wrong password");
    let password = Password::typed(password).ok_or_else(refused)?;
    let logged_in = match sessions::log_in(ports, sessions::LogIn::with_password(email, password)).await {
        Ok(logged_in) => logged_in,
        Err(Error::LogInRefused) => return Err(refused().into()),
        Err(error) => return Err(error.into()),
    };
    let session = logged_in.session;
    let caller = Caller::person(session.id, session.user_id);
    let chosen = match second_factor(ports, &caller, logged_in.second_factor, role).await {
        Ok(()) => choose(ports, &caller, session.organisation_id, wanted).await,
        Err(error) => Err(error),
    };
    match chosen.and_then(|organisation| in_role(organisation, role, &logged_in.memberships)) {
        Ok(organisation) => Ok(LoggedIn { caller, organisation }),
        Err(error) => {
            sessions::end_current(ports, &caller).await?;
            Err(format!("{argument}: {error}").into())
        }
    }
}

/// Gives the second factor that the session waits for: reads a code as it reads a password.
async fn second_factor(ports: &Ports, caller: &Caller, state: SecondFactorState, role: Role) -> Result<(), StartError> {
    let variable = if role == Role::Admin { "OMRINGD_ADMIN_CODE" } else { "OMRINGD_CODE" };
    match state {
        SecondFactorState::Given | SecondFactorState::Optional => Ok(()),
        SecondFactorState::Missing => Err("needs a second factor; add one in the front end first".into()),
        SecondFactorState::Expected => {
            let code = Proof::Code(Secret::new(secret_line("Code", variable)?));
            match sessions::confirm(ports, caller, &code).await {
                Ok(_) => Ok(()),
                Err(Error::Invalid(_)) => Err(format!("not a valid code of a second factor ({variable})").into()),
                Err(error) => Err(error.into()),
            }
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
            Err(Error::NotFound) => Err("is not a member of that organisation".into()),
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
    Err(format!("does not have the role {} in this organisation", role.code()).into())
}
