//! Entity tags (RFC 9110, 8.8.3) as clients send them back.
//!
//! Proxies and this service change the tag of a compressed response: nginx sends `W/"7"`, Apache `"7-gzip"`, Jetty
//! `"7--gzip"`. All of these mean version `"7"`, in `If-Match` and in `If-None-Match`. A strong comparison would refuse
//! every change made through such a proxy.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use domain::Version;

/// Maximum number of tags that are parsed from one header.
const MOST: usize = 100;

/// The parts of a map with their own tags, such as `"3-head"`.
const PARTS: [&str; 2] = [HEAD, NEEDS];
/// The map without its content.
pub(crate) const HEAD: &str = "head";
/// The client's needs.
pub(crate) const NEEDS: &str = "needs";

/// Suffixes that name the content coding.
const CODINGS: [&str; 8] = ["gzip", "gz", "br", "zstd", "deflate", "compress", "dcb", "dcz"];

/// The tags of a header such as `If-Match`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum EntityTags<'a> {
    /// `*`
    Any,
    /// The valid tags of a list.
    Listed(Vec<EntityTag<'a>>),
}

/// A tag as the client sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EntityTag<'a> {
    /// The tag with quotes, and with `W/` if it is weak.
    sent: &'a str,
    /// The tag without quotes, weakness and content coding.
    canonical: &'a str,
}

impl EntityTag<'_> {
    /// Returns the version of this part of a resource; the name of the part follows a hyphen.
    pub(crate) fn version_of(&self, part: &str) -> Option<Version> {
        self.canonical.strip_suffix(part)?.strip_suffix('-')?.parse().ok()
    }

    /// Returns the version at the start of the tag.
    ///
    /// A hyphen separates it from the rest of the tag. The version of a part is not the version of the resource.
    pub(crate) fn version(&self) -> Option<Version> {
        let (digits, rest) = self.canonical.split_once('-').unwrap_or((self.canonical, ""));
        let is_version = digits.bytes().all(|byte| byte.is_ascii_digit()) && !PARTS.contains(&rest);
        digits.parse().ok().filter(|_| is_version)
    }
}

impl<'a> EntityTags<'a> {
    /// Parses the tags of this header; `None` if it is absent or blank.
    pub(crate) fn read(headers: &'a HeaderMap, name: &HeaderName) -> Option<Self> {
        let lines = headers.get_all(name).map(|line| line.to_str().unwrap_or("?").trim());
        let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
        match lines.as_slice() {
            [] => None,
            ["*"] => Some(Self::Any),
            lines => Some(Self::Listed(lines.iter().flat_map(|line| tags(line)).take(MOST).collect())),
        }
    }

    /// Returns the listed tag that is equal to this one.
    fn find(&self, tag: &str) -> Option<&EntityTag<'a>> {
        match self {
            Self::Any => None,
            Self::Listed(tags) => tags.iter().find(|sent| sent.canonical == tag),
        }
    }
}

