//! Passkeys by WebAuthn, for the relying party of the settings. Nothing else knows the library.

use super::keys::{ENCRYPTION, KeyDirectory};
use crate::config::RelyingParty;
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use aws_lc_rs::hmac;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::accounts::{Account, Email};
use domain::passkeys::{Begun, CEREMONY_LASTS, Passkeys, VerifiedPasskey};
use domain::{Error, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt;
use std::ops::RangeInclusive;
use std::sync::OnceLock;
use webauthn_rs::prelude::{
    Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Webauthn,
    WebauthnBuilder, WebauthnError,
};

/// The name that browsers may show.
const NAME: &str = "Omringd";
/// The length of a credential's id in bytes, as the standard has it.
const ID_BYTES: RangeInclusive<usize> = 16..=1023;
/// The lengths of made-up ids: those of phones, browsers and password managers, and of security keys.
const MADE_UP_LENGTHS: [usize; 8] = [16, 16, 20, 20, 32, 32, 32, 64];

/// Challenges and their verification. User verification is required in each, and the origin must be one of the settings.
pub(crate) struct Ceremonies {
    webauthn: Webauthn,
    keys: KeyDirectory,
    /// Read when first needed.
    made_up: OnceLock<hmac::Key>,
    /// The coordinates of a public key whose private key nobody has.
    nobody: [String; 2],
}

impl fmt::Debug for Ceremonies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ceremonies")
    }
}

impl Ceremonies {
    /// # Errors
    /// If an origin does not belong to the relying party, or no random bytes are available.
    pub(crate) fn new(relying_party: &RelyingParty, keys: KeyDirectory) -> Result<Self> {
        let (first, more) = relying_party.origins.split_first().ok_or_else(|| Error::internal("no origin"))?;
        let builder = WebauthnBuilder::new(&relying_party.id, first).map_err(Error::internal)?;
        let builder = more.iter().fold(builder, WebauthnBuilder::append_allowed_origin);
        let timeout = CEREMONY_LASTS.to_std().map_err(Error::internal)?;
        let webauthn = builder.rp_name(NAME).timeout(timeout).build().map_err(Error::internal)?;
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).map_err(Error::internal)?;
        let (x, y) = pair.public_key().as_ref()[1..].split_at(32);
        let nobody = [x, y].map(|coordinate| BASE64_URL_SAFE_NO_PAD.encode(coordinate));
        Ok(Self { webauthn, keys, made_up: OnceLock::new(), nobody })
    }

    /// A key for this purpose alone, from the one that all processes share.
    fn made_up_key(&self) -> Result<&hmac::Key> {
        if let Some(key) = self.made_up.get() {
            return Ok(key);
        }
        let secret = self.keys.secret(ENCRYPTION).map_err(Error::internal)?;
        let derived = Salt::new(HKDF_SHA256, b"omringd made-up passkeys").extract(&secret);
        let info = [b"".as_slice()];
        let key: hmac::Key = derived.expand(&info, hmac::HMAC_SHA256).map_err(Error::internal)?.into();
        Ok(self.made_up.get_or_init(|| key))
    }

    /// The JSON of a passkey that no authenticator has.
    fn passkey_of_nobody(&self, id: &[u8]) -> Vec<u8> {
        let [x, y] = &self.nobody;
        let passkey = json!({ "cred": {
            "cred_id": BASE64_URL_SAFE_NO_PAD.encode(id),
            "cred": { "type_": "ES256", "key": { "EC_EC2": { "curve": "SECP256R1", "x": x, "y": y } } },
            "counter": 0, "transports": null, "user_verified": true, "backup_eligible": true, "backup_state": true,
            "registration_policy": "required", "extensions": {},
            "attestation": { "data": "None", "metadata": "None" }, "attestation_format": "none",
        } });
        passkey.to_string().into_bytes()
    }
}

