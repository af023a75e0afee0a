//! Draws the pages of a document as a tagged PDF.

use super::Document;
use super::flow::{EDGES, Laid, Node, PAGE, Page, SIZE};
use super::shape::{FONTS, Typeface, runs};
use crate::PictureError;
use crate::fonts::{Weight, drawable_text};
use crate::palette::{INK, RULE};
use crate::pdf::{accessible, metadata};
use crate::text::{fitted, line as one_line};
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::Configuration;
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind,
    TagTree,
};
use krilla::text::{Font, TextDirection};
use std::num::NonZeroU16;

/// The baseline of the footer.
const FOOTER: f64 = 805.0;

/// Writes the pages, conforming to PDF/UA-1 if all characters have a glyph.
pub(super) fn pdf(document: &Document, laid: &Laid) -> Result<Vec<u8>, PictureError> {
    written(document, laid, accessible()?).or_else(|_| written(document, laid, Configuration::default()))
}

fn written(document: &Document, laid: &Laid, configuration: Configuration) -> Result<Vec<u8>, PictureError> {
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut pdf = krilla::Document::new_with(settings);
    let mut pen = Pen::new(laid.leaves)?;
    for (number, page) in laid.pages.iter().enumerate() {
        let settings =
            PageSettings::from_wh(PAGE.0 as f32, PAGE.1 as f32).ok_or_else(|| PictureError::new("no size"))?;
        let mut sheet = pdf.start_page_with(settings);
        let mut surface = sheet.surface();
        pen.page(&mut surface, page);
        pen.footer(&mut surface, &document.title, number + 1, laid.pages.len());
        surface.finish();
        sheet.finish();
    }
    pdf.set_outline(outline(&laid.nodes));
    pdf.set_tag_tree(pen.tree(&laid.nodes, document.language.code()));
    pdf.set_metadata(metadata(&document.title, document.language.code(), document.on));
    pdf.finish().map_err(PictureError::new)
}

fn outline(nodes: &[Node]) -> Outline {
    let mut outline = Outline::new();
    for node in nodes {
        if let Node::Heading { level: 1 | 2, text, at: (page, y), .. } = node {
            let to = XyzDestination::new(*page, Point::from_xy(0.0, *y as f32));
            outline.push_child(OutlineNode::new(text.clone(), to));
        }
    }
    outline
}

/// Draws lines, and keeps which content belongs to which leaf of the structure.
struct Pen {
    fonts: [Font; 3],
    leaves: Vec<Vec<Identifier>>,
}

impl Pen {
    fn new(leaves: usize) -> Result<Self, PictureError> {
        let font = |bytes: &'static [u8]| Font::new(bytes.into(), 0).ok_or_else(|| PictureError::new("no font"));
        let [regular, bold, wide] = FONTS.map(font);
        Ok(Self { fonts: [regular?, bold?, wide?], leaves: (0..leaves).map(|_| Vec::new()).collect() })
    }

    fn page(&mut self, surface: &mut Surface<'_>, page: &Page) {
        surface.start_tagged(artifact(ArtifactType::Layout));
        page.rules.iter().for_each(|y| rule(surface, *y));
        surface.end_tagged();
        for placed in &page.lines {
            let line = &placed.line;
            let differs = SpanTag::empty().with_actual_text(Some(line.text.as_str()));
            let content = match placed.leaf {
                None => artifact(ArtifactType::PaginationOther),
                Some(_) if line.drawn.is_none() => ContentTag::Other,
                Some(_) => ContentTag::Span(differs),
            };
            let identifier = surface.start_tagged(content);
            self.text(surface, (placed.x, placed.y), line.drawn.as_ref().unwrap_or(&line.text), line.face, line.size);
            surface.end_tagged();
            if let Some(leaf) = placed.leaf.and_then(|leaf| self.leaves.get_mut(leaf)) {
                leaf.push(identifier);
            }
        }
    }

