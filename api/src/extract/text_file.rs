use crate::problem::{Problem, ProblemType};
use actix_web::HttpRequest;
use actix_web::http::header::{CONTENT_TYPE, ContentType, Header};
use actix_web::web::Bytes;
use domain::{Cell, Error, FieldCode, FieldError};
use exchange::{Charset, decode};

/// A text file as the body.
pub(crate) struct TextFile {
    pub(super) charset: Option<Charset>,
    pub(super) bytes: Bytes,
}

impl TextFile {
    /// The text as [`Self::text`], with Windows-1252 as the fallback if no encoding is given, for programs that write
    /// it without saying so.
    ///
    /// # Errors
    /// As [`Self::text`].
    pub(crate) fn text_or_windows(&self) -> Result<String, Problem> {
        let windows = Charset::named("windows-1252").filter(|_| self.charset.is_none());
        self.text().or_else(|problem| match windows.map(|charset| decode(&self.bytes, charset)) {
            Some(Ok(text)) => Ok(text),
            Some(Err(_)) | None => Err(problem),
        })
    }

    /// The text, by the file's byte order mark, the `charset` of its media type, or as UTF-8.
    ///
    /// # Errors
    /// 400 with the line of the first byte that does not fit.
    pub(crate) fn text(&self) -> Result<String, Problem> {
        decode(&self.bytes, self.charset.unwrap_or_default()).map_err(|wrong| {
            let cell = Cell { row: wrong.line, column: None };
            Error::Invalid(vec![FieldError::in_cell("", cell, FieldCode::Undecodable)]).into()
        })
    }
}

/// The media type and its encoding; 415 if unknown.
pub(super) fn describe(request: &HttpRequest) -> Result<(String, Option<Charset>), Problem> {
    let unsupported = || Problem::new(ProblemType::UnsupportedMediaType);
    if !request.headers().contains_key(CONTENT_TYPE) {
        return Err(unsupported());
    }
    let described = ContentType::parse(request).map_err(|_| unsupported())?;
    let charset = described.0.get_param("charset");
    let charset = charset.map(|label| Charset::named(label.as_str()).ok_or_else(unsupported)).transpose()?;
    Ok((described.0.essence_str().to_ascii_lowercase(), charset))
}