impl Passkeys for Ceremonies {
    fn register(&self, account: &Account, known: &[Vec<u8>]) -> Result<Begun> {
        let known: Vec<Passkey> = known.iter().map(|passkey| stored(passkey)).collect::<Result<_>>()?;
        let known = known.iter().map(|passkey| passkey.cred_id().clone()).collect();
        let (email, name) = (account.email.as_str(), account.name.as_str());
        let begun = self.webauthn.start_passkey_registration(account.id.0, email, name, Some(known));
        let (challenge, state) = begun.map_err(Error::internal)?;
        let options = serde_json::to_string(&challenge.public_key).map_err(Error::internal)?;
        Ok(Begun { options, state: serde_json::to_vec(&state).map_err(Error::internal)? })
    }

    fn registered(&self, state: &[u8], credential: &str) -> Result<Option<VerifiedPasskey>> {
        let state: PasskeyRegistration = stored(state)?;
        let Some(answer) = answer::<RegisterPublicKeyCredential>(credential) else { return Ok(None) };
        let Some(passkey) = valid(self.webauthn.finish_passkey_registration(&answer, &state)) else { return Ok(None) };
        let fits = ID_BYTES.contains(&passkey.cred_id().len());
        fits.then(|| verified(&passkey)).transpose()
    }

    fn challenge(&self, passkeys: &[Vec<u8>]) -> Result<Begun> {
        let passkeys: Vec<Passkey> = passkeys.iter().map(|passkey| stored(passkey)).collect::<Result<_>>()?;
        let begun = self.webauthn.start_passkey_authentication(&passkeys);
        let (mut challenge, state) = begun.map_err(Error::internal)?;
        // Made-up passkeys have no transports, so nobody's are shown.
        challenge.public_key.allow_credentials.iter_mut().for_each(|allowed| allowed.transports = None);
        let options = serde_json::to_string(&challenge.public_key).map_err(Error::internal)?;
        Ok(Begun { options, state: serde_json::to_vec(&(state, passkeys)).map_err(Error::internal)? })
    }

    fn verified(&self, state: &[u8], credential: &str) -> Result<Option<VerifiedPasskey>> {
        let (state, passkeys): (PasskeyAuthentication, Vec<Passkey>) = stored(state)?;
        let answer = answer::<PublicKeyCredential>(credential);
        let Some(answer) = answer.filter(|answer| !is_cross_origin(&answer.response.client_data_json)) else {
            return Ok(None);
        };
        let Some(result) = valid(self.webauthn.finish_passkey_authentication(&answer, &state)) else { return Ok(None) };
        let used = passkeys.into_iter().find(|passkey| passkey.cred_id() == result.cred_id());
        let Some(mut passkey) = used.filter(|_| result.user_verified()) else { return Ok(None) };
        passkey.update_credential(&result);
        verified(&passkey).map(|verified| Some(VerifiedPasskey { counter: result.counter(), ..verified }))
    }

    fn made_up(&self, email: &Email) -> Result<Vec<Vec<u8>>> {
        let key = self.made_up_key()?;
        let block = |purpose: u8, n: u8| {
            let mut context = hmac::Context::with_key(key);
            context.update(&[purpose, n]);
            context.update(email.as_str().as_bytes());
            context.sign()
        };
        let choice = block(0, 0);
        let number = match choice.as_ref()[0] {
            0..154 => 1,
            154..218 => 2,
            218..244 => 3,
            244.. => 4,
        };
        let id = |n: u8| {
            let length = MADE_UP_LENGTHS[usize::from(choice.as_ref()[usize::from(n)] & 7)];
            [block(1, n).as_ref(), block(2, n).as_ref()].concat()[..length].to_vec()
        };
        Ok((1..=number).map(|n| self.passkey_of_nobody(&id(n))).collect())
    }
}

/// What the service itself stored.
fn stored<T: DeserializeOwned>(json: &[u8]) -> Result<T> {
    serde_json::from_slice(json).map_err(Error::internal)
}

