use crate::header_list::{Element, elements};
use crate::problem::{Problem, ProblemType};
use actix_web::HttpRequest;
use actix_web::http::header;

/// The offered format with the highest weight; the first one if several are equal (RFC 9110, 12.5.1).
///
/// # Errors
/// 406 if the valid ranges exclude every format. Without valid ranges, the first format.
pub(crate) fn negotiate<F: Copy>(
    request: &HttpRequest,
    offered: &[F],
    media_type: impl Fn(F) -> &'static str,
    vary: &str,
) -> Result<F, Problem> {
    let mut ranges = elements(request.headers(), &header::ACCEPT);
    ranges.retain(|range| is_range(range.value));
    let mut best: Option<(u16, F)> = None;
    for format in offered {
        let weight = if ranges.is_empty() { 1 } else { weight(&ranges, media_type(*format)) };
        if weight > 0 && best.is_none_or(|(highest, _)| weight > highest) {
            best = Some((weight, *format));
        }
    }
    let not_acceptable = || Problem::new(ProblemType::NotAcceptable).with(header::VARY, vary);
    best.map(|(_, format)| format).ok_or_else(not_acceptable)
}

/// `*/*`, `type/*` or `type/subtype`; also `*`, which older versions of Java send.
fn is_range(text: &str) -> bool {
    match text.split_once('/') {
        Some((kind, subtype)) => {
            !kind.is_empty() && !subtype.is_empty() && !subtype.contains('/') && (kind != "*" || subtype == "*")
        }
        None => text == "*",
    }
}

/// The weight of the most specific range that matches a media type; 0 if none does.
fn weight(ranges: &[Element<'_>], media_type: &str) -> u16 {
    let of = |range: &Element<'_>| {
        let specific = match range.value.split_once('/') {
            None | Some(("*", _)) => Some(0),
            Some((kind, "*")) => {
                let same = media_type.split_once('/').is_some_and(|(ours, _)| ours.eq_ignore_ascii_case(kind));
                same.then_some(1)
            }
            // Our formats have no parameters, so a range with parameters, such as a charset, matches less exactly.
            Some(_) => {
                let exact = 2 + u8::from(!range.has_parameters());
                range.value.eq_ignore_ascii_case(media_type).then_some(exact)
            }
        };
        specific.map(|specific| (specific, range.weight))
    };
    ranges.iter().filter_map(of).max().map_or(0, |(_, weight)| weight)
}
