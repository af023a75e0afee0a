//! The text of a PDF of this service: what its fonts say that the glyphs mean.

use flate2::read::ZlibDecoder;
use std::collections::HashMap;
use std::io::Read;

/// The text, one line for each line that is drawn, as each of the fonts reads it: a line makes sense in the font that drew it.
pub(crate) fn pdf_text(pdf: &[u8]) -> String {
    let streams = streams(pdf);
    let fonts: Vec<_> =
        streams.iter().filter(|text| contains(text, b"beginbfchar")).map(|text| characters(text)).collect();
    assert!(!fonts.is_empty(), "no text");
    let contents = streams.iter().filter(|text| contains(text, b" Tf"));
    let lines: Vec<_> = contents.flat_map(|content| lines(content)).collect();
    let read = |font: &HashMap<u16, String>| {
        let line = |glyphs: &Vec<u16>| glyphs.iter().filter_map(|glyph| font.get(glyph)).cloned().collect::<String>();
        lines.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    fonts.iter().map(read).collect::<Vec<_>>().join("\n")
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

/// The streams that are compressed.
fn streams(pdf: &[u8]) -> Vec<Vec<u8>> {
    let find =
        |from: usize, what: &[u8]| pdf[from..].windows(what.len()).position(|part| part == what).map(|at| from + at);
    let (mut streams, mut from) = (Vec::new(), 0);
    while let Some(start) = find(from, b"stream\n") {
        let Some(end) = find(start, b"endstream") else { break };
        let mut plain = Vec::new();
        if ZlibDecoder::new(&pdf[start + 7..end]).read_to_end(&mut plain).is_ok() {
            streams.push(plain);
        }
        from = end + 9;
    }
    streams
}

/// The characters of each glyph, by a map such as `<0012> <0041>`.
fn characters(map: &[u8]) -> HashMap<u16, String> {
    let text = String::from_utf8_lossy(map);
    let pair = |line: &str| {
        let (glyph, characters) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
        let units = (0..characters.len() / 4).map(|at| u16::from_str_radix(&characters[at * 4..at * 4 + 4], 16));
        let units: Vec<_> = units.collect::<Result<_, _>>().ok()?;
        Some((u16::from_str_radix(glyph, 16).ok()?, String::from_utf16(&units).ok()?))
    };
    text.lines().filter_map(pair).collect()
}

/// The glyphs of each text object.
fn lines(content: &[u8]) -> Vec<Vec<u16>> {
    let (mut lines, mut line, mut at) = (Vec::new(), Vec::new(), 0);
    while let Some(byte) = content.get(at) {
        let (bytes, end) = match byte {
            b'(' => literal(content, at + 1),
            b'<' if content.get(at + 1) != Some(&b'<') => hexadecimal(content, at + 1),
            b'<' => (Vec::new(), at + 2),
            b'E' if content[at..].starts_with(b"ET") => {
                lines.push(std::mem::take(&mut line));
                (Vec::new(), at + 2)
            }
            _ => (Vec::new(), at + 1),
        };
        line.extend(bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])));
        at = end;
    }
    lines
}

/// A string in parentheses, and where it ends.
fn literal(content: &[u8], mut at: usize) -> (Vec<u8>, usize) {
    let (mut bytes, mut depth) = (Vec::new(), 1);
    while let Some(byte) = content.get(at) {
        at += 1;
        match byte {
            b'\\' => {
                let escaped = content[at];
                let (value, long) = match escaped {
                    b'0'..=b'7' => {
                        (u8::from_str_radix(std::str::from_utf8(&content[at..at + 3]).unwrap(), 8).unwrap(), 3)
                    }
                    b'n' => (b'\n', 1),
                    b'r' => (b'\r', 1),
                    b't' => (b'\t', 1),
                    b'b' => (8, 1),
                    b'f' => (12, 1),
                    other => (other, 1),
                };
                bytes.push(value);
                at += long;
                continue;
            }
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        bytes.push(*byte);
    }
    (bytes, at)
}

/// A string of hexadecimal digits, and where it ends.
fn hexadecimal(content: &[u8], at: usize) -> (Vec<u8>, usize) {
    let long = content[at..].iter().position(|byte| *byte == b'>').unwrap();
    let digits = std::str::from_utf8(&content[at..at + long]).unwrap();
    let byte = |place: usize| u8::from_str_radix(&digits[place * 2..place * 2 + 2], 16).unwrap_or_default();
    ((0..digits.len() / 2).map(byte).collect(), at + long + 1)
}
