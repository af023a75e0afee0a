//! Every way a token can be false.

use super::*;
use aws_lc_rs::hmac;
use domain::ports::SystemClock;
use serde_json::{Value, json};

const ISSUER: &str = "https://omringd.test";

#[derive(Debug)]
struct Stopped(DateTime<Utc>);

impl Clock for Stopped {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

struct Bench {
    now: DateTime<Utc>,
    key: Vec<u8>,
    tokens: Tokens,
}

fn new_key() -> Vec<u8> {
    Ed25519KeyPair::generate().unwrap().to_pkcs8v1().unwrap().as_ref().to_vec()
}

fn bench() -> Bench {
    let (now, key) = (SystemClock.now(), new_key());
    let tokens = Tokens::new(ISSUER, &[key.clone(), new_key()], Arc::new(Stopped(now))).unwrap();
    Bench { now, key, tokens }
}

impl Bench {
    fn header(&self) -> Value {
        json!({ "alg": "EdDSA", "typ": "at+jwt", "kid": self.tokens.public_keys()[0].0 })
    }

    fn claims(&self) -> Value {
        let now = self.now.timestamp();
        json!({
            "iss": ISSUER, "aud": ISSUER, "sub": Uuid::nil(), "sid": Uuid::nil(), "client_id": "omringd",
            "iat": now, "exp": now + 600, "jti": Uuid::nil(),
        })
    }

    fn signed(&self, header: &Value, claims: &Value) -> String {
        let pair = Ed25519KeyPair::from_pkcs8(&self.key).unwrap();
        let text = unsigned(header, claims);
        let signature = BASE64_URL_SAFE_NO_PAD.encode(pair.sign(text.as_bytes()));
        format!("{text}.{signature}")
    }

    fn with_header(&self, name: &str, value: Value) -> Result<Seen> {
        let mut header = self.header();
        header[name] = value;
        self.tokens.verify(&self.signed(&header, &self.claims()))
    }

    fn with_claim(&self, name: &str, value: Value) -> Result<Seen> {
        let mut claims = self.claims();
        claims[name] = value;
        self.tokens.verify(&self.signed(&self.header(), &claims))
    }
}

fn unsigned(header: &Value, claims: &Value) -> String {
    let part = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}", part(header), part(claims))
}

fn refused<T>(result: Result<T>) -> bool {
    matches!(result, Err(Error::Unauthenticated))
}

#[test]
fn a_token_names_its_session_and_user() {
    let bench = bench();
    let (session, user) = (SessionId(Uuid::from_u128(1)), UserId(Uuid::from_u128(2)));
    let token = bench.tokens.issue(session, user, Uuid::nil(), bench.now).unwrap();
    assert_eq!(bench.tokens.verify(&token).unwrap(), Seen::person(session, user));
    assert!(bench.tokens.verify(&bench.signed(&bench.header(), &bench.claims())).is_ok());
}

#[test]
fn a_token_of_an_integration_is_its_own_client_and_has_no_session() {
    let bench = bench();
    let integration = IntegrationId(Uuid::from_u128(3));
    let token = bench.tokens.issue_to_integration(integration, Uuid::nil(), bench.now).unwrap();
    assert_eq!(bench.tokens.verify(&token).unwrap(), Seen::integration(integration));
    let mut claims = bench.claims();
    claims["client_id"] = json!(Uuid::nil());
    assert!(refused(bench.tokens.verify(&bench.signed(&bench.header(), &claims))), "with a session");
    claims["sid"] = json!(null);
    assert!(bench.tokens.verify(&bench.signed(&bench.header(), &claims)).is_ok());
    for name in ["iss", "aud", "sub", "client_id", "iat", "exp", "jti"] {
        for without in [None, Some(json!(null))] {
            let mut claims = claims.clone();
            match without {
                Some(null) => claims[name] = null,
                None => drop(claims.as_object_mut().unwrap().remove(name)),
            }
            assert!(refused(bench.tokens.verify(&bench.signed(&bench.header(), &claims))), "without {name}");
        }
    }
    claims["client_id"] = json!(Uuid::max());
    assert!(refused(bench.tokens.verify(&bench.signed(&bench.header(), &claims))), "of another client");
}

#[test]
fn another_algorithm_is_refused() {
    let bench = bench();
    for alg in ["none", "None", "HS256", "RS256", "ES256", ""] {
        assert!(refused(bench.with_header("alg", json!(alg))), "{alg}");
    }
    let mut header = bench.header();
    header["alg"] = json!("none");
    let text = unsigned(&header, &bench.claims());
    assert!(refused(bench.tokens.verify(&format!("{text}."))));
    assert!(refused(bench.tokens.verify(&text)));
}

#[test]
fn the_public_key_is_no_secret_of_hmac() {
    let bench = bench();
    let (_, x) = bench.tokens.public_keys().remove(0);
    let public = BASE64_URL_SAFE_NO_PAD.decode(&x).unwrap();
    let mut header = bench.header();
    header["alg"] = json!("HS256");
    let text = unsigned(&header, &bench.claims());
    for secret in [public.as_slice(), x.as_bytes()] {
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), text.as_bytes());
        let token = format!("{text}.{}", BASE64_URL_SAFE_NO_PAD.encode(tag));
        assert!(refused(bench.tokens.verify(&token)));
    }
}

