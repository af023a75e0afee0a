//! Response compression: gzip and Brotli (RFC 9110, 12.5.3).

use crate::header_list::elements;
use actix_web::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, ETAG, HeaderMap, HeaderValue, VARY};
use actix_web::web::{Bytes, block};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{self, Write};
use std::sync::OnceLock;
use tokio::sync::Semaphore;

/// Minimum bytes of a compressed response; a smaller one fits one packet anyway.
pub(crate) const SMALLEST: usize = 1024;

/// Maximum bytes of a response that is compressed on the thread that serves the request.
///
/// That takes a fraction of a millisecond.
pub(crate) const LARGEST_IN_PLACE: usize = 64 * 1024;

/// Maximum larger responses compressed at once per process; the others are sent uncompressed.
static LARGE_AT_ONCE: Semaphore = Semaphore::const_new(2);

/// A content coding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coding {
    Gzip,
    Brotli,
}

/// The amount of work for compression.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Effort {
    /// For one response.
    Once,
    /// For a file that is compressed once and sent many times.
    Kept,
}

impl Coding {
    /// Returns the coding with the highest weight in `Accept-Encoding`.
    ///
    /// With equal weights, `preferred`. `None` without the header, if no coding is accepted, or if `identity` has a
    /// higher weight.
    pub(crate) fn accepted(headers: &HeaderMap, preferred: Self) -> Option<Self> {
        if !headers.contains_key(ACCEPT_ENCODING) {
            return None;
        }
        let elements = elements(headers, &ACCEPT_ENCODING);
        let weight = |names: &[&str]| {
            let named = |name: &str| names.iter().any(|known| known.eq_ignore_ascii_case(name));
            elements.iter().filter(|element| named(element.value)).map(|element| element.weight).max()
        };
        let any = weight(&["*"]).unwrap_or(0);
        let plain = weight(&["identity"]).unwrap_or(0);
        let (gzip, brotli) = (weight(&["gzip", "x-gzip"]).unwrap_or(any), weight(&["br"]).unwrap_or(any));
        let (best, coding) = match gzip.cmp(&brotli) {
            std::cmp::Ordering::Greater => (gzip, Self::Gzip),
            std::cmp::Ordering::Less => (brotli, Self::Brotli),
            std::cmp::Ordering::Equal => (gzip, preferred),
        };
        (best > 0 && best >= plain).then_some(coding)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Brotli => "br",
        }
    }

    /// Compresses the bytes.
    ///
    /// # Errors
    /// None in practice, because the output is memory.
    pub(crate) fn encode(self, bytes: &[u8], effort: Effort) -> io::Result<Bytes> {
        let mut encoded = Vec::with_capacity(bytes.len() / 4);
        match self {
            Self::Gzip => {
                let level = match effort {
                    Effort::Once => Compression::new(2),
                    Effort::Kept => Compression::default(),
                };
                let mut encoder = GzEncoder::new(&mut encoded, level);
                encoder.write_all(bytes)?;
                encoder.finish()?;
            }
            Self::Brotli => {
                let (quality, lgwin) = match effort {
                    Effort::Once => (2, 18),
                    Effort::Kept => (9, 22),
                };
                let parameters = BrotliEncoderParams { quality, lgwin, size_hint: bytes.len(), ..Default::default() };
                brotli::BrotliCompress(&mut &*bytes, &mut encoded, &parameters)?;
            }
        }
        Ok(encoded.into())
    }

    /// Compresses the bytes for one response; `None` if they are large and the limit is reached.
    pub(crate) async fn encode_once(self, bytes: Bytes) -> Option<Bytes> {
        if bytes.len() <= LARGEST_IN_PLACE {
            return self.encode(&bytes, Effort::Once).ok();
        }
        let _permit = LARGE_AT_ONCE.try_acquire().ok()?;
        block(move || self.encode(&bytes, Effort::Once)).await.ok()?.ok()
    }

    /// Marks the response as compressed. Its tag changes, because its bytes differ.
    pub(crate) fn mark(self, headers: &mut HeaderMap) {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(self.name()));
        let tag = headers.get(ETAG).and_then(|tag| tag.to_str().ok()?.strip_suffix('"'));
        if let Some(tag) = tag.map(|tag| format!("{tag}-{}\"", self.name()))
            && let Ok(tag) = HeaderValue::try_from(tag)
        {
            headers.insert(ETAG, tag);
        }
    }
}

/// The compressed form of bytes that are sent more than once.
#[derive(Debug, Default)]
pub(crate) struct Kept(OnceLock<Option<(Coding, Bytes)>>);

impl Kept {
    /// Divisor of the maximum size: the compressed form is at most the size of the bytes divided by this.
    pub(crate) const SHARE: usize = 4;

    /// Returns the compressed form; the first call creates it.
    ///
    /// It exists only in the coding of the first call, and only if it is no larger than [`Self::SHARE`] allows, so that
    /// memory stays bounded.
    pub(crate) fn get(&self, coding: Coding, bytes: &[u8]) -> Option<Bytes> {
        if !(SMALLEST..=LARGEST_IN_PLACE).contains(&bytes.len()) {
            return None;
        }
        let make = || {
            let encoded = coding.encode(bytes, Effort::Once).ok()?;
            (encoded.len() <= bytes.len() / Self::SHARE).then_some((coding, encoded))
        };
        let (kept, encoded) = self.0.get_or_init(make).as_ref()?;
        (*kept == coding).then(|| encoded.clone())
    }
}

