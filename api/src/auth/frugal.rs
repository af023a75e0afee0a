use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::password_hash::{CustomizedPasswordHasher, Error, PasswordHasher, Result};
use argon2::{Algorithm, Argon2, Block, Params, Version};

/// In blocks, of 1 KiB: more than glibc ever keeps. Its threshold for giving memory back rises with what is given back, up to
/// 32 MiB; the 19 MiB of a hash raise it once, and then stay with the process, again for each hash and thread. What is beyond
/// the blocks that a hash needs is never touched, and so takes no memory.
const GIVEN_BACK: usize = 33 * 1024;

/// Argon2id of the library, in memory that goes back to the system after each hash.
#[derive(Clone)]
pub(super) struct Frugal(Params);

impl Frugal {
    pub(super) fn new(params: Params) -> Self {
        Self(params)
    }
}

impl PasswordHasher<PasswordHash> for Frugal {
    fn hash_password_with_salt(&self, password: &[u8], salt: &[u8]) -> Result<PasswordHash> {
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, self.0.clone());
        let needed = self.0.block_count();
        let mut blocks = Vec::with_capacity(needed.max(GIVEN_BACK));
        blocks.resize(needed, Block::default());
        let mut hash = [0; Params::DEFAULT_OUTPUT_LEN];
        argon2.hash_password_into_with_memory(password, salt, &mut hash, blocks.as_mut_slice())?;
        Ok(PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(&self.0)?,
            salt: Some(Salt::new(salt)?),
            hash: Some(Output::new(&hash)?),
        })
    }
}

/// What the library checks a password with.
impl CustomizedPasswordHasher<PasswordHash> for Frugal {
    type Params = Params;

    fn hash_password_customized(
        &self,
        password: &[u8],
        salt: &[u8],
        algorithm: Option<&str>,
        version: Option<u32>,
        params: Params,
    ) -> Result<PasswordHash> {
        if algorithm != Some(Algorithm::Argon2id.as_str()) || version != Some(Version::V0x13.into()) {
            return Err(Error::Algorithm);
        }
        Self(params).hash_password_with_salt(password, salt)
    }
}