    fn footer(&self, surface: &mut Surface<'_>, title: &str, number: usize, of: usize) {
        let number = format!("{number} / {of}");
        let width = Typeface::Regular.width(&number) * SIZE;
        let title = fitted(&one_line(title), EDGES.1 - EDGES.0 - width - 20.0, SIZE, Weight::Regular);
        let drawn = drawable_text(&title);
        surface.start_tagged(artifact(ArtifactType::Footer));
        self.text(surface, (EDGES.0, FOOTER), &drawn, Typeface::of(&title, Weight::Regular), SIZE);
        self.text(surface, (EDGES.1 - width, FOOTER), &number, Typeface::Regular, SIZE);
        surface.end_tagged();
    }

    fn text(&self, surface: &mut Surface<'_>, (mut x, y): (f64, f64), text: &str, face: Typeface, size: f64) {
        surface.set_stroke(None);
        surface.set_fill(Some(Fill { paint: colour(INK).into(), ..Fill::default() }));
        let parts = runs(text);
        let several = parts.len() > 1;
        for run in parts {
            let part = &text[run.range];
            let direction = if run.right_to_left { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
            let font = self.fonts[face as usize].clone();
            surface.draw_text(Point::from_xy(x as f32, y as f32), font, size as f32, part, false, direction);
            if several {
                x += face.width(part) * size;
            }
        }
    }

    /// The structure of the document, in reading order.
    fn tree(mut self, nodes: &[Node], language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for node in nodes {
            tree.push(self.group(node));
        }
        tree
    }

    fn group(&mut self, node: &Node) -> TagGroup {
        match node {
            Node::Heading { level, text, leaf, .. } => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                self.leaf(Tag::Hn(level, Some(text.clone())), *leaf)
            }
            Node::Paragraph(leaf) => self.leaf(Tag::P, *leaf),
            Node::List(items) => {
                let items = items.iter().map(|item| holding(Tag::LI, [self.leaf(Tag::LBody, *item)]));
                holding(Tag::L(ListNumbering::None), items.collect::<Vec<_>>())
            }
            Node::Rows(rows) => {
                let rows = rows.iter().map(|[label, value]| {
                    let label = self.leaf(Tag::TH(TableHeaderScope::Row), *label);
                    holding(Tag::TR, [label, self.leaf(Tag::TD, *value)])
                });
                let rows: Vec<_> = rows.collect();
                holding(Tag::Table, [holding(Tag::TBody, rows)])
            }
            Node::Table { head, rows } => {
                let heads: Vec<_> =
                    head.iter().map(|leaf| self.leaf(Tag::TH(TableHeaderScope::Column), *leaf)).collect();
                let body: Vec<_> = rows
                    .iter()
                    .map(|row| holding(Tag::TR, row.iter().map(|leaf| self.leaf(Tag::TD, *leaf)).collect::<Vec<_>>()))
                    .collect();
                let head = holding(Tag::THead, [holding(Tag::TR, heads)]);
                holding(Tag::Table, [head, holding(Tag::TBody, body)])
            }
        }
    }

    /// A group with the content of this leaf.
    fn leaf(&mut self, tag: impl Into<TagKind>, leaf: usize) -> TagGroup {
        let mut group = TagGroup::new(tag);
        let content = self.leaves.get_mut(leaf).map(std::mem::take).unwrap_or_default();
        content.into_iter().for_each(|identifier| group.push(identifier));
        group
    }
}

fn holding(tag: impl Into<TagKind>, groups: impl IntoIterator<Item = TagGroup>) -> TagGroup {
    let mut group = TagGroup::new(tag);
    groups.into_iter().for_each(|inner| group.push(inner));
    group
}

fn artifact<'a>(kind: ArtifactType) -> ContentTag<'a> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

fn rule(surface: &mut Surface<'_>, y: f64) {
    let mut path = PathBuilder::new();
    path.move_to(EDGES.0 as f32, y as f32);
    path.line_to(EDGES.1 as f32, y as f32);
    surface.set_fill(None);
    let opacity = NormalizedF32::ONE;
    surface.set_stroke(Some(Stroke { paint: colour(RULE).into(), width: 0.6, opacity, ..Stroke::default() }));
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

/// A colour of the palette.
fn colour(hex: &str) -> rgb::Color {
    let channel =
        |at: usize| hex.get(at..at + 2).and_then(|part| u8::from_str_radix(part, 16).ok()).unwrap_or_default();
    rgb::Color::new(channel(1), channel(3), channel(5))
}
