//! SHA-256 and the Merkle tree of RFC 6962.

use sha2::{Digest, Sha256};
use std::fmt;

/// A SHA-256 hash of the log.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct LogHash(pub [u8; 32]);

/// Prefixes that keep the hash of a leaf from being that of a node.
const LEAF: u8 = 0;
const NODE: u8 = 1;

impl LogHash {
    /// What the first of a chain has instead of a previous hash.
    pub const NONE: Self = Self([0; 32]);

    /// The hash of a leaf.
    pub(super) fn leaf(form: &[u8]) -> Self {
        Self(Sha256::new().chain_update([LEAF]).chain_update(form).finalize().into())
    }

    fn node(left: Self, right: Self) -> Self {
        Self(Sha256::new().chain_update([NODE]).chain_update(left.0).chain_update(right.0).finalize().into())
    }

    /// The root over these leaves; [`LogHash::NONE`] over none.
    #[must_use]
    pub fn root(leaves: &[Self]) -> Self {
        match leaves {
            [] => Self::NONE,
            [leaf] => *leaf,
            _ => {
                // The left tree is the largest full one that leaves something to the right.
                let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
                Self::node(Self::root(left), Self::root(right))
            }
        }
    }

    /// The first eight bytes, by which a leaf is told from the others of its block.
    #[must_use]
    pub fn tag(&self) -> [u8; TAG] {
        let [a, b, c, d, e, f, g, h, ..] = self.0;
        [a, b, c, d, e, f, g, h]
    }
}

/// The length of a tag.
pub(super) const TAG: usize = 8;

impl fmt::Display for LogHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for LogHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The leaves and roots of the test vectors of RFC 6962 implementations (certificate-transparency).
    #[test]
    fn roots_are_those_of_rfc_6962() {
        let inputs: [&[u8]; 8] = [
            &[],
            &[0x00],
            &[0x10],
            &[0x20, 0x21],
            &[0x30, 0x31],
            &[0x40, 0x41, 0x42, 0x43],
            &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
            &[0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f],
        ];
        let leaves: Vec<_> = inputs.iter().map(|input| LogHash::leaf(input)).collect();
        for (size, root) in [
            (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
            (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
            (3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
            (5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
            (7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
            (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
        ] {
            assert_eq!(LogHash::root(&leaves[..size]).to_string(), root, "{size}");
        }
    }
}