/// The credential of a browser. Extensions are not used, whatever their form.
fn answer<T: DeserializeOwned>(credential: &str) -> Option<T> {
    let mut credential: Value = serde_json::from_str(credential).ok()?;
    let members = credential.as_object_mut()?;
    members.retain(|name, _| matches!(name.as_str(), "id" | "rawId" | "type" | "response"));
    serde_json::from_value(credential).ok()
}

/// Whether the page was inside one of another origin. The library checks this at registration only.
fn is_cross_origin(client_data: &[u8]) -> bool {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct ClientData {
        #[serde(default)]
        cross_origin: bool,
    }
    serde_json::from_slice::<ClientData>(client_data).is_ok_and(|data| data.cross_origin)
}

fn valid<T>(outcome: std::result::Result<T, WebauthnError>) -> Option<T> {
    outcome.inspect_err(|error| tracing::info!(%error, "a passkey was refused")).ok()
}

/// A passkey with its new state. Its counter is only in the JSON of the library: it is 0 for one that was just made and counts none.
fn verified(passkey: &Passkey) -> Result<VerifiedPasskey> {
    let json = serde_json::to_value(passkey).map_err(Error::internal)?;
    let counter = json["cred"]["counter"].as_u64().and_then(|counter| u32::try_from(counter).ok());
    let counter = counter.ok_or_else(|| Error::internal("a passkey has no counter"))?;
    Ok(VerifiedPasskey { credential_id: passkey.cred_id().clone(), passkey: json.to_string().into_bytes(), counter })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn ceremonies(directory: &tempfile::TempDir) -> Ceremonies {
        let origins = vec!["https://app.example.nl".parse().unwrap()];
        let relying_party = RelyingParty { id: "example.nl".to_owned(), origins };
        Ceremonies::new(&relying_party, KeyDirectory::new(directory.path())).unwrap()
    }

    fn ids(ceremonies: &Ceremonies, email: &str) -> Vec<String> {
        let made_up = ceremonies.made_up(&Email::new(email).unwrap()).unwrap();
        let options: Value = serde_json::from_str(&ceremonies.challenge(&made_up).unwrap().options).unwrap();
        let allowed = options["allowCredentials"].as_array().unwrap().iter();
        allowed.map(|allowed| allowed["id"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn made_up_passkeys_depend_on_the_address_and_the_key_alone() {
        let [directory, other] = [(); 2].map(|()| tempfile::tempdir().unwrap());
        let of = |email| ids(&ceremonies(&directory), email);
        assert_eq!(of("a@omringd.test"), of("a@omringd.test"));
        assert_ne!(of("a@omringd.test"), ids(&ceremonies(&other), "a@omringd.test"));
        let many = ceremonies(&directory);
        let lists: Vec<_> = (0..200).map(|n| ids(&many, &format!("{n}@omringd.test"))).collect();
        let all: HashSet<_> = lists.iter().flatten().collect();
        assert_eq!(all.len(), lists.iter().map(Vec::len).sum::<usize>());
        let numbers: HashSet<_> = lists.iter().map(Vec::len).collect();
        let lengths: HashSet<_> = all.iter().map(|id| id.len()).collect();
        assert_eq!((numbers, lengths), ([1, 2, 3, 4].into(), [22, 27, 43, 86].into()));
    }

    #[test]
    fn an_answer_that_is_none_is_refused() {
        let directory = tempfile::tempdir().unwrap();
        let ceremonies = ceremonies(&directory);
        let made_up = ceremonies.made_up(&Email::new("a@omringd.test").unwrap()).unwrap();
        let state = ceremonies.challenge(&made_up).unwrap().state;
        for answer in ["", "{}", "[]", r#"{"id":"a","rawId":"YQ","type":"public-key","response":{}}"#] {
            assert!(ceremonies.verified(&state, answer).unwrap().is_none(), "{answer}");
        }
    }
}
