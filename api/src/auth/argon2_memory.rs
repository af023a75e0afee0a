use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::password_hash::{CustomizedPasswordHasher, Error, PasswordHasher, Result};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use std::cell::RefCell;

/// Size in blocks of 1 KiB, above what glibc retains. Its threshold for returning memory rises with the size of freed
/// chunks, up to 32 MiB; 19 MiB of a hash would raise it once and then stay with the process, per thread. Blocks that a
/// hash does not need are never touched and so take no memory.
const GIVEN_BACK: usize = 33 * 1024;

/// Memory for consecutive hashes, returned to the system on drop.
#[derive(Default)]
pub(super) struct Memory(Vec<Block>);

impl Memory {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    /// The blocks, with the contents of the last hash: Argon2 writes each before it reads it.
    fn blocks(&mut self, needed: usize) -> &mut [Block] {
        if self.0.len() < needed {
            // Never grown, since that would copy the contents.
            self.0 = Vec::with_capacity(needed.max(GIVEN_BACK));
            self.0.resize(needed, Block::default());
        }
        &mut self.0
    }

    /// The address of the memory, if allocated.
    #[cfg(test)]
    pub(super) fn address(&self) -> Option<usize> {
        (!self.0.is_empty()).then(|| self.0.as_ptr().addr())
    }
}

/// The library's Argon2id, in reused memory.
pub(super) struct Frugal<'a> {
    params: Params,
    memory: &'a RefCell<Memory>,
}

impl<'a> Frugal<'a> {
    pub(super) fn new(params: Params, memory: &'a RefCell<Memory>) -> Self {
        Self { params, memory }
    }
}

impl PasswordHasher<PasswordHash> for Frugal<'_> {
    fn hash_password_with_salt(&self, password: &[u8], salt: &[u8]) -> Result<PasswordHash> {
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone());
        let mut memory = self.memory.try_borrow_mut().map_err(|_| Error::Internal)?;
        let blocks = memory.blocks(self.params.block_count());
        let mut hash = [0; Params::DEFAULT_OUTPUT_LEN];
        argon2.hash_password_into_with_memory(password, salt, &mut hash, blocks)?;
        Ok(PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(&self.params)?,
            salt: Some(Salt::new(salt)?),
            hash: Some(Output::new(&hash)?),
        })
    }
}

/// The library's trait for checking a password.
impl CustomizedPasswordHasher<PasswordHash> for Frugal<'_> {
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
        Self::new(params, self.memory).hash_password_with_salt(password, salt)
    }
}
