//! A proxy in front of the service, as `OMRINGD_TRUSTED_PROXIES` names it.

use crate::support::{Home, JSON, Served, send, serve_logged, stop};
use serde_json::Value;
use std::sync::mpsc::Receiver;

/// The service behind these proxies, with a limit of three requests per minute for each address.
struct Service {
    child: Served,
    address: String,
    log: Receiver<Value>,
    _home: Home,
}

impl Service {
    fn behind(name: &str, proxies: &str) -> Self {
        let home = Home::new(name);
        let environment = [("OMRINGD_TRUSTED_PROXIES", proxies), ("OMRINGD_REQUESTS_PER_MINUTE", "3")];
        let (child, address, log) = serve_logged(home.command(&["serve"]), &environment);
        Self { child, address, log, _home: home }
    }

    /// Returns the status of a log-in with a wrong password and this `X-Forwarded-For`.
    fn log_in(&self, forwarded: &str) -> u16 {
        let headers = format!("{JSON}x-forwarded-for: {forwarded}\r\n");
        let body = r#"{"email":"niemand@example.nl","password":"wrong"}"#;
        let answer = send(&self.address, "POST", "/v1/sessions", &headers, body).unwrap();
        answer.split(' ').nth(1).unwrap().parse().unwrap()
    }

    /// Stops the service and returns the networks of the refused log-ins in its log.
    fn logged(mut self) -> Vec<String> {
        assert!(stop(&mut self.child).success());
        let refused = self.log.iter().filter(|line| line["message"] == "log-in refused");
        refused.map(|line| line["network"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn limits_and_log_lines_have_the_address_behind_a_trusted_proxy() {
    let service = Service::behind("trusted-proxy", "127.0.0.0/8,10.0.0.1");
    assert_eq!(service.log_in("203.0.113.66"), 401);
    // The client cannot choose its address with a forged entry, and a second proxy is skipped.
    assert_eq!(service.log_in("198.51.100.1, 203.0.113.66"), 401);
    assert_eq!(service.log_in("203.0.113.66, 10.0.0.1"), 401);
    assert_eq!(service.log_in("203.0.113.66"), 429);
    assert_eq!(service.log_in("203.0.113.67"), 401);
    assert_eq!(service.logged(), ["203.0.113.66", "203.0.113.66", "203.0.113.66", "203.0.113.67"]);
}

#[test]
fn a_peer_that_is_no_trusted_proxy_cannot_choose_its_address() {
    let service = Service::behind("untrusted-peer", "192.0.2.1");
    for n in 0..3 {
        assert_eq!(service.log_in(&format!("203.0.113.{n}")), 401);
    }
    assert_eq!(service.log_in("203.0.113.9"), 429);
    assert_eq!(service.logged(), ["127.0.0.1"; 3]);
}
