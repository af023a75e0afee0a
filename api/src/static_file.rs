use crate::compression::{Coding, Effort, add_vary};
use crate::entity_tag;
use crate::problem::Problem;
use actix_web::http::header;
use actix_web::web::{Bytes, block};
use actix_web::{HttpRequest, HttpResponse};
use domain::Error;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// A public file that stays the same in a process. Its compressed forms are made once.
pub(crate) struct StaticFile {
    content_type: String,
    cache_control: &'static str,
    bytes: Bytes,
    tag: String,
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
}

impl fmt::Debug for StaticFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StaticFile({:?})", self.tag)
    }
}

/// The files that were asked for, by their address, read and compressed once in a process. There are a few dozen.
#[derive(Debug, Default)]
pub(crate) struct StaticFiles(Mutex<HashMap<String, Arc<StaticFile>>>);

impl StaticFiles {
    /// The file with this address, which is read the first time.
    pub(crate) fn get(&self, address: &str, read: impl FnOnce() -> Option<StaticFile>) -> Option<Arc<StaticFile>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(address).cloned();
        if known.is_some() {
            return known;
        }
        let file = Arc::new(read()?);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(address.to_owned(), Arc::clone(&file));
        Some(file)
    }
}

impl StaticFile {
    pub(crate) fn new(content_type: impl Into<String>, cache_control: &'static str, bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        let (tag, content_type) = (entity_tag::of_bytes(&bytes), content_type.into());
        Self { content_type, cache_control, bytes, tag, gzip: OnceLock::new(), brotli: OnceLock::new() }
    }

    /// The file in the coding that the caller prefers; 304 if the caller has it.
    ///
    /// # Errors
    /// 500, if it cannot be compressed.
    pub(crate) async fn respond(self: Arc<Self>, request: &HttpRequest) -> Result<HttpResponse, Problem> {
        let coding = Coding::accepted(request.headers(), Coding::Brotli).filter(|_| self.compressible());
        let mut response = match entity_tag::not_modified(request, &self.tag) {
            Some(response) => response,
            None => {
                let bytes = match coding {
                    Some(coding) => Arc::clone(&self).encoded(coding).await?,
                    None => self.bytes.clone(),
                };
                let tag = entity_tag::strong(&self.tag);
                let mut response =
                    HttpResponse::Ok().insert_header((header::ETAG, tag)).content_type(&*self.content_type).body(bytes);
                if let Some(coding) = coding {
                    coding.mark(response.headers_mut());
                }
                response
            }
        };
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static(self.cache_control));
        add_vary(headers, "Accept-Encoding");
        Ok(response)
    }

    fn compressible(&self) -> bool {
        !self.content_type.starts_with("image/png") && self.bytes.len() >= crate::compression::SMALLEST
    }

    async fn encoded(self: Arc<Self>, coding: Coding) -> Result<Bytes, Problem> {
        if let Some(encoded) = self.slot(coding).get() {
            return Ok(encoded.clone());
        }
        // Once in a process, and long enough to keep others on this thread waiting.
        let encoded = block(move || {
            let encoded = coding.encode(&self.bytes, Effort::Kept)?;
            Ok::<_, std::io::Error>(self.slot(coding).get_or_init(|| encoded).clone())
        });
        Ok(encoded.await.map_err(Error::internal)?.map_err(Error::internal)?)
    }

    fn slot(&self, coding: Coding) -> &OnceLock<Bytes> {
        match coding {
            Coding::Gzip => &self.gzip,
            Coding::Brotli => &self.brotli,
        }
    }
}
