use super::{LettreMailer, Transport, texts};
use crate::config::HttpUrl;
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::{AsyncSmtpTransport, AsyncSmtpTransportBuilder};
use lettre::{AsyncFileTransport, Tokio1Executor};
use secrecy::{ExposeSecret, SecretString};
use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;
use url::{Host, Url};

/// Timeout for the connection and for each answer of the mail server.
const ANSWER: Duration = Duration::from_secs(20);

/// How mail is sent.
#[derive(Clone, Debug)]
pub struct MailSettings {
    /// Where it goes.
    pub transport: MailTransport,
    /// The sender.
    pub from: Mailbox,
    /// The front end, at which links lead. Never the address of a request.
    pub front_end: HttpUrl,
}

/// Where mail goes.
#[derive(Clone, Debug)]
pub enum MailTransport {
    /// To a mail server.
    Smtp {
        /// `smtp://` or `smtps://`, with user and password.
        url: SecretString,
        /// A password that needs no escaping, instead of the one in the URL.
        password: Option<SecretString>,
        /// PEM file with the authority of the server's certificate, if the system does not know it.
        root_certificate: Option<PathBuf>,
    },
    /// To files in a directory.
    Directory(PathBuf),
}

impl MailSettings {
    /// Makes the mailer. Connects to nothing yet.
    ///
    /// # Errors
    /// For a URL or certificate that cannot be used, and a directory that cannot be created.
    pub(crate) fn mailer(self) -> Result<LettreMailer, Box<dyn Error + Send + Sync>> {
        let transport = match self.transport {
            MailTransport::Directory(directory) => {
                private_directory(&directory)?;
                Transport::Directory(AsyncFileTransport::new(directory))
            }
            MailTransport::Smtp { url, password, root_certificate } => {
                let pem = root_certificate.map(std::fs::read).transpose();
                let pem = pem.map_err(|error| format!("OMRINGD_SMTP_ROOT_CERTIFICATE: {error}"))?;
                Transport::Smtp(smtp(&url, password.as_ref(), pem.as_deref())?)
            }
        };
        Ok(LettreMailer { transport, from: self.from, links: texts::Links::new(&self.front_end) })
    }
}

/// The mails in it hold secrets.
fn private_directory(directory: &PathBuf) -> Result<(), String> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory).map_err(|error| format!("OMRINGD_MAIL_DIRECTORY: {}: {error}", directory.display()))
}

/// The transport of a URL. TLS is required, unless the server is on this machine and no certificate is set.
fn smtp(
    url: &SecretString,
    password: Option<&SecretString>,
    root_certificate: Option<&[u8]>,
) -> Result<AsyncSmtpTransport<Tokio1Executor>, Box<dyn Error + Send + Sync>> {
    let url = Url::parse(url.expose_secret()).map_err(|_| "OMRINGD_SMTP_URL: not a URL")?;
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    let mut builder: AsyncSmtpTransportBuilder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&host);
    let mut tls = TlsParameters::builder(host);
    if let Some(pem) = root_certificate {
        let refused = |error| format!("OMRINGD_SMTP_ROOT_CERTIFICATE: {error}");
        tls = tls.add_root_certificate(Certificate::from_pem(pem).map_err(refused)?);
    }
    let implicit = url.scheme() == "smtps";
    let plain = !implicit && root_certificate.is_none() && is_loopback(&url);
    let (tls, port) = match (plain, implicit) {
        (true, _) => (Tls::None, 25),
        (false, true) => (Tls::Wrapper(tls.build()?), 465),
        (false, false) => (Tls::Required(tls.build()?), 587),
    };
    builder = builder.tls(tls).port(url.port().unwrap_or(port)).timeout(Some(ANSWER));
    if !url.username().is_empty() {
        let user = decoded(url.username());
        let in_url = || url.password().map(decoded);
        let password = password.map(|password| password.expose_secret().to_owned()).or_else(in_url);
        builder = builder.credentials(Credentials::new(user, password.unwrap_or_default()));
    }
    Ok(builder.build())
}

/// Decodes `%XX` in the user or password of a URL.
fn decoded(text: &str) -> String {
    let query = format!("x={}", text.replace('+', "%2B"));
    form_urlencoded::parse(query.as_bytes()).map(|(_, value)| value.into_owned()).next().unwrap_or_default()
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        // A URL of another scheme than http keeps an IPv4 address as a name.
        Some(Host::Domain(name)) => {
            name == "localhost" || name.parse::<std::net::Ipv4Addr>().is_ok_and(|address| address.is_loopback())
        }
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_loopback() {
        for (url, loopback) in [
            ("smtp://localhost:25", true),
            ("smtp://127.0.0.1", true),
            ("smtp://127.8.8.8", true),
            ("smtp://[::1]:25", true),
            ("smtp://127.0.0.1.example.nl", false),
            ("smtp://localhost.example.nl", false),
            ("smtp://10.0.0.1", false),
            ("smtp://[fe80::1]", false),
        ] {
            assert_eq!(is_loopback(&Url::parse(url).unwrap()), loopback, "{url}");
        }
    }

    #[test]
    fn a_user_and_password_may_have_any_character() {
        assert_eq!(decoded("a%40b.nl"), "a@b.nl");
        assert_eq!(decoded("a+b%2Fc%26d=e"), "a+b/c&d=e");
    }
}
