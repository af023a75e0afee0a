//! Values of `Retry-After`, in seconds, by reason of the refusal.

/// No permit for heavy work: a picture, or an export whose wait timed out.
pub(crate) const PERMIT: u32 = 2;
/// The service is temporarily unavailable.
pub(crate) const UNAVAILABLE: u32 = 5;
/// Too many large responses that their client has not yet read.
pub(crate) const ANSWER: u32 = 5;
/// Too many imports of whole clients.
pub(crate) const IMPORT: u32 = 5;
/// Too many exports of whole clients.
pub(crate) const EXPORT: u32 = 15;
/// Too many event streams.
pub(crate) const STREAM: u32 = 15;
