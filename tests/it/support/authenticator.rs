//! An authenticator in software, with the browser in front of it: makes a passkey, and signs challenges with it.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};

/// The front end of the tests.
const ORIGIN: &str = "https://front-end.example";
const RELYING_PARTY: &str = "front-end.example";
const USER_PRESENT: u8 = 1;
const USER_VERIFIED: u8 = 4;
const BACKUP_ELIGIBLE: u8 = 8;
const BACKED_UP: u8 = 16;
const ATTESTED: u8 = 64;

/// An authenticator with one passkey. A test changes what it does wrong.
pub(crate) struct Authenticator {
    pub(crate) origin: &'static str,
    pub(crate) relying_party: &'static str,
    pub(crate) verifies: bool,
    pub(crate) cross_origin: bool,
    pub(crate) backed_up: bool,
    /// The number of its uses; `None` if it does not count.
    pub(crate) counter: Option<u32>,
    pub(crate) id: Vec<u8>,
    pub(crate) key: EcdsaKeyPair,
}

impl Authenticator {
    /// One that counts, as a security key does.
    pub(crate) fn new() -> Self {
        Self {
            origin: ORIGIN,
            relying_party: RELYING_PARTY,
            verifies: true,
            cross_origin: false,
            backed_up: false,
            counter: Some(0),
            id: fresh_id(),
            key: EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).unwrap(),
        }
    }

    /// Its id, as in the lists of challenges.
    pub(crate) fn shown_id(&self) -> String {
        encoded(&self.id)
    }

    /// Answers as if it were this passkey of another authenticator.
    pub(crate) fn pretend(&mut self, id: &Value) {
        self.id = BASE64_URL_SAFE_NO_PAD.decode(id.as_str().unwrap()).unwrap();
    }

    /// The credential of a new passkey, for these options.
    pub(crate) fn make(&mut self, options: &Value) -> Value {
        let (id_length, public) = (u16::try_from(self.id.len()).unwrap(), self.key.public_key().as_ref());
        let (x, y) = public[1..].split_at(32);
        // COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
        let key = [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], x, &[0x22, 0x58, 32], y].concat();
        let attested = [[0; 16].as_slice(), &id_length.to_be_bytes(), &self.id, &key].concat();
        let data = self.data(ATTESTED, &attested);
        // CBOR: {"fmt": "none", "attStmt": {}, "authData": …}
        let length = u16::try_from(data.len()).unwrap().to_be_bytes();
        let object = [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".as_slice(), &length, &data].concat();
        let client_data = self.client_data("webauthn.create", options);
        self.credential(json!({
            "clientDataJSON": encoded(client_data.as_bytes()), "attestationObject": encoded(&object),
            "transports": ["usb", "of-tomorrow"], "authenticatorData": encoded(&data), "publicKeyAlgorithm": -7,
        }))
    }

    /// The credential after a use, for these options.
    pub(crate) fn answer(&mut self, options: &Value) -> Value {
        self.counter = self.counter.map(|counter| counter + 1);
        let (data, client_data) = (self.data(0, &[]), self.client_data("webauthn.get", options));
        let signed = [data.as_slice(), digest(&SHA256, client_data.as_bytes()).as_ref()].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        self.credential(json!({
            "clientDataJSON": encoded(client_data.as_bytes()), "authenticatorData": encoded(&data),
            "signature": encoded(signature.as_ref()), "userHandle": null,
        }))
    }

    fn data(&self, more_flags: u8, attested: &[u8]) -> Vec<u8> {
        let verified = if self.verifies { USER_VERIFIED } else { 0 };
        let eligible = if self.counter.is_none() { BACKUP_ELIGIBLE } else { 0 };
        let backed_up = if self.backed_up { BACKED_UP } else { 0 };
        let flags = USER_PRESENT | verified | eligible | backed_up | more_flags;
        let party = digest(&SHA256, self.relying_party.as_bytes());
        [party.as_ref(), &[flags], &self.counter.unwrap_or_default().to_be_bytes(), attested].concat()
    }

    fn client_data(&self, kind: &str, options: &Value) -> String {
        let (challenge, origin, cross_origin) = (&options["challenge"], self.origin, self.cross_origin);
        json!({ "type": kind, "challenge": challenge, "origin": origin, "crossOrigin": cross_origin, "new": {} })
            .to_string()
    }

    fn credential(&self, response: Value) -> Value {
        let id = self.shown_id();
        json!({
            "id": id, "rawId": id, "type": "public-key", "response": response, "authenticatorAttachment": "platform",
            "clientExtensionResults": { "credProps": { "rk": false }, "ofTomorrow": 1 },
        })
    }
}

fn encoded(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

fn fresh_id() -> Vec<u8> {
    let mut id = vec![0; 32];
    aws_lc_rs::rand::fill(&mut id).unwrap();
    id
}
