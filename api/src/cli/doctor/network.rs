//! How clients reach the service.

use super::Check;
use crate::config::Config;

const PUBLIC_URL: &str = "public URL";
const PROXIES: &str = "trusted proxies";

pub(super) fn public_url(config: &Config) -> Check {
    let url = &config.public_url;
    if url.is_loopback() {
        let message = format!(
            "OMRINGD_PUBLIC_URL is {url}, which only this machine reaches: set it to the address that clients use."
        );
        return Check::warning(PUBLIC_URL, message);
    }
    if !url.is_https() {
        let message = format!(
            "OMRINGD_PUBLIC_URL is {url}, which sends passwords unencrypted: use https:// and a proxy with a certificate."
        );
        return Check::failure(PUBLIC_URL, message);
    }
    Check::ok(PUBLIC_URL, format!("Clients reach the service at {url}, which is encrypted."))
}

pub(super) fn trusted_proxies(config: &Config) -> Check {
    if let Err(error) = config.trusted_proxies() {
        return Check::failure(PROXIES, format!("OMRINGD_TRUSTED_PROXIES: {error}."));
    }
    if config.trusted_proxies.is_empty() && config.public_url.is_https() {
        // The service itself has no TLS.
        return Check::warning(
            PROXIES,
            "OMRINGD_TRUSTED_PROXIES is not set: every request appears to come from the proxy, so that all clients share one \
             limit; set it to the proxy's address.",
        );
    }
    let message = match config.trusted_proxies.as_slice() {
        [] => "None, and there is no proxy with a certificate either.".to_owned(),
        proxies => format!("Client addresses are taken from {}.", proxies.join(", ")),
    };
    Check::ok(PROXIES, message)
}

#[cfg(test)]
mod tests {
    use super::super::Status;
    use super::*;

    #[test]
    fn a_service_on_the_internet_is_encrypted_and_behind_a_named_proxy() {
        let statuses = |url: &str, proxies: &[&str]| {
            let config = Config {
                public_url: url.to_owned().try_into().unwrap(),
                trusted_proxies: proxies.iter().map(|&proxy| proxy.to_owned()).collect(),
                ..Config::default()
            };
            (public_url(&config).status, trusted_proxies(&config).status)
        };
        assert_eq!(statuses("https://omringd.example.nl", &["127.0.0.1"]), (Status::Ok, Status::Ok));
        assert_eq!(statuses("https://omringd.example.nl", &[]), (Status::Ok, Status::Warning));
        assert_eq!(statuses("http://omringd.example.nl", &[]), (Status::Failure, Status::Ok));
        for loopback in ["http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"] {
            assert_eq!(statuses(loopback, &[]), (Status::Warning, Status::Ok), "{loopback}");
        }
    }
}
