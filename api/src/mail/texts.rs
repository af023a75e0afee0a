//! The texts of mails, from the locales: plain text, and the same as simple HTML.

use crate::config::HttpUrl;
use crate::locale;
use domain::accounts::Domain;
use domain::mail::{DomainNotice, LogInPlace, Mail, Message, Notice};
use domain::vocabulary::Language;
use domain::{Secret, TimeZone};
use fluent_bundle::FluentArgs;

/// Makes links to pages of the front end.
pub(super) struct Links(String);

/// The texts of one mail.
pub(super) struct Texts {
    pub(super) subject: String,
    pub(super) plain: String,
    pub(super) html: String,
}

impl Links {
    pub(super) fn new(front_end: &HttpUrl) -> Self {
        Self(front_end.as_str().trim_end_matches('/').to_owned())
    }

    /// The link to a page. The secret stands after `#`, which no browser sends to a server.
    fn to(&self, page: &str, secret: &Secret) -> String {
        format!("{}/{page}#{}", self.0, secret.expose())
    }

    pub(super) fn texts(&self, mail: &Mail) -> Texts {
        let mut args = FluentArgs::new();
        let (key, link) = match &mail.message {
            Message::Invitation { organisation, invited_by, secret } => {
                args.set("organisation", organisation.as_str().to_owned());
                let by = invited_by.as_ref().map_or(organisation.as_str(), |name| name.as_str());
                args.set("by", by.to_owned());
                ("mail-invitation", Some(self.to("invitation", secret)))
            }
            Message::PasswordReset { name, secret } => {
                args.set("name", name.as_str().to_owned());
                ("mail-password-reset", Some(self.to("password-reset", secret)))
            }
            Message::LogInCode { name, code } => {
                args.set("name", name.as_str().to_owned());
                args.set("code", code.expose().to_owned());
                ("mail-log-in-code", None)
            }
            Message::EmailChange { name, secret } => {
                args.set("name", name.as_str().to_owned());
                ("mail-email-change", Some(self.to("email-change", secret)))
            }
            Message::Notice { name, notice } => {
                args.set("name", name.as_str().to_owned());
                (told(notice, mail.language, &mut args), None)
            }
        };
        let link = link.unwrap_or_default();
        args.set("link", link.clone());
        let text = |key: &str| locale::message(mail.language, key, Some(&args)).unwrap_or_default();
        let (subject, plain) = (one_line(&text(&format!("{key}-subject"))), text(key));
        Texts { html: html(&plain, &link), subject, plain }
    }
}

/// The key of the texts of a notice.
fn told(notice: &Notice, language: Language, args: &mut FluentArgs<'_>) -> &'static str {
    match notice {
        Notice::EmailChangeRequested => "mail-email-change-notice",
        Notice::PasswordChanged => "mail-password-changed",
        Notice::SecondFactorsChanged => "mail-second-factors-changed",
        Notice::RecoveryCodeUsed => "mail-recovery-code-used",
        Notice::AdministratorInvited(organisation) => {
            args.set("organisation", organisation.as_str().to_owned());
            "mail-administrator-invited"
        }
        Notice::DomainsMissing(notice) => {
            domains_of(notice, args);
            "mail-domains-missing"
        }
        Notice::DomainsLost(notice) => {
            domains_of(notice, args);
            "mail-domains-lost"
        }
        Notice::IdentityLinked(organisation) => {
            args.set("organisation", organisation.as_str().to_owned());
            "mail-identity-linked"
        }
        Notice::IdentityRemoved(organisation) => {
            args.set("organisation", organisation.as_str().to_owned());
            "mail-identity-removed"
        }
        Notice::RecordRestricted(organisation) => {
            args.set("organisation", organisation.as_str().to_owned());
            "mail-record-restricted"
        }
        Notice::RestrictionLifted(organisation) => {
            args.set("organisation", organisation.as_str().to_owned());
            "mail-restriction-lifted"
        }
        Notice::ErasureRecorded(organisation) => {
            args.set("organisation", organisation.as_str().to_owned());
            "mail-erasure-recorded"
        }
        Notice::ErasureRefused(organisation) => {
            args.set("organisation", organisation.as_str().to_owned());
            "mail-erasure-refused"
        }
        Notice::NewDevice(place) => {
            place_of(place, language, args);
            "mail-new-device"
        }
        Notice::NewNetwork(place) => {
            place_of(place, language, args);
            "mail-new-network"
        }
    }
}

fn domains_of(notice: &DomainNotice, args: &mut FluentArgs<'_>) {
    let domains: Vec<_> = notice.domains.iter().map(Domain::as_str).collect();
    args.set("organisation", notice.organisation.as_str().to_owned());
    args.set("domains", domains.join(", "));
}

fn place_of(place: &LogInPlace, language: Language, args: &mut FluentArgs<'_>) {
    let unknown = || locale::message(language, "mail-unknown-device", None).unwrap_or_default();
    args.set("device", place.device_name.as_ref().map_or_else(unknown, |name| name.as_str().to_owned()));
    args.set("network", place.network.clone());
    args.set("at", TimeZone::default().local(place.at).format("%Y-%m-%d %H:%M").to_string());
}

/// A header has one line, whatever a name holds.
fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// Paragraphs of escaped text, in which the link can be followed.
fn html(plain: &str, link: &str) -> String {
    let escaped_link = escape(link);
    let paragraph = |text: &str| {
        let text = escape(text).replace('\n', "<br>\n");
        let text = if link.is_empty() {
            text
        } else {
            text.replace(&escaped_link, &format!("<a href=\"{escaped_link}\">{escaped_link}</a>"))
        };
        format!("<p>{text}</p>\n")
    };
    let paragraphs: String = plain.split("\n\n").map(paragraph).collect();
    format!("<!doctype html>\n<html><head><meta charset=\"utf-8\"></head><body>\n{paragraphs}</body></html>\n")
}

fn escape(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    escaped.replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_becomes_escaped_paragraphs_with_one_link() {
        let html = html("A <b> & \"c\"\nd\n\nhttps://x.nl/p#s", "https://x.nl/p#s");
        assert!(html.contains("<p>A &lt;b&gt; &amp; &quot;c&quot;<br>\nd</p>"), "{html}");
        assert!(html.contains("<p><a href=\"https://x.nl/p#s\">https://x.nl/p#s</a></p>"), "{html}");
    }

    #[test]
    fn a_subject_has_one_line() {
        assert_eq!(one_line("a\r\nBcc: b\u{85}c"), "a  Bcc: b c");
    }
}
