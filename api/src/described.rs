//! The OpenAPI document as the service uses it itself.

use crate::public_url::PublicUrl;
use crate::static_file::StaticFile;
use actix_web::dev::ResourceDef;
use actix_web::http::Method;
use std::fmt;
use std::sync::{Arc, OnceLock};
use utoipa::openapi::OpenApi as Document;
use utoipa::openapi::path::PathItem;

/// The OpenAPI document as served, and the methods of each path. Generated on first use: most processes never need it,
/// and generating it takes more memory than an idle process.
pub(crate) struct Described {
    made: OnceLock<Made>,
    generate: fn() -> Document,
    /// The address of the service, for `servers` in the document.
    at: PublicUrl,
}

struct Made {
    document: Arc<StaticFile>,
    methods: Vec<(ResourceDef, String)>,
}

impl fmt::Debug for Described {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Described({:?})", self.made.get().map(|made| &made.document))
    }
}

impl Described {
    /// The document that this function generates, for a service at this address.
    pub(crate) fn new(generate: fn() -> Document, at: PublicUrl) -> Self {
        Self { made: OnceLock::new(), generate, at }
    }

    fn made(&self) -> &Made {
        self.made.get_or_init(|| {
            let mut document = (self.generate)();
            for server in document.servers.iter_mut().flatten() {
                server.url = self.at.path(&server.url).into_owned();
            }
            let json = document.to_json().unwrap_or_default();
            let paths = document.paths.paths.iter();
            let methods = paths.map(|(path, item)| (ResourceDef::new(path.as_str()), allowed(item))).collect();
            Made { document: Arc::new(StaticFile::new("application/json", "public, max-age=300", json)), methods }
        })
    }

    /// The document.
    pub(crate) fn document(&self) -> Arc<StaticFile> {
        Arc::clone(&self.made().document)
    }

    /// The value of `Allow` for this path; `None` if there is no such path.
    pub(crate) fn methods(&self, path: &str) -> Option<&str> {
        // A literal path takes precedence over one with a parameter.
        let matching = self.made().methods.iter().filter(|(pattern, _)| pattern.is_match(path));
        matching.min_by_key(|(pattern, _)| pattern.pattern().is_some_and(|p| p.contains('{'))).map(|(_, m)| m.as_str())
    }
}

fn allowed(item: &PathItem) -> String {
    let methods = [
        (Method::GET, &item.get),
        (Method::HEAD, &item.get),
        (Method::PUT, &item.put),
        (Method::POST, &item.post),
        (Method::DELETE, &item.delete),
        (Method::PATCH, &item.patch),
    ];
    let names: Vec<_> =
        methods.iter().filter(|(_, operation)| operation.is_some()).map(|(name, _)| name.as_str()).collect();
    names.join(", ")
}
