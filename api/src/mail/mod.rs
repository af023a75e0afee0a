//! Sends mail through an SMTP server, or writes it to a directory.

mod settings;
mod texts;

use async_trait::async_trait;
use domain::accounts::Email;
use domain::mail::{Mail, MailError, Mailer};
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::transport::smtp::response::Code;
use lettre::{Address, AsyncFileTransport, AsyncTransport, Message, Tokio1Executor};
pub use settings::{MailSettings, MailTransport};
use std::fmt;
use std::time::Duration;
use uuid::Uuid;

/// Timeout for handing one mail over, with all commands and answers.
const TIMEOUT: Duration = Duration::from_secs(20);

/// The mailer with its transport.
pub(crate) struct LettreMailer {
    transport: Transport,
    from: Mailbox,
    links: texts::Links,
}

enum Transport {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Directory(AsyncFileTransport<Tokio1Executor>),
}

impl fmt::Debug for LettreMailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LettreMailer")
    }
}

impl LettreMailer {
    /// The mail as it is sent.
    ///
    /// # Errors
    /// [`MailError::Refused`] for an address that has no form in a mail.
    fn message(&self, mail: &Mail) -> Result<Message, MailError> {
        let failed = |error: lettre::error::Error| MailError::Failed(error.into());
        let texts = self.links.texts(mail);
        let id = format!("<{}@{}>", Uuid::new_v4(), self.from.email.domain());
        let body = MultiPart::alternative()
            .singlepart(part(ContentType::TEXT_PLAIN, texts.plain))
            .singlepart(part(ContentType::TEXT_HTML, texts.html));
        let message = Message::builder()
            .message_id(Some(id))
            .from(self.from.clone())
            .to(Mailbox::new(None, address(&mail.to)?))
            .subject(texts.subject);
        message.multipart(body).map_err(failed)
    }
}

impl LettreMailer {
    /// Checks that mail can be handed over: the server answers and accepts the log-in, or the directory accepts a file.
    ///
    /// # Errors
    /// The reason, without any address.
    pub(crate) async fn check(&self) -> Result<(), String> {
        match &self.transport {
            Transport::Smtp(server) => match tokio::time::timeout(TIMEOUT, server.test_connection()).await {
                Ok(Ok(true)) => Ok(()),
                Ok(Ok(false)) => Err("the mail server closes the connection".to_owned()),
                Ok(Err(error)) => Err(reason(&error)),
                Err(late) => Err(late.to_string()),
            },
            // It was created, so it can be written.
            Transport::Directory(_) => Ok(()),
        }
    }
}

fn part(content_type: ContentType, text: String) -> SinglePart {
    SinglePart::builder().header(content_type).body(text)
}

/// The address with its domain in ASCII, as mail servers expect it.
fn address(email: &Email) -> Result<Address, MailError> {
    let (mailbox, domain) = email.as_str().split_once('@').ok_or(MailError::Refused)?;
    let domain = url::Host::parse(domain).map_err(|_| MailError::Refused)?;
    Address::new(mailbox, domain.to_string()).map_err(|_| MailError::Refused)
}

#[async_trait]
impl Mailer for LettreMailer {
    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let message = self.message(mail)?;
        let sent = tokio::time::timeout(TIMEOUT, self.transport.send(message)).await;
        let sent = sent.unwrap_or_else(|late| Err(MailError::Failed(late.into())));
        let outcome = match &sent {
            Ok(()) => "sent",
            Err(MailError::Refused) => "refused",
            Err(MailError::Failed(_)) => "failed",
        };
        metrics::counter!("mails_total", "outcome" => outcome).increment(1);
        match &sent {
            Ok(()) => tracing::debug!("a mail was sent"),
            Err(MailError::Refused) => tracing::info!("the mail server refuses an address"),
            Err(MailError::Failed(cause)) => tracing::warn!(%cause, "a mail was not sent"),
        }
        sent
    }
}

impl Transport {
    async fn send(&self, message: Message) -> Result<(), MailError> {
        match self {
            Self::Smtp(server) => match server.send(message).await {
                Ok(_) => Ok(()),
                Err(error) if error.is_permanent() && error.status().is_none_or(is_about_address) => {
                    Err(MailError::Refused)
                }
                // The answer of the server may repeat the address: only its code is kept.
                Err(error) => Err(MailError::Failed(reason(&error).into())),
            },
            Self::Directory(directory) => match directory.send(message).await {
                Ok(_) => Ok(()),
                Err(error) => Err(MailError::Failed(error.into())),
            },
        }
    }
}

