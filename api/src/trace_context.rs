//! The place of a request in a distributed trace (W3C Trace Context).

use actix_web::http::header::HeaderMap;
use opentelemetry::Context;
use opentelemetry::propagation::{Extractor, Injector, TextMapPropagator};
use opentelemetry::trace::{SpanContext, TraceContextExt};
use opentelemetry_sdk::propagation::TraceContextPropagator;
use tracing::Span;
use tracing_opentelemetry::OpenTelemetrySpanExt;

/// Name of the header with the place, in requests.
pub(crate) const TRACEPARENT: &str = "traceparent";

/// The trace of a request and its place there: the span of this service if it exports spans, otherwise that of its caller.
///
/// `tracestate` and `baggage` are not read: they may hold anything, and would be sent on to identity providers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TraceContext(SpanContext);

impl TraceContext {
    /// The place that the caller sent, if it is valid.
    fn received(headers: &HeaderMap) -> Option<Context> {
        let mut all = headers.get_all(TRACEPARENT);
        let only = all.next().and_then(|value| value.to_str().ok()).filter(|_| all.next().is_none());
        let context = TraceContextPropagator::new().extract_with_context(&Context::new(), &Received(only?));
        context.span().span_context().is_valid().then_some(context)
    }

    /// Makes `span` the child of the caller's, if that sent one, and returns the place of the request.
    pub(crate) fn begin(span: &Span, headers: &HeaderMap) -> Option<Self> {
        let received = Self::received(headers);
        if let Some(received) = received.clone() {
            // Fails without an exporter: there is no span then.
            drop(span.set_parent(received));
        }
        Self::of(&span.context()).or_else(|| Self::of(&received?))
    }

    fn of(context: &Context) -> Option<Self> {
        let place = context.span().span_context().clone();
        place.is_valid().then_some(Self(place))
    }

    /// The place of the current span, if spans are exported.
    pub(crate) fn current() -> Option<Self> {
        Self::of(&Span::current().context())
    }

    /// The id of the trace, as 32 hexadecimal digits.
    pub(crate) fn trace_id(&self) -> String {
        self.0.trace_id().to_string()
    }

    /// The value of `traceparent` or `traceresponse`.
    pub(crate) fn header(&self) -> String {
        let mut sent = Sent::default();
        let context = Context::new().with_remote_span_context(self.0.clone());
        TraceContextPropagator::new().inject_context(&context, &mut sent);
        sent.0
    }
}

/// Gives a span that has begun another name: by then its member `otel.name` is not read any more.
pub(crate) fn rename(span: &Span, name: String) {
    span.context().span().update_name(name);
}

/// The one header of a request that is read.
struct Received<'a>(&'a str);

impl Extractor for Received<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        (key == TRACEPARENT).then_some(self.0)
    }

    fn keys(&self) -> Vec<&str> {
        vec![TRACEPARENT]
    }
}

/// The one header that is sent.
#[derive(Default)]
struct Sent(String);

impl Injector for Sent {
    fn set(&mut self, key: &str, value: String) {
        if key == TRACEPARENT {
            self.0 = value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{HeaderName, HeaderValue};

    const GIVEN: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    fn begun(values: &[&'static str]) -> Option<TraceContext> {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(HeaderName::from_static(TRACEPARENT), HeaderValue::from_static(value));
        }
        TraceContext::begin(&Span::none(), &headers)
    }

    #[test]
    fn without_an_exporter_the_callers_place_is_passed_on() {
        let place = begun(&[GIVEN]).unwrap();
        assert_eq!((place.header().as_str(), place.trace_id().as_str()), (GIVEN, &GIVEN[3..35]));
    }

    #[test]
    fn a_place_that_is_not_valid_is_none() {
        assert_eq!(begun(&[]), None);
        for bad in ["", "00", "00-0-0-01", "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"] {
            assert_eq!(begun(&[bad]), None, "{bad}");
        }
        assert_eq!(begun(&["00-00000000000000000000000000000000-b7ad6b7169203331-01"]), None);
        assert_eq!(begun(&[GIVEN, GIVEN]), None);
    }
}
