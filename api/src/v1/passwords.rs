use domain::{Error, FieldCode, Password};

/// A password to verify, of the member at this pointer.
///
/// # Errors
/// [`Error::Invalid`] if it is longer than any password may be.
pub(super) fn typed(text: &str, pointer: &'static str) -> Result<Password, Error> {
    Password::typed(text).ok_or_else(|| Error::invalid(pointer, FieldCode::TooLong(Password::MAX)))
}