/// Whether a permanent refusal is about the recipient, and not about the log-in of this service.
fn is_about_address(code: Code) -> bool {
    !["530", "534", "535", "538"].contains(&code.to_string().as_str())
}

fn reason(error: &lettre::transport::smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("the mail server answers {code}"),
        None => crate::problem::chain(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::mail::Message as Content;
    use domain::vocabulary::Language;
    use domain::{Secret, ShortText};

    fn mailer(directory: &std::path::Path) -> LettreMailer {
        MailSettings {
            transport: MailTransport::Directory(directory.to_owned()),
            from: "Omringd <niet-antwoorden@omringd.example>".parse().unwrap(),
            front_end: "https://app.example.nl/omringd/".to_owned().try_into().unwrap(),
        }
        .mailer()
        .unwrap()
    }

    fn sent(to: &str, organisation: &str, invited_by: &str) -> String {
        let directory = tempfile::tempdir().unwrap();
        let message = Content::Invitation {
            organisation: ShortText::new(organisation).unwrap(),
            invited_by: Some(ShortText::new(invited_by).unwrap()),
            secret: Secret::new("vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E"),
        };
        let mail = Mail { to: Email::new(to).unwrap(), language: Language::English, message };
        let message = mailer(directory.path()).message(&mail).unwrap();
        String::from_utf8(message.formatted()).unwrap()
    }

    #[test]
    fn a_mail_has_text_and_html_with_the_secret_after_the_hash() {
        let mail = sent("marijke@example.nl", "De Linde", "Anja");
        assert!(mail.contains("Subject: Invitation from De Linde\r\n"), "{mail}");
        assert!(mail.contains("From: Omringd <niet-antwoorden@omringd.example>\r\n"), "{mail}");
        assert!(mail.contains("To: marijke@example.nl\r\n"), "{mail}");
        let whole = mail.replace("=\r\n", "").replace("=3D", "=");
        let link = "https://app.example.nl/omringd/invitation#vW2m0nU0x1xPq1fS0bq8c9m3m1yQh0m4m1l0m6vYc2E";
        assert!(whole.contains(&format!("\r\n{link}\r\n")) && whole.contains(&format!("href=\"{link}\"")), "{whole}");
    }

    #[test]
    fn names_add_no_header_and_no_markup() {
        for hostile in
            ["Linde\u{85}Bcc: x@y.nl", "Linde =?utf-8?q?=0D=0ABcc:_x@y.nl?=", "<script>&\"'", "a\tBcc: b@c.nl"]
        {
            let Ok(name) = ShortText::new(hostile) else { continue };
            let mail = sent("marijke@example.nl", name.as_str(), name.as_str());
            let head = mail.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ");
            let names: Vec<_> = head.lines().filter_map(|line| line.split_once(':')).map(|(name, _)| name).collect();
            let expected = ["Message-ID", "From", "To", "Subject", "MIME-Version", "Date", "Content-Type"];
            assert!(names.iter().all(|name| expected.contains(name)), "{head}");
            assert!(!mail.contains("<script>") || !mail.split("text/html").nth(1).unwrap().contains("<script>"));
        }
    }

    #[test]
    fn a_name_cannot_hold_a_line_break() {
        for hostile in ["Linde\r\nBcc: x@y.nl", "Linde\nBcc: x@y.nl", "Linde\rBcc: x@y.nl", "Linde\u{2028}Bcc: x@y.nl"]
        {
            assert!(ShortText::new(hostile).is_err(), "{hostile:?}");
        }
    }

    #[test]
    fn a_domain_goes_in_ascii() {
        assert!(sent("jan@café.nl", "De Linde", "Anja").contains("To: jan@xn--caf-dma.nl\r\n"));
    }

    #[test]
    fn only_a_refused_log_in_is_not_about_the_address() {
        let code = |text: &str| {
            let response: lettre::transport::smtp::response::Response = text.parse().unwrap();
            is_about_address(response.code())
        };
        assert!(code("550 5.1.1 no such user\r\n") && code("553 bad address\r\n") && code("554 no\r\n"));
        assert!(!code("535 5.7.8 wrong password\r\n") && !code("530 5.7.0 log in first\r\n"));
    }
}