#[test]
fn another_type_is_refused() {
    let bench = bench();
    for typ in [json!("JWT"), json!("jwt"), json!("secevent+jwt"), Value::Null] {
        assert!(refused(bench.with_header("typ", typ)));
    }
}

#[test]
fn a_key_the_token_brings_along_is_ignored() {
    let bench = bench();
    let foreign = Bench {
        key: new_key(),
        tokens: Tokens::new(ISSUER, &[new_key()], bench.tokens.clock.clone()).unwrap(),
        now: bench.now,
    };
    let x = BASE64_URL_SAFE_NO_PAD.encode(Ed25519KeyPair::from_pkcs8(&foreign.key).unwrap().public_key());
    let mut header = bench.header();
    header["jwk"] = json!({ "kty": "OKP", "crv": "Ed25519", "x": x });
    header["jku"] = json!("https://elsewhere.test/jwks.json");
    header["x5u"] = json!("https://elsewhere.test/x5u");
    // Signed with the foreign key, under the name of ours and under its own.
    assert!(refused(bench.tokens.verify(&foreign.signed(&header, &bench.claims()))));
    header["kid"] = json!(thumbprint(&x));
    assert!(refused(bench.tokens.verify(&foreign.signed(&header, &bench.claims()))));
    assert!(refused(bench.with_header("kid", Value::Null)));
}

#[test]
fn a_token_is_good_for_its_time_only() {
    let bench = bench();
    let now = bench.now.timestamp();
    assert!(bench.with_claim("exp", json!(now - LEEWAY + 1)).is_ok());
    assert!(refused(bench.with_claim("exp", json!(now - LEEWAY))));
    assert!(bench.with_claim("iat", json!(now + LEEWAY)).is_ok());
    assert!(refused(bench.with_claim("iat", json!(now + LEEWAY + 1))));
    assert!(bench.with_claim("nbf", json!(now + LEEWAY)).is_ok());
    assert!(refused(bench.with_claim("nbf", json!(now + LEEWAY + 1))));
    assert!(refused(bench.with_claim("nbf", json!("now"))));
}

#[derive(Debug)]
struct Running(std::sync::atomic::AtomicI64);

impl Clock for Running {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.0.load(std::sync::atomic::Ordering::Relaxed), 0).unwrap()
    }
}

#[test]
fn a_token_that_is_remembered_ends_all_the_same() {
    let clock = Arc::new(Running(1_000_000.into()));
    let tokens = Tokens::new(ISSUER, &[new_key()], clock.clone()).unwrap();
    let token = tokens.issue(SessionId(Uuid::nil()), UserId(Uuid::max()), Uuid::nil(), clock.now()).unwrap();
    let expected = Seen::person(SessionId(Uuid::nil()), UserId(Uuid::max()));
    let end = 1_000_000 + LIFETIME.num_seconds() + LEEWAY;
    for now in [1_000_000, 1_000_000, end - 1] {
        clock.0.store(now, std::sync::atomic::Ordering::Relaxed);
        assert_eq!(tokens.verify(&token).unwrap(), expected);
    }
    clock.0.store(end, std::sync::atomic::Ordering::Relaxed);
    assert!(refused(tokens.verify(&token)));
}

#[test]
fn every_claim_is_required_and_checked() {
    let bench = bench();
    for name in ["iss", "aud", "sub", "sid", "client_id", "iat", "exp", "jti"] {
        let mut claims = bench.claims();
        claims.as_object_mut().unwrap().remove(name);
        assert!(refused(bench.tokens.verify(&bench.signed(&bench.header(), &claims))), "without {name}");
    }
    assert!(refused(bench.with_claim("iss", json!("https://elsewhere.test"))));
    assert!(refused(bench.with_claim("aud", json!("https://elsewhere.test"))));
    assert!(refused(bench.with_claim("client_id", json!("somebody-else"))));
}

#[test]
fn a_changed_or_broken_token_is_refused() {
    let bench = bench();
    let token = bench.signed(&bench.header(), &bench.claims());
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let (header, _) = signed.split_once('.').unwrap();
    let mut other = bench.claims();
    other["sub"] = json!(Uuid::max());
    let body = BASE64_URL_SAFE_NO_PAD.encode(other.to_string());
    for broken in
        [format!("{header}.{body}.{signature}"), signed.to_owned(), String::new(), "..".to_owned(), "x".repeat(9000)]
    {
        assert!(refused(bench.tokens.verify(&broken)));
    }
    assert!(refused(bench.with_header("crit", json!(["b64"]))));
}

#[test]
fn after_a_rotation_both_the_old_and_the_new_key_are_accepted_until_the_old_one_is_gone() {
    let bench = bench();
    let old = bench.signed(&bench.header(), &bench.claims());
    let new = new_key();
    bench.tokens.replace_keys(&[new.clone(), bench.key.clone()]).unwrap();
    assert!(bench.tokens.verify(&old).is_ok());
    let issued = bench.tokens.issue(SessionId(Uuid::nil()), UserId(Uuid::nil()), Uuid::nil(), bench.now).unwrap();
    assert!(bench.tokens.verify(&issued).is_ok());
    bench.tokens.replace_keys(&[new]).unwrap();
    assert!(refused(bench.tokens.verify(&old)));
    assert!(bench.tokens.verify(&issued).is_ok());
    assert!(bench.tokens.replace_keys(&[]).is_err());
    assert!(bench.tokens.verify(&issued).is_ok());
}
