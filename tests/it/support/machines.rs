//! Integrations with their keys, assertions and consents.

use super::app::App;
use super::samples::Owners;
use super::seed::{Row, Seeder, id};
use base64::{Engine, prelude::BASE64_STANDARD};
use domain::ports::Clock;
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use reqwest::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

impl Seeder<'_> {
    /// An integration with every scope, and an assertion that it used.
    pub(crate) fn integration(&mut self, organisation: Uuid, name: &str) -> Uuid {
        let row = vec![
            ("name", name.into()),
            ("jwks", super::samples::jwks().to_string().into()),
            ("scopes", json!(["clients.write", "cards.read"]).to_string().into()),
            ("enabled", true.into()),
        ];
        let integration = self.put_new("integration", organisation, row);
        let row = vec![
            ("organisation_id", organisation.into()),
            ("integration_id", integration.into()),
            ("hash", vec![1_u8].into()),
            ("remember_until", self.at.into()),
        ];
        self.put("client_assertion", row);
        integration
    }

    /// An identity provider with a proven domain, an identity of the coach, a log-in that begins and a used logout token.
    pub(super) fn identity_provider(&mut self, of: &Owners) -> (Uuid, Uuid, Uuid) {
        let organisation = of.organisation;
        let row = vec![
            ("name", "Inloggen".into()),
            ("issuer", "https://login.example.nl".into()),
            ("client_id", "omringd".into()),
            ("client_secret", vec![0_u8; 48].into()),
            ("trusts_emails", false.into()),
            ("trusts_second_factor", true.into()),
            ("creates_coaches", false.into()),
            ("enabled", true.into()),
        ];
        let provider = self.put_new("identity_provider", organisation, row);
        let (domain, identity) = (id(), id());
        let row = vec![
            ("organisation_id", organisation.into()),
            ("id", domain.into()),
            ("domain", "seeded.example".into()),
            ("challenge", "seeded".into()),
            ("verified_at", self.at.into()),
            ("created_at", self.at.into()),
        ];
        self.put("log_in_domain", row);
        let row = vec![
            ("organisation_id", organisation.into()),
            ("id", identity.into()),
            ("provider_id", provider.into()),
            ("user_id", of.coach.into()),
            ("subject", "1".into()),
            ("created_at", self.at.into()),
        ];
        self.put("provider_identity", row);
        let row = vec![
            ("organisation_id", organisation.into()),
            ("state_hash", vec![1_u8].into()),
            ("provider_id", provider.into()),
            ("browser_hash", vec![1_u8].into()),
            ("sealed", vec![1_u8].into()),
            ("expires_at", self.at.into()),
        ];
        self.put("provider_log_in", row);
        let row = vec![
            ("organisation_id", organisation.into()),
            ("provider_id", provider.into()),
            ("hash", vec![1_u8].into()),
            ("remember_until", self.at.into()),
        ];
        self.put("log_out_token", row);
        (provider, domain, identity)
    }

    /// A token of the integration, and a member that it provisioned; returns the id of the token.
    pub(super) fn provisioning(&mut self, of: &Owners, integration: Uuid) -> Uuid {
        let (token, member) = (id(), id());
        let row: Row = vec![
            ("organisation_id", of.organisation.into()),
            ("id", token.into()),
            ("integration_id", integration.into()),
            ("hash", token.as_bytes().to_vec().into()),
            ("expires_at", (self.at + chrono::TimeDelta::days(365)).into()),
            ("created_at", self.at.into()),
        ];
        self.put("integration_token", row);
        let row: Row = vec![
            ("user_name", member.to_string().into()),
            ("user_name_key", member.to_string().into()),
            ("email", format!("{member}@omringd.test").into()),
            ("name", "{}".into()),
            ("addresses", "[]".into()),
            ("active", false.into()),
            ("invitations", 0_i16.into()),
        ];
        self.put_new("provisioned_member", of.organisation, row);
        token
    }

    /// A consent of the client to this integration, in force.
    pub(super) fn consent(&mut self, of: &Owners, integration: Uuid) -> Uuid {
        let consent = id();
        let row: Row = vec![
            ("organisation_id", of.organisation.into()),
            ("id", consent.into()),
            ("client_id", of.client.into()),
            ("receiver_id", integration.into()),
            ("receiver_name", "ECD".into()),
            ("purpose", "read-cards".into()),
            ("manner", "on-paper".into()),
            ("text_version", "toestemming-kaarten-2026-11".into()),
            ("text_language", "nl".into()),
            ("given_at", self.at.into()),
            ("recorded_by", of.coach.into()),
            ("recorded_at", self.at.into()),
        ];
        self.put("consent", row);
        consent
    }
}

