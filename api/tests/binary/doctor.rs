//! `omringd doctor`: its output and exit code.

use crate::support::{Home, serve, stop};
use serde_json::Value;
use std::process::Output;

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn the_doctor_says_what_is_wrong_and_exits_with_1() {
    let home = Home::new("doctor");
    let missing = home.run(&["doctor"], &[]);
    let (out, err) = said(&missing);
    assert_eq!(missing.status.code(), Some(1));
    assert!(out.starts_with("failure  database") && out.contains("omringd migrate"), "{out}");
    assert!(err.starts_with("omringd: 1 of "), "{err}");
    assert!(!home.0.join(".local").exists(), "it makes nothing");

    let (mut child, _) = serve(&home, &[]);
    let settings = [("OMRINGD_PUBLIC_URL", "https://omringd.example.nl"), ("OMRINGD_TRUSTED_PROXIES", "127.0.0.1")];
    let sound = home.run(&["doctor"], &settings);
    let (out, err) = said(&sound);
    assert!(sound.status.success() && err.is_empty(), "{out}{err}");
    for check in ["database", "migrations", "role", "keys", "public URL", "trusted proxies"] {
        assert!(out.contains(&format!("ok       {check:20} ")), "{check}: {out}");
    }
    assert!(stop(&mut child).success());

    let unsafe_url = home.run(&["doctor", "--json"], &[("OMRINGD_PUBLIC_URL", "http://omringd.example.nl")]);
    let (out, _) = said(&unsafe_url);
    assert_eq!(unsafe_url.status.code(), Some(1));
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["status"], "failure");
    let of = |name: &str| report["checks"].as_array().unwrap().iter().find(|check| check["name"] == name).unwrap();
    assert_eq!(of("public URL")["status"], "failure");
    assert!(of("public URL")["message"].as_str().unwrap().contains("https://"));
    assert_eq!(of("database")["status"], "ok");
}