/// Returns the header value of a strong tag.
pub(crate) fn strong(tag: &str) -> HeaderValue {
    HeaderValue::try_from(format!("\"{tag}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

/// Returns a tag computed from the bytes, for a representation without a version.
pub(crate) fn of_bytes(bytes: &[u8]) -> String {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, bytes);
    digest.as_ref().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Returns 304 for a GET with this tag in `If-None-Match`.
///
/// It repeats the tag as the client sent it, so that a cache finds its stored response.
pub(crate) fn not_modified(request: &HttpRequest, tag: &str) -> Option<HttpResponse> {
    let known =
        EntityTags::read(request.headers(), &header::IF_NONE_MATCH).filter(|_| request.method() == Method::GET)?;
    let tag = match known {
        EntityTags::Any => strong(tag),
        EntityTags::Listed(_) => HeaderValue::from_str(known.find(tag)?.sent).ok()?,
    };
    let mut response = HttpResponse::new(StatusCode::NOT_MODIFIED);
    response.headers_mut().insert(header::ETAG, tag);
    Some(response)
}

/// Parses the tags of one line.
///
/// A tag may contain commas. Invalid text is skipped up to the next comma.
fn tags(line: &str) -> impl Iterator<Item = EntityTag<'_>> {
    let mut rest = line;
    std::iter::from_fn(move || {
        loop {
            rest = rest.trim_start_matches([' ', '\t', ',']);
            if rest.is_empty() {
                return None;
            }
            let opened = rest.strip_prefix("W/").or_else(|| rest.strip_prefix("w/")).unwrap_or(rest).strip_prefix('"');
            let closed = opened.and_then(|opened| opened.split_once('"'));
            let after = closed.map_or(rest, |(_, after)| after);
            let (suffix, next) = after.split_once(',').unwrap_or((after, ""));
            let sent = rest.get(..rest.len() - after.len()).unwrap_or_default();
            rest = next;
            // Apache 2.2 wrote the suffix after the closing quote.
            if let Some((opaque, _)) = closed
                && without_coding(suffix.trim()).is_empty()
            {
                return Some(EntityTag { sent, canonical: without_coding(opaque) });
            }
        }
    })
}

/// Removes the content coding from the end of a tag.
fn without_coding(mut tag: &str) -> &str {
    while let Some((head, coding)) = tag.rsplit_once(['-', ';', '+', ':'])
        && CODINGS.iter().any(|known| known.eq_ignore_ascii_case(coding))
    {
        tag = head.trim_end_matches(['-', ';', '+', ':']);
    }
    tag
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn read(lines: &[&str]) -> Option<Vec<String>> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(header::IF_MATCH, line.parse().unwrap());
        }
        Some(match EntityTags::read(&headers, &header::IF_MATCH)? {
            EntityTags::Any => vec!["*".to_owned()],
            EntityTags::Listed(tags) => tags.iter().map(|tag| tag.canonical.to_owned()).collect(),
        })
    }

    #[test]
    fn every_form_of_a_tag_names_the_same_version() {
        for form in [
            "\"7\"",
            "W/\"7\"",
            "w/\"7\"",
            "\"7-gzip\"",
            "\"7--gzip\"",
            "\"7;gzip\"",
            "\"7-br\"",
            "\"7;br\"",
            "\"7-zstd\"",
            "\"7-GZIP\"",
            "\"7:gzip\"",
            "\"7-gzip-br\"",
            "W/\"7-gzip\"",
            "\"7\"-gzip",
            "W/\"7\"-gzip",
        ] {
            assert_eq!(read(&[form]).unwrap(), ["7"], "{form}");
        }
    }

    #[test]
    fn lists_lines_and_stars_are_read_and_what_is_no_tag_is_skipped() {
        for (lines, expected) in [
            (&["\"1\", W/\"2-gzip\" ,\"3\""][..], Some(vec!["1", "2", "3"])),
            (&["\"1\"", "\"2\""], Some(vec!["1", "2"])),
            (&[",, \"1\",,"], Some(vec!["1"])),
            (&["\"a,b\", \"1\""], Some(vec!["a,b", "1"])),
            (&["\"5-abc\""], Some(vec!["5-abc"])),
            (&["1, \"2\""], Some(vec!["2"])),
            (&["\"1\"x, \"2\""], Some(vec!["2"])),
            (&["\"1"], Some(vec![])),
            (&["*"], Some(vec!["*"])),
            (&[" * "], Some(vec!["*"])),
            // A star is not alone here: only the tags count.
            (&["*, \"1\""], Some(vec!["1"])),
            (&["*", "\"1\""], Some(vec!["1"])),
            (&[""], None),
            (&[" "], None),
            (&[], None),
        ] {
            let expected = expected.map(|tags: Vec<&str>| tags.into_iter().map(str::to_owned).collect());
            assert_eq!(read(lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn a_version_is_the_number_a_tag_begins_with() {
        let version = |line: &str| tags(line).next().and_then(|tag| tag.version());
        assert_eq!(version("\"7\""), Some(7));
        assert_eq!(version("\"7-0a1b2c\""), Some(7));
        for none in ["\"\"", "\"+7\"", "\"x\"", "\"-gzip\"", "\"7.0\"", "\"99999999999999999999\""] {
            assert_eq!(version(none), None, "{none}");
        }
    }

    #[test]
    fn not_modified_repeats_the_tag_that_was_sent() {
        let answer = |method: Method, tags: &str| {
            let request = TestRequest::default().method(method).insert_header((header::IF_NONE_MATCH, tags));
            let response = not_modified(&request.to_http_request(), "7-nl")?;
            Some(response.headers().get(header::ETAG)?.to_str().unwrap().to_owned())
        };
        assert_eq!(answer(Method::GET, "\"6\", \"7-nl-gzip\"").as_deref(), Some("\"7-nl-gzip\""));
        assert_eq!(answer(Method::GET, "W/\"7-nl\"").as_deref(), Some("W/\"7-nl\""));
        assert_eq!(answer(Method::GET, "*").as_deref(), Some("\"7-nl\""));
        for (method, tags) in [(Method::GET, "\"7\""), (Method::GET, "7-nl"), (Method::POST, "\"7-nl\"")] {
            assert_eq!(answer(method, tags), None, "{tags}");
        }
    }
}
