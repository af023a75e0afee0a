//! Whether mail can be sent.

use super::Check;
use crate::config::Config;
use crate::server::mail_settings;

const MAIL: &str = "mail";

/// Connects to the mail server and logs in; sends nothing.
pub(super) async fn mail(config: &Config) -> Check {
    let settings = match mail_settings(config) {
        Ok(Some(settings)) => settings,
        Ok(None) => {
            let message = "No mail server is set: nobody can reset a password, and invitations are handed over on paper. Set \
                           OMRINGD_SMTP_URL, OMRINGD_MAIL_FROM and OMRINGD_FRONT_END_URL.";
            return Check::warning(MAIL, message);
        }
        Err(error) => return Check::failure(MAIL, format!("{error}.")),
    };
    let mailer = match settings.mailer() {
        Ok(mailer) => mailer,
        Err(error) => return Check::failure(MAIL, format!("{error}.")),
    };
    match mailer.check().await {
        Ok(()) if config.mail_directory.is_some() => {
            Check::warning(MAIL, "Mail is written to OMRINGD_MAIL_DIRECTORY and reaches nobody: set OMRINGD_SMTP_URL.")
        }
        Ok(()) => Check::ok(MAIL, "The mail server accepts the log-in."),
        Err(reason) => {
            Check::failure(MAIL, format!("Mail cannot be sent: {reason}. Check OMRINGD_SMTP_URL and the mail server."))
        }
    }
}
