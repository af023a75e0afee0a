//! Pages and their blocks.

use crate::canvas::N;
use crate::fonts::STACK;
use crate::palette;
use crate::text::Escaped;
use std::ops::Range;

/// The role of a block for screen readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The title of the document.
    Title(String),
    /// A heading.
    Heading(String),
    /// A picture; its description is that of the whole document.
    Figure,
    /// A list item.
    Item,
    /// Text.
    Text,
    /// No content: a rule, a page number.
    Decoration,
}

/// A part of a page.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) role: Role,
    pub(crate) svg: String,
    /// Parts whose text differs from what is drawn, in order.
    pub(crate) spans: Vec<Span>,
}

/// A part of a drawing with its actual text: a name that is truncated or that no font has.
#[derive(Clone, Debug)]
pub(crate) struct Span {
    pub(crate) range: Range<usize>,
    pub(crate) text: String,
}

impl Block {
    pub(crate) fn new(role: Role, svg: String) -> Self {
        Self { role, svg, spans: Vec::new() }
    }

    /// The drawing without its spans.
    pub(crate) fn outside_spans(&self) -> String {
        let (mut outside, mut from) = (String::with_capacity(self.svg.len()), 0);
        for span in &self.spans {
            outside.push_str(&self.svg[from..span.range.start]);
            from = span.range.end;
        }
        outside + &self.svg[from..]
    }
}

/// The pages of a sheet, all of the same size.
#[derive(Debug)]
pub(crate) struct Pages {
    /// Page width and height, in drawing units.
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// The size of a unit in millimetres.
    pub(crate) millimetres: f64,
    pub(crate) language: &'static str,
    /// The title of the picture.
    pub(crate) title: String,
    /// The full description of the picture.
    pub(crate) description: String,
    /// A prefix for ids that makes them unique when several pictures are in one document.
    pub(crate) key: String,
    pub(crate) pages: Vec<Vec<Block>>,
}

impl Pages {
    /// Writes all pages in one drawing, stacked vertically.
    pub(crate) fn svg(&self) -> String {
        let height = self.height * self.pages.len() as f64;
        let parts: usize = self.pages.iter().flatten().map(|block| block.svg.len()).sum();
        let mut svg = String::with_capacity(parts + self.description.len() * 2 + 2000);
        svg.push_str(&format!(
            r#"{}lang="{}" role="img" aria-labelledby="t-{key} d-{key}"><title id="t-{key}">{}</title><desc id="d-{key}">{}</desc>"#,
            self.opening(height),
            self.language,
            Escaped(&self.title),
            Escaped(&self.description),
            key = self.key,
        ));
        svg.push_str(&format!(r#"<rect width="{}" height="{}" fill="{}"/>"#, N(self.width), N(height), palette::PAPER));
        svg.push_str(&format!(r#"<g font-family="{STACK}">"#));
        for (number, page) in self.pages.iter().enumerate() {
            if number > 0 {
                svg.push_str(&format!(r#"<g transform="translate(0 {})">"#, N(self.height * number as f64)));
            }
            for block in page {
                svg.push('\n');
                svg.push_str(&block.svg);
            }
            if number > 0 {
                svg.push_str("</g>");
            }
        }
        svg.push_str("</g></svg>");
        svg
    }

    /// Writes one block as a drawing with the size of the page.
    pub(crate) fn part(&self, svg: &str) -> String {
        format!(r#"{}><g font-family="{STACK}">{svg}</g></svg>"#, self.opening(self.height))
    }

    fn opening(&self, height: f64) -> String {
        let (width, millimetres) = (self.width, self.millimetres);
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{}mm" height="{}mm" viewBox="0 0 {} {}" "#,
            N(width * millimetres),
            N(height * millimetres),
            N(width),
            N(height)
        )
    }
}
