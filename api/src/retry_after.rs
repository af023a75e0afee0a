//! After how many seconds a refused caller may try again.

/// A permit for heavy work: a picture, or an export that waited in vain.
pub(crate) const PERMIT: u32 = 2;
/// What the service could not do now.
pub(crate) const UNAVAILABLE: u32 = 5;
/// A large answer, while others are not taken.
pub(crate) const ANSWER: u32 = 5;
/// The import of a whole client.
pub(crate) const IMPORT: u32 = 5;
/// The export of a whole client.
pub(crate) const EXPORT: u32 = 15;
/// An event stream.
pub(crate) const STREAM: u32 = 15;
