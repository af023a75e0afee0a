//! The statements of each request, as they are logged.
//!
//! A statement is logged within the span of the request it is for, which carries the request's id: tests that run at the same time
//! do not disturb each other. BEGIN and COMMIT are not logged: they go with other statements.

use std::collections::HashMap;
use std::fmt;
use std::sync::{LazyLock, Mutex};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Event, Subscriber};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;

static KEPT: LazyLock<Mutex<HashMap<String, Vec<String>>>> = LazyLock::new(|| {
    let targets = Targets::new()
        .with_target("api", tracing::Level::INFO)
        .with_target("omringd::statement", tracing::Level::DEBUG);
    tracing::subscriber::set_global_default(tracing_subscriber::registry().with(AuditLog.with_filter(targets)))
        .unwrap();
    Mutex::default()
});

/// Begins to keep the statements of the request with this id.
pub(crate) fn keep(request: &str) {
    KEPT.lock().unwrap().insert(request.to_owned(), Vec::new());
}

/// The statements of this request since, and keeps them no longer.
pub(crate) fn take(request: &str) -> Vec<String> {
    KEPT.lock().unwrap().remove(request).unwrap()
}

struct AuditLog;

/// A member of a span or an event.
struct Member {
    name: &'static str,
    value: Option<String>,
}

impl Visit for Member {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == self.name {
            self.value = Some(format!("{value:?}"));
        }
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.record_debug(field, &format_args!("{value}"));
    }
}

struct RequestId(String);

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for AuditLog {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut member = Member { name: "request_id", value: None };
        attributes.record(&mut member);
        if let (Some(request), Some(span)) = (member.value, context.span(id)) {
            span.extensions_mut().insert(RequestId(request));
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut statement = Member { name: "statement", value: None };
        event.record(&mut statement);
        let statement = statement.value.map(|text| text.trim().to_owned());
        let spans = context.event_scope(event).into_iter().flatten();
        let request = spans.into_iter().find_map(|span| Some(span.extensions().get::<RequestId>()?.0.clone()));
        if let (Some(statement), Some(request)) = (statement, request)
            && let Some(kept) = KEPT.lock().unwrap().get_mut(&request)
        {
            kept.push(statement);
        }
    }
}