/// Adds a name to `Vary`, in one line, because `actix-cors` keeps only the first line.
pub(crate) fn add_vary(headers: &mut HeaderMap, name: &'static str) {
    if !headers.contains_key(VARY) {
        headers.insert(VARY, HeaderValue::from_static(name));
        return;
    }
    let known: Vec<_> = headers.get_all(VARY).filter_map(|line| line.to_str().ok()).collect();
    let line = known.join(", ");
    if line.split(',').any(|known| known.trim().eq_ignore_ascii_case(name)) && known.len() == 1 {
        return;
    }
    if let Ok(line) = HeaderValue::try_from(format!("{line}, {name}")) {
        headers.insert(VARY, line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn the_coding_of_the_highest_weight_is_used() {
        use Coding::{Brotli, Gzip};
        for (accepted, coding) in [
            ("gzip", Some(Gzip)),
            ("GZIP", Some(Gzip)),
            ("x-gzip", Some(Gzip)),
            ("br", Some(Brotli)),
            ("gzip, deflate, br, zstd", Some(Gzip)),
            ("gzip;q=0.5, br", Some(Brotli)),
            ("gzip;q=.8,br;q=.9", Some(Brotli)),
            ("br;q=0, *", Some(Gzip)),
            ("gzip;q=0, *", Some(Brotli)),
            ("*", Some(Gzip)),
            ("gzip;q=0.1, identity;q=0.5", None),
            ("identity;q=0, gzip;q=0.001", Some(Gzip)),
            ("gzip;q=0", None),
            ("*;q=0", None),
            ("identity", None),
            ("deflate, zstd", None),
            ("gzip;q=loud", None),
            ("", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, accepted.parse().unwrap());
            assert_eq!(Coding::accepted(&headers, Gzip), coding, "{accepted}");
        }
        assert_eq!(Coding::accepted(&HeaderMap::new(), Gzip), None);
    }

    #[tokio::test]
    async fn what_is_compressed_reads_back_the_same() {
        for size in [0, 10, LARGEST_IN_PLACE, LARGEST_IN_PLACE + 1] {
            let bytes: Bytes = "{\"a\":1},".bytes().cycle().take(size).collect::<Vec<_>>().into();
            let gzip = Coding::Gzip.encode_once(bytes.clone()).await.unwrap();
            let mut read = Vec::new();
            flate2::read::GzDecoder::new(&*gzip).read_to_end(&mut read).unwrap();
            assert_eq!(read, bytes);
            let brotli = Coding::Brotli.encode_once(bytes.clone()).await.unwrap();
            let mut read = Vec::new();
            brotli::BrotliDecompress(&mut &*brotli, &mut read).unwrap();
            assert_eq!(read, bytes);
        }
    }

    #[tokio::test]
    async fn large_answers_are_compressed_a_few_at_a_time() {
        let large = Bytes::from(vec![b'a'; LARGEST_IN_PLACE + 1]);
        let all = LARGE_AT_ONCE.acquire_many(2).await.unwrap();
        assert_eq!(Coding::Gzip.encode_once(large.clone()).await, None);
        assert!(Coding::Gzip.encode_once(large.slice(1..)).await.is_some());
        drop(all);
    }

    #[test]
    fn the_first_coding_is_kept_if_it_is_small_enough() {
        let bytes = vec![b'a'; 4000];
        let kept = Kept::default();
        let first = kept.get(Coding::Gzip, &bytes).unwrap();
        assert_eq!(kept.get(Coding::Gzip, &bytes).unwrap().as_ptr(), first.as_ptr());
        assert_eq!(kept.get(Coding::Brotli, &bytes), None);
        let mut random = 1_u32;
        let noise = std::iter::repeat_with(|| {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            random.to_be_bytes()[0]
        });
        let noise: Vec<u8> = noise.take(4000).collect();
        assert_eq!(Kept::default().get(Coding::Gzip, &noise), None);
        assert_eq!(Kept::default().get(Coding::Gzip, &bytes[..SMALLEST - 1]), None);
    }

    #[test]
    fn a_compressed_answer_has_a_tag_of_its_own_and_one_vary() {
        let mut headers = HeaderMap::new();
        headers.insert(ETAG, HeaderValue::from_static("\"7\""));
        Coding::Brotli.mark(&mut headers);
        assert_eq!(headers.get(ETAG).unwrap(), "\"7-br\"");
        headers.append(VARY, HeaderValue::from_static("Accept"));
        headers.append(VARY, HeaderValue::from_static("Accept-Language"));
        add_vary(&mut headers, "Accept-Encoding");
        add_vary(&mut headers, "accept-encoding");
        assert_eq!(headers.get_all(VARY).collect::<Vec<_>>(), ["Accept, Accept-Language, Accept-Encoding"]);
    }
}
