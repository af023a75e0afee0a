//! Codes by time (TOTP, RFC 6238): SHA-1, six digits, 30 seconds, one step of tolerance, as authenticator apps expect.

use crate::accounts::Email;
use crate::{Error, Result, Secret};
use chrono::{DateTime, Utc};
use totp_rs::{Algorithm, Builder, Totp};

/// The name under which an app shows the codes.
const ISSUER: &str = "Omringd";
/// Length of a secret in bytes, as RFC 4226 recommends.
pub(super) const SECRET_BYTES: usize = 20;

fn totp(secret: &[u8], account: &str) -> Result<Totp> {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(30)
        .with_secret(secret.to_vec())
        .with_account_name(account)
        .with_issuer(Some(ISSUER))
        .build()
        .map_err(|error| Error::internal(error.to_string()))
}

/// The step of this code, if it is valid at this instant. The caller must make sure that each step counts once.
pub(super) fn step(secret: &[u8], code: &str, at: DateTime<Utc>) -> Result<Option<i64>> {
    let seconds = u64::try_from(at.timestamp()).map_err(Error::internal)?;
    let step = totp(secret, "")?.check(code, seconds);
    step.map(i64::try_from).transpose().map_err(Error::internal)
}

/// The secret in Base32, and as an `otpauth:` address.
pub(super) fn shown(secret: &[u8], email: &Email) -> Result<(Secret, Secret)> {
    let totp = totp(secret, &email.as_str().replace(':', "%3A"))?;
    let address = totp.to_url().map_err(|error| Error::internal(error.to_string()))?;
    Ok((Secret::new(totp.secret().to_base32()), Secret::new(address)))
}

/// The six digits of a code, however it is grouped. `None` if it is none.
pub(super) fn digits(typed: &str) -> Option<String> {
    let code: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    (code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit())).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    /// The secret of the test vectors of RFC 6238, appendix B.
    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(step(SECRET, code, at(seconds)).unwrap(), Some(seconds / 30));
        }
    }

    #[test]
    fn a_code_is_valid_one_step_around_its_own() {
        for (seconds, valid) in [(29, false), (30, true), (59, true), (119, true), (120, false)] {
            // Of step 2: from second 60 to 89.
            let code = "359152";
            assert_eq!(step(SECRET, code, at(seconds)).unwrap(), valid.then_some(2), "{seconds}");
        }
    }

    #[test]
    fn a_code_is_read_however_it_is_grouped() {
        assert_eq!(digits(" 123 456 ").as_deref(), Some("123456"));
        assert_eq!(digits("123-456").as_deref(), Some("123456"));
        for other in ["12345", "1234567", "１２３４５６", "12345a", "", "7K2MX-0QH4T-9V1WD-3RBCE"] {
            assert_eq!(digits(other), None, "{other}");
        }
    }

    #[test]
    fn the_address_names_the_account() {
        let email = Email::new("marijke@delinde.example").unwrap();
        let (secret, address) = shown(SECRET, &email).unwrap();
        assert_eq!(secret.expose(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let address = address.expose();
        assert!(address.starts_with("otpauth://totp/Omringd:marijke%40delinde.example?"), "{address}");
        assert!(address.contains("secret=GEZDGNBVGY3TQOJQ") && address.contains("issuer=Omringd"), "{address}");
    }
}
