use crate::problem::Problem;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, Accept, Header, Quality, QualityItem};

/// The offered form of the highest quality; of two alike, the one offered first (RFC 9110, 12.5.1).
///
/// # Errors
/// 406 if none will do.
pub(crate) fn negotiate<F: Copy>(
    request: &HttpRequest,
    offered: &[F],
    media_type: impl Fn(F) -> &'static str,
    vary: &str,
) -> Result<F, Problem> {
    let not_acceptable = || Problem::new(StatusCode::NOT_ACCEPTABLE, "not-acceptable").with(header::VARY, vary);
    if !request.headers().contains_key(header::ACCEPT) {
        return offered.first().copied().ok_or_else(not_acceptable);
    }
    let ranges = Accept::parse(request).map_err(|_| not_acceptable())?.0;
    let mut best: Option<(Quality, F)> = None;
    for format in offered {
        let quality = quality(&ranges, media_type(*format));
        if quality > Quality::ZERO && best.is_none_or(|(highest, _)| quality > highest) {
            best = Some((quality, *format));
        }
    }
    best.map(|(_, format)| format).ok_or_else(not_acceptable)
}

/// What the most specific range that covers it says of a media type; without one it will not do.
fn quality<R: AsRef<str>>(ranges: &[QualityItem<R>], media_type: &str) -> Quality {
    let specific = |range: &str| match range.split_once('/') {
        Some(("*", _)) => Some(0),
        Some((kind, "*")) => media_type.starts_with(&format!("{kind}/")).then_some(1),
        Some(_) | None => (range == media_type).then_some(2),
    };
    let essence = |range: &str| range.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    ranges
        .iter()
        .filter_map(|range| Some((specific(&essence(range.item.as_ref()))?, range.quality)))
        .max_by_key(|(specific, _)| *specific)
        .map_or(Quality::ZERO, |(_, quality)| quality)
}
