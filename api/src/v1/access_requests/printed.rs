//! A printed sheet as a response.

use crate::pictures::POLICY;
use crate::spool::{Spooled, Spools, unwritten};
use actix_web::body::BoxBody;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, Responder};
use domain::vocabulary::Language;
use domain::{Error, Result};
use picture::Document;
use std::io::Write;

/// A complete sheet as PDF.
#[derive(Debug)]
pub(super) struct Printed {
    pdf: Spooled,
    language: Language,
    /// The name of the file, without personal data.
    file: &'static str,
}

impl Printed {
    /// Draws the document. It takes a while: call it on a thread of low priority.
    ///
    /// # Errors
    /// [`Error::Internal`]; [`Error::Unavailable`] if there is no room for it.
    pub(super) fn draw(document: &Document, language: Language, file: &'static str, spools: &Spools) -> Result<Self> {
        let pdf = document.pdf().map_err(Error::internal)?;
        let mut spool = spools.spool();
        spool.write_all(&pdf).map_err(unwritten)?;
        Ok(Self { pdf: spool.finish().map_err(unwritten)?, language, file })
    }
}

impl Responder for Printed {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let Self { pdf, language, file } = self;
        let mut response = HttpResponse::Ok();
        response
            .content_type("application/pdf")
            .insert_header((header::VARY, "Accept-Language"))
            .insert_header((header::CONTENT_LANGUAGE, language.code()))
            .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{file}.pdf\"")))
            .insert_header((header::CONTENT_SECURITY_POLICY, POLICY));
        pdf.respond(&mut response)
    }
}
