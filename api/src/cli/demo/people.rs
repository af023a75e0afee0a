use crate::demo_log_ins::PASSWORD;
use crate::server::StartError;
use chrono::NaiveDate;
use domain::access::Roles;
use domain::accounts::{self, Email};
use domain::assignments::{self, NewAssignment};
use domain::clients::{self, ExternalIdentifier, IfExists, NewClient, Outcome};
use domain::invitations::{self, Acceptance, Invited, NewInvitation};
use domain::organisations::{self, NewAdministrator, NewOrganisation, OrganisationChanges};
use domain::{Caller, ClientId, Expected, Password, Ports, Secret, ShortText, UserId, log_ins, sessions};

/// The users of the demo, logged in.
pub(super) struct People {
    admin: Caller,
    coach_id: UserId,
    pub(super) coach: Caller,
    /// The client Saskia.
    pub(super) saskia: Caller,
    pub(super) saskia_id: ClientId,
    pub(super) joost_id: ClientId,
    pub(super) fatima_id: ClientId,
    pub(super) henk_id: ClientId,
}

const OPERATOR: &str = "operator@demo.test";

/// Creates the operator, which needs the owner of the tables.
pub(super) async fn create_operator(ports: &Ports) -> Result<(), StartError> {
    accounts::create_operator(ports, email(OPERATOR)?, short("Platformbeheer")?, &password()?).await?;
    Ok(())
}

impl People {
    pub(super) async fn create(ports: &Ports) -> Result<Self, StartError> {
        let (operator, _) = log_in(ports, &email(OPERATOR)?).await?;
        let admin = NewAdministrator { email: email("admin@demo.test")?, coach: false };
        let new = NewOrganisation { name: short("Zorgpunt De Linde")?, admin };
        let created = organisations::create(ports, &operator, new).await?;
        accept(ports, shown(created.invited)?, "Mirjam Postma").await?;
        let (admin, _) = log_in(ports, &email("admin@demo.test")?).await?;
        let phone = OrganisationChanges { phone: Some(Some(short("030 123 45 67")?)), ..Default::default() };
        organisations::update_own(ports, &admin, &Expected::Any, phone).await?;

        let coach_roles = Roles { coach: true, ..Roles::default() };
        invite(ports, &admin, "coach@demo.test", "Anouk Visser", coach_roles, None).await?;
        let (coach, coach_id) = log_in(ports, &email("coach@demo.test")?).await?;

        let saskia_id = client(ports, &admin, coach_id, ("Saskia de Wit", (1974, 5, 3), "1204")).await?;
        let joost_id = client(ports, &admin, coach_id, ("Joost Bakker", (1951, 11, 20), "1311")).await?;
        let fatima_id = client(ports, &admin, coach_id, ("Fatima el Amrani", (1992, 2, 9), "1420")).await?;
        let henk_id = client(ports, &admin, coach_id, ("Henk Dijkstra", (1939, 8, 14), "1502")).await?;
        invite(ports, &admin, "saskia@demo.test", "Saskia de Wit", Roles::default(), Some(saskia_id)).await?;
        let confirmed = log_ins::confirm_as_operator(ports, created.organisation.id, saskia_id).await?;
        if !confirmed {
            return Err("the log-in of the demo's client cannot be confirmed".into());
        }
        let (saskia, _) = log_in(ports, &email("saskia@demo.test")?).await?;
        for address in ["admin@demo.test", "coach@demo.test", "saskia@demo.test"] {
            accounts::confirm_email(ports, &email(address)?, None).await?;
        }
        Ok(Self { admin, coach_id, coach, saskia, saskia_id, joost_id, fatima_id, henk_id })
    }

    /// Creates another client of the coach.
    pub(super) async fn one_more(&self, ports: &Ports, number: usize) -> Result<ClientId, StartError> {
        const FIRST: [&str; 12] = [
            "Anna", "Willem", "Samira", "Piet", "Yvonne", "Mehmet", "Greet", "Kees", "Chantal", "Ibrahim", "Trees",
            "Sven",
        ];
        const LAST: [&str; 11] = [
            "Jansen",
            "de Vries",
            "Yılmaz",
            "van Dijk",
            "Smit",
            "Bouali",
            "Mulder",
            "Peters",
            "van den Berg",
            "Kaya",
            "Hendriks",
        ];
        let of = |names: &[&'static str], at: usize| names.get(at % names.len()).copied().unwrap_or_default();
        let (name, file) = (format!("{} {}", of(&FIRST, number), of(&LAST, number)), format!("{}", 2000 + number));
        let year = 1940 + i32::try_from(number % 60)?;
        let born = (year, 1 + u32::try_from(number % 12)?, 1 + u32::try_from(number % 28)?);
        client(ports, &self.admin, self.coach_id, (&name, born, &file)).await
    }
}

pub(super) fn short(text: &str) -> Result<ShortText, StartError> {
    Ok(ShortText::new(text)?)
}

fn email(address: &str) -> Result<Email, StartError> {
    Email::new(address).map_err(|_| "an email address of the demo is invalid".into())
}

fn password() -> Result<Password, StartError> {
    Password::chosen(PASSWORD).ok_or_else(|| "the demo password is invalid".into())
}

async fn log_in(ports: &Ports, email: &Email) -> Result<(Caller, UserId), StartError> {
    let session = sessions::log_in(ports, sessions::LogIn::with_password(email.clone(), password()?)).await?.session;
    Ok((Caller::person(session.id, session.user_id), session.user_id))
}

async fn accept(ports: &Ports, secret: Secret, name: &str) -> Result<(), StartError> {
    let acceptance = Acceptance { secret, email: None, name: Some(short(name)?), password: password()? };
    let pending = invitations::pending(ports, &acceptance).await?;
    invitations::accept(ports, acceptance, pending).await?;
    Ok(())
}

/// The secret of an invitation: no mail is sent while the data is made.
fn shown(invited: Invited) -> Result<Secret, StartError> {
    invited.secret.ok_or_else(|| "the demo's invitations are not mailed".into())
}

async fn invite(
    ports: &Ports,
    admin: &Caller,
    address: &str,
    name: &str,
    roles: Roles,
    client_id: Option<ClientId>,
) -> Result<(), StartError> {
    let invited = invitations::create(
        ports,
        admin,
        NewInvitation { email: Some(email(address)?), roles, language: None, client_id, member_id: None },
    )
    .await?;
    accept(ports, shown(invited)?, name).await
}

async fn client(
    ports: &Ports,
    admin: &Caller,
    coach_id: UserId,
    (name, (year, month, day), number): (&str, (i32, u32, u32), &str),
) -> Result<ClientId, StartError> {
    let identifier = ExternalIdentifier { system: short("https://ecd.example/clientnummer")?, value: short(number)? };
    let new = NewClient {
        name: short(name)?,
        preferred_name: None,
        date_of_birth: NaiveDate::from_ymd_opt(year, month, day),
        external_identifiers: vec![identifier],
    };
    let client = match clients::create(ports, admin, new, IfExists::Refuse).await? {
        Outcome::Created(client) | Outcome::Existing(client) => client,
    };
    let basis = short("Begeleidingsovereenkomst")?;
    let assignment = NewAssignment { coach_id, basis, starts_at: None, ends_at: None };
    assignments::create(ports, admin, client.id, assignment).await?;
    Ok(client.id)
}
