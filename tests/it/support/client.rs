//! A caller of the API.

use crate::support::document_conformance;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, StatusCode};
use serde_json::Value;
use std::ops::Index;
use std::sync::OnceLock;

/// A caller of one application, with the headers it sends every time.
#[derive(Clone, Debug)]
pub(crate) struct Client {
    http: reqwest::Client,
    base: String,
    headers: HeaderMap,
    /// Whether responses are checked against the document.
    checked: bool,
}

impl Client {
    /// A caller without a token. One `http` serves all callers of a test: making it reads every root certificate.
    pub(crate) fn new(http: &reqwest::Client, base: &str) -> Self {
        Self { http: http.clone(), base: base.to_owned(), headers: HeaderMap::new(), checked: true }
    }

    /// The same caller of another process.
    pub(crate) fn at(&self, base: &str) -> Self {
        Self { base: base.to_owned(), ..self.clone() }
    }

    /// The same caller with one more header.
    pub(crate) fn with(&self, name: &str, value: &str) -> Self {
        let mut client = self.clone();
        client.headers.insert(name.parse::<HeaderName>().unwrap(), value.parse::<HeaderValue>().unwrap());
        client
    }

    /// The same caller for data beyond the limits of the API, and so of its document.
    pub(crate) fn unchecked(&self) -> Self {
        Self { checked: false, ..self.clone() }
    }

    /// The same caller without a header.
    pub(crate) fn without(&self, name: &str) -> Self {
        let mut client = self.clone();
        client.headers.remove(name);
        client
    }

    /// The same caller with an access token.
    pub(crate) fn bearer(&self, token: &str) -> Self {
        self.with("authorization", &format!("Bearer {token}"))
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    pub(crate) async fn post(&self, path: &str, body: impl Into<Value>) -> Answer {
        self.send(Method::POST, path, Some(body.into())).await
    }

    pub(crate) async fn patch(&self, path: &str, etag: &str, body: impl Into<Value>) -> Answer {
        self.with("if-match", etag).send(Method::PATCH, path, Some(body.into())).await
    }

    pub(crate) async fn put(&self, path: &str, etag: &str, body: impl Into<Value>) -> Answer {
        self.with("if-match", etag).send(Method::PUT, path, Some(body.into())).await
    }

    pub(crate) async fn delete(&self, path: &str, etag: &str) -> Answer {
        self.with("if-match", etag).send(Method::DELETE, path, None).await
    }

    /// Any request with a JSON body or none.
    pub(crate) async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        match body {
            Some(json) => {
                let client = if self.headers.contains_key("content-type") {
                    self.clone()
                } else {
                    self.with("content-type", "application/json")
                };
                client.raw(method, path, json.to_string()).await
            }
            None => self.raw(method, path, String::new()).await,
        }
    }

    /// Sends a file.
    pub(crate) async fn post_file(&self, path: &str, media_type: &str, file: impl Into<reqwest::Body>) -> Answer {
        self.with("content-type", media_type).raw(Method::POST, path, file).await
    }

    /// Any request with any body, sent as it is.
    pub(crate) async fn raw(&self, method: Method, path: &str, body: impl Into<reqwest::Body>) -> Answer {
        let said = format!("{method} {path}");
        let response = self.open(method.clone(), path, body).await;
        let (status, headers) = (response.status(), response.headers().clone());
        // A stream of events does not end: see `events.rs`.
        let endless = headers.get("content-type").is_some_and(|kind| kind == "text/event-stream");
        let bytes = if endless {
            Vec::new()
        } else {
            response.bytes().await.unwrap_or_else(|error| panic!("{said}: {error:?}")).to_vec()
        };
        let answer = Answer { said, status, headers, bytes, parsed: OnceLock::new() };
        if self.checked {
            document_conformance::check(&method, path, &answer);
        }
        answer
    }

    /// Any request, its answer not read yet.
    pub(crate) async fn open(&self, method: Method, path: &str, body: impl Into<reqwest::Body>) -> reqwest::Response {
        let said = format!("{method} {path}");
        let request =
            self.http.request(method, format!("{}{path}", self.base)).headers(self.headers.clone()).body(body);
        request.send().await.unwrap_or_else(|error| panic!("{said}: {error:?}"))
    }

    /// Every item of a list, page by page.
    pub(crate) async fn all(&self, path: &str) -> Vec<Value> {
        let (mut items, mut next) = (Vec::new(), Some(path.to_owned()));
        while let Some(path) = next {
            let page = self.get(&path).await.expect(200);
            items.extend(page["items"].as_array().unwrap().iter().cloned());
            next = page["next"].as_str().map(str::to_owned);
        }
        items
    }
}

/// A response of the application.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    said: String,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
    parsed: OnceLock<Value>,
}

impl Index<&str> for Answer {
    type Output = Value;

    /// A member of the body, null if it has none of that name.
    fn index(&self, name: &str) -> &Value {
        &self.parsed.get_or_init(|| self.json())[name]
    }
}

impl Answer {
    /// Fails the test, showing the answer, unless the status is this one.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{} was answered {} {}", self.said, self.status, self.text());
        self
    }

    /// Fails the test unless this is a complete problem of this type (`/problems/{slug}`).
    #[track_caller]
    pub(crate) fn problem(self, status: u16, slug: &str) -> Self {
        let answer = self.expect(status);
        assert_eq!(answer.header("content-type"), "application/problem+json", "{}", answer.said);
        let body = answer.json();
        assert_eq!(body["type"], format!("/problems/{slug}"), "{} was answered {body}", answer.said);
        assert_eq!(body["status"], status, "{body}");
        assert_eq!(body["requestId"], answer.header("x-request-id"), "{body}");
        for text in ["title", "detail"] {
            assert!(body[text].as_str().is_some_and(|text| !text.is_empty()), "no {text}: {body}");
        }
        answer
    }

    /// The errors of a problem as `pointer code`, in order of pointer.
    #[track_caller]
    pub(crate) fn errors(&self) -> Vec<String> {
        let body = self.json();
        let errors = body["errors"].as_array().unwrap_or_else(|| panic!("no errors: {body}"));
        let mut errors: Vec<_> = errors
            .iter()
            .map(|error| {
                let said = error["detail"].as_str().is_some_and(|text| !text.is_empty() && !text.contains("{$"));
                assert!(said, "no detail: {error}");
                format!("{} {}", error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap())
            })
            .collect();
        errors.sort();
        errors
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|_| panic!("{} was answered {} {:?}, no JSON", self.said, self.status, self.text()))
    }

    /// A header, or nothing.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    #[track_caller]
    pub(crate) fn etag(&self) -> String {
        let tag = self.header("etag");
        assert!(tag.starts_with('"'), "{} has no strong ETag: {tag:?}", self.said);
        tag.to_owned()
    }

    #[track_caller]
    pub(crate) fn location(&self) -> String {
        let location = self.header("location");
        assert!(location.starts_with("/v1/"), "{} has no Location: {location:?}", self.said);
        location.to_owned()
    }

    /// The `id` of the body.
    #[track_caller]
    pub(crate) fn id(&self) -> String {
        let body = self.json();
        body["id"].as_str().unwrap_or_else(|| panic!("no id: {body}")).to_owned()
    }
}
