//! Key sets from a small server of this test, and the networks that are never reached.

use super::*;
use crate::outbound::{MAX_BYTES, Network};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A server that sends these bytes to every request, and how many requests it had.
fn serve(answer: String) -> (String, Arc<AtomicUsize>) {
    serve_once_then(answer.clone(), answer)
}

/// The same with other bytes from the second request on.
fn serve_once_then(first: String, later: String) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/jwks", listener.local_addr().unwrap());
    let requests = Arc::new(AtomicUsize::new(0));
    let seen = requests.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = [0; 4096];
            assert!(stream.read(&mut request).unwrap() > 0);
            let answer = if seen.fetch_add(1, Ordering::SeqCst) == 0 { &first } else { &later };
            // A client that has seen enough hangs up.
            drop(stream.write_all(answer.as_bytes()));
        }
    });
    (url, requests)
}

fn ok(headers: &str, body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n{body}", body.len())
}

const KEYS: &str =
    r#"{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"1","x":"AA","x5c":["ignored"]},{"kty":"oct","k":"AA"},7]}"#;

fn any() -> KeySets {
    KeySets::new(Arc::new(Outbound::new(Network::Any, &[])))
}

#[tokio::test]
async fn a_set_is_fetched_once_and_an_unknown_key_not_twice_a_minute() {
    let (url, requests) = serve(ok("Cache-Control: max-age=300\r\n", KEYS));
    let sets = any();
    let kids: Vec<_> = sets.keys(&url, |_| true).await.into_iter().map(|key| key.kid).collect();
    assert_eq!(kids, [Some("1".to_owned())], "only keys for signatures");
    assert_eq!(sets.keys(&url, |key| key.kid.as_deref() == Some("1")).await.len(), 1);
    assert!(sets.keys(&url, |key| key.kid.as_deref() == Some("2")).await.is_empty());
    assert_eq!(requests.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn an_unknown_key_is_looked_for_after_a_minute() {
    let (url, requests) = serve(ok("Cache-Control: max-age=900\r\n", KEYS));
    let sets = any();
    sets.keys(&url, |_| true).await;
    let set = sets.cached.get(&url).unwrap();
    let back = |seconds| Instant::now().checked_sub(Duration::from_secs(seconds)).unwrap();
    set.lock().await.as_mut().unwrap().at = back(61);
    assert!(sets.keys(&url, |key| key.kid.as_deref() == Some("2")).await.is_empty());
    assert_eq!(requests.load(Ordering::SeqCst), 2);
    set.lock().await.as_mut().unwrap().at = back(61);
    sets.keys(&url, |_| true).await;
    assert_eq!(requests.load(Ordering::SeqCst), 2, "a known key is fresh for 15 minutes");
    {
        let mut set = set.lock().await;
        let set = set.as_mut().unwrap();
        (set.at, set.fresh_until) = (back(901), back(1));
    }
    sets.keys(&url, |_| true).await;
    assert_eq!(requests.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn a_failure_leaves_the_known_keys_of_a_fresh_set_and_none_of_an_old_one() {
    let error = "HTTP/1.1 500 Oops\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".to_owned();
    let (url, requests) = serve_once_then(ok("Cache-Control: max-age=900\r\n", KEYS), error);
    let (sets, back) = (any(), |seconds| Instant::now().checked_sub(Duration::from_secs(seconds)).unwrap());
    let known = async || sets.keys(&url, |key| key.kid.as_deref() == Some("1")).await.len();
    let unknown = async || sets.keys(&url, |key| key.kid.as_deref() == Some("2")).await.len();
    assert_eq!(known().await, 1);
    let set = sets.cached.get(&url).unwrap();
    set.lock().await.as_mut().unwrap().at = back(61);
    assert_eq!((unknown().await, known().await), (0, 1), "the set cannot be fetched, and is fresh");
    assert_eq!((unknown().await, requests.load(Ordering::SeqCst)), (0, 2), "not again within a minute");
    // Within a minute of a failure as well, an old set gives nothing.
    set.lock().await.as_mut().unwrap().fresh_until = back(1);
    assert_eq!((known().await, requests.load(Ordering::SeqCst)), (0, 2));
    set.lock().await.as_mut().unwrap().at = back(61);
    assert_eq!((known().await, requests.load(Ordering::SeqCst)), (0, 3));
}

#[tokio::test]
async fn a_large_set_a_redirect_and_an_error_give_no_keys_and_are_not_asked_again() {
    let padding = " ".repeat(MAX_BYTES);
    let (target, reached) = serve(ok("", KEYS));
    let redirect =
        format!("HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: {target}\r\n\r\n");
    let error = "HTTP/1.1 500 Oops\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".to_owned();
    for answer in [ok("", &format!("{KEYS}{padding}")), redirect, error, ok("", "no JSON")] {
        let (url, requests) = serve(answer);
        let sets = any();
        for _ in 0..2 {
            assert!(sets.keys(&url, |_| true).await.is_empty());
        }
        assert_eq!(requests.load(Ordering::SeqCst), 1);
    }
    assert_eq!(reached.load(Ordering::SeqCst), 0, "no redirect is followed");
}

#[tokio::test]
async fn no_address_of_an_inner_network_is_reached() {
    let (url, requests) = serve(ok("", KEYS));
    let sets = KeySets::new(Arc::new(Outbound::new(Network::Public, &[])));
    let https = url.replace("http:", "https:");
    let by_name = https.replace("127.0.0.1", "localhost");
    let as_number = https.replace("127.0.0.1", "2130706433");
    let mapped = https.replace("127.0.0.1", "[::ffff:127.0.0.1]");
    for url in [url, https, by_name, as_number, mapped] {
        assert!(sets.keys(&url, |_| true).await.is_empty(), "{url}");
    }
    assert_eq!(requests.load(Ordering::SeqCst), 0);
}

#[test]
fn only_public_addresses_are_admitted() {
    for address in ["9.9.9.9", "145.131.8.1", "2a01:7c8::1", "2001:4860:4860::8888"] {
        assert!(Network::Public.admits(address.parse().unwrap()), "{address}");
    }
    for address in [
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::1",
    ] {
        assert!(!Network::Public.admits(address.parse().unwrap()), "{address}");
    }
}

#[test]
fn a_set_is_cached_between_one_and_fifteen_minutes() {
    for (text, seconds) in [
        ("", 60),
        ("max-age=5", 60),
        ("public, max-age=300", 300),
        ("max-age=86400", 900),
        ("no-store, max-age=300", 60),
    ] {
        let headers = HeaderMap::from_iter([(CACHE_CONTROL, text.parse().unwrap())]);
        assert_eq!(fresh_for(&headers), Duration::from_secs(seconds), "{text}");
    }
}