/// The issuer of the tests' service, which is also an audience of assertions.
pub(crate) const ISSUER: &str = "http://127.0.0.1:8080";

/// A key pair of an external system.
pub(crate) struct KeyPair {
    algorithm: Algorithm,
    private: EncodingKey,
    kid: String,
}

impl KeyPair {
    /// A new key of Ed25519.
    pub(crate) fn ed25519(kid: &str) -> Self {
        use aws_lc_rs::signature::Ed25519KeyPair;
        let pair = Ed25519KeyPair::generate().unwrap().to_pkcs8v1().unwrap();
        Self { algorithm: Algorithm::EdDSA, private: EncodingKey::from_ed_der(pair.as_ref()), kid: kid.to_owned() }
    }

    /// A new key of P-256 or P-384.
    pub(crate) fn ec(algorithm: Algorithm, kid: &str) -> Self {
        use aws_lc_rs::rand::SystemRandom;
        use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair};
        let curve = if algorithm == Algorithm::ES256 {
            &ECDSA_P256_SHA256_FIXED_SIGNING
        } else {
            &ECDSA_P384_SHA384_FIXED_SIGNING
        };
        let pair = EcdsaKeyPair::generate_pkcs8(curve, &SystemRandom::new()).unwrap();
        Self { algorithm, private: EncodingKey::from_ec_der(pair.as_ref()), kid: kid.to_owned() }
    }

    /// A new key of RSA, of 2048 bits.
    pub(crate) fn rsa(algorithm: Algorithm, kid: &str) -> Self {
        use aws_lc_rs::encoding::AsDer;
        use aws_lc_rs::rsa::{KeyPair, KeySize};
        let pair = KeyPair::generate(KeySize::Rsa2048).unwrap();
        let pkcs8 = AsDer::<aws_lc_rs::encoding::Pkcs8V1Der<'_>>::as_der(&pair).unwrap();
        let pem = pem(pkcs8.as_ref());
        Self { algorithm, private: EncodingKey::from_rsa_pem(pem.as_bytes()).unwrap(), kid: kid.to_owned() }
    }

    /// The public key.
    pub(crate) fn public(&self) -> Value {
        let mut jwk = serde_json::to_value(Jwk::from_encoding_key(&self.private, self.algorithm).unwrap()).unwrap();
        jwk["kid"] = json!(self.kid);
        jwk["use"] = json!("sig");
        jwk
    }

    /// An assertion with these claims and this header.
    pub(crate) fn sign(&self, header: &Value, claims: &Value) -> String {
        let mut whole = serde_json::to_value(Header::new(self.algorithm)).unwrap();
        whole["kid"] = json!(self.kid);
        for (name, value) in header.as_object().unwrap() {
            whole[name] = value.clone();
        }
        let header: Header = serde_json::from_value(whole).unwrap();
        encode(&header, claims, &self.private).unwrap()
    }

    /// A valid assertion of this integration.
    pub(crate) fn assertion(&self, app: &App, client: &str) -> String {
        self.sign(&json!({}), &claims(app, client))
    }
}

/// The claims of a valid assertion.
pub(crate) fn claims(app: &App, client: &str) -> Value {
    let now = app.clock.now().timestamp();
    json!({ "iss": client, "sub": client, "aud": ISSUER, "iat": now, "exp": now + 300, "jti": id() })
}

/// Asks a process for a token with this assertion.
pub(crate) async fn token(base: &str, assertion: &str) -> (StatusCode, Value) {
    let form = [
        ("grant_type", "client_credentials"),
        ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
        ("client_assertion", assertion),
    ];
    send(base, "/oauth2/token", &form).await
}

/// Sends a form.
pub(crate) async fn send(base: &str, path: &str, form: &[(&str, &str)]) -> (StatusCode, Value) {
    let answer = reqwest::Client::new().post(format!("{base}{path}")).form(form).send().await.unwrap();
    let status = answer.status();
    let bytes = answer.bytes().await.unwrap();
    (status, serde_json::from_slice(&bytes).unwrap_or_default())
}

fn pem(der: &[u8]) -> String {
    format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", BASE64_STANDARD.encode(der))
}
