use super::{AppSetting, Config, ConfigError, HttpUrl};
use secrecy::ExposeSecret;
use url::Url;

/// Description of a valid URL of a mail server.
const SMTP: &str = "smtp://user:password@host:port or smtps://user:password@host:port; write special characters as %XX";

impl Config {
    /// Whether mail is sent.
    #[must_use]
    pub fn sends_mail(&self) -> bool {
        self.smtp_url.is_some() || self.mail_directory.is_some()
    }

    /// Checks that the settings of mail belong together.
    pub(super) fn check_mail(&self) -> Result<(), ConfigError> {
        if let Some(url) = &self.smtp_url {
            let url = Url::parse(url.expose_secret()).map_err(|_| ConfigError::Refused("smtp_url", SMTP))?;
            let host = url.host_str().is_some_and(|host| !host.is_empty());
            let rest = !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some();
            if !matches!(url.scheme(), "smtp" | "smtps") || !host || rest {
                return Err(ConfigError::Refused("smtp_url", SMTP));
            }
            if self.mail_directory.is_some() {
                return Err(ConfigError::TwoMailTransports);
            }
        }
        if self.sends_mail() && self.mail_from.is_none() {
            return Err(ConfigError::MailNeeds("mail_from"));
        }
        if self.sends_mail() && self.front_end().is_none() {
            return Err(ConfigError::MailNeeds("front_end_url"));
        }
        Ok(())
    }

    /// Whether the service serves its own front end, which needs the root of an origin.
    pub(crate) fn serves_front_end(&self) -> bool {
        self.app == AppSetting::On && !self.public_url.has_prefix()
    }

    /// The front end: the one of the setting, or the service's own.
    pub(crate) fn front_end(&self) -> Option<HttpUrl> {
        let own = || self.public_url.to_string().try_into().ok().filter(|_| self.serves_front_end());
        self.front_end_url.clone().or_else(own)
    }
}
