//! Writes the pages as a tagged PDF.

use crate::PictureError;
use crate::fonts::drawable;
use crate::page::{Block, Pages, Role};
use crate::raster::tree;
use chrono::{Datelike, NaiveDate};
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Size};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, Tag, TagGroup, TagTree};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::roxmltree::Document;
use std::num::NonZeroU16;

/// Points per millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// Writes a PDF, conforming to PDF/UA-1 unless a name has characters that no font has.
///
/// PDF/UA-1 does not allow the empty box that replaces them.
pub(crate) fn pdf(pages: &Pages, on: NaiveDate) -> Result<Vec<u8>, PictureError> {
    written(pages, on, accessible()?).or_else(|_| written(pages, on, Configuration::default()))
}

/// The configuration that refuses what PDF/UA-1 does not allow.
pub(crate) fn accessible() -> Result<Configuration, PictureError> {
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    accessible.map_err(PictureError::new)
}

/// The metadata of a document in this language, made on this day.
pub(crate) fn metadata(title: &str, language: &str, on: NaiveDate) -> Metadata {
    let (year, month, day) = (on.year().clamp(0, 9999) as u16, on.month() as u8, on.day() as u8);
    Metadata::new()
        .title(title.to_owned())
        .language(language.to_owned())
        .creator("Omringd".to_owned())
        .creation_date(DateTime::new(year).month(month).day(day))
}

fn written(pages: &Pages, on: NaiveDate, configuration: Configuration) -> Result<Vec<u8>, PictureError> {
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = krilla::Document::new_with(settings);
    let points = |units: f64| (units * pages.millimetres * POINTS) as f32;
    let (width, height) = (points(pages.width), points(pages.height));
    let size = Size::from_wh(width, height).ok_or_else(|| PictureError::new("no size"))?;
    let mut outline = Outline::new();
    let mut tags = Tags::default();
    for (number, blocks) in pages.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(width, height).ok_or_else(|| PictureError::new("no size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for block in blocks {
            draw(&mut surface, pages, block, size, &mut tags)?;
            if let Role::Title(text) | Role::Heading(text) = &block.role {
                let to = XyzDestination::new(number, Point::from_xy(0.0, 0.0));
                outline.push_child(OutlineNode::new(text.clone(), to));
            }
        }
        surface.finish();
        page.finish();
    }
    document.set_outline(outline);
    document.set_tag_tree(tags.tree(pages));
    document.set_metadata(metadata(&pages.title, pages.language, on).description(pages.description.clone()));
    document.finish().map_err(PictureError::new)
}

/// Draws one block with its tag.
fn draw(
    surface: &mut Surface<'_>,
    pages: &Pages,
    block: &Block,
    size: Size,
    tags: &mut Tags,
) -> Result<(), PictureError> {
    let actual = actual_text(&block.svg);
    let content = match block.role {
        Role::Decoration => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
        // The description of the figure has the names, and its spans those that are drawn differently.
        Role::Figure => ContentTag::Other,
        Role::Title(_) | Role::Heading(_) | Role::Item | Role::Text => {
            actual.as_deref().map_or(ContentTag::Other, standing_for)
        }
    };
    let mut tagged = |content, svg: &str| {
        let tree = tree(&pages.part(svg))?;
        let identifier = surface.start_tagged(content);
        let drawn = surface.draw_svg(&tree, size, SvgSettings::default());
        surface.end_tagged();
        drawn.ok_or_else(|| PictureError::new("not drawn")).map(|()| identifier)
    };
    let mut identifiers = vec![tagged(content, &block.outside_spans())?];
    for span in &block.spans {
        identifiers.push(tagged(standing_for(&span.text), &block.svg[span.range.clone()])?);
    }
    tags.add(&block.role, identifiers, &pages.description);
    Ok(())
}

fn standing_for(text: &str) -> ContentTag<'_> {
    ContentTag::Span(SpanTag::empty().with_actual_text(Some(text)))
}

/// The actual text of a block, if no font has some of its characters.
fn actual_text(svg: &str) -> Option<String> {
    if drawable(svg) == svg {
        return None;
    }
    let whole = format!("<g>{svg}</g>");
    let document = Document::parse(&whole).ok()?;
    let texts = document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text());
    Some(texts.collect::<Vec<_>>().join(" "))
}

/// The structure tree of the document; consecutive items form a list.
#[derive(Default)]
struct Tags {
    groups: Vec<TagGroup>,
    list: Option<TagGroup>,
}

impl Tags {
    fn add(&mut self, role: &Role, identifiers: Vec<Identifier>, description: &str) {
        let mut group = match role {
            Role::Decoration => return,
            Role::Item => {
                let mut body = TagGroup::new(Tag::LBody);
                identifiers.into_iter().for_each(|identifier| body.push(identifier));
                let mut item = TagGroup::new(Tag::LI);
                item.push(body);
                self.list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::None))).push(item);
                return;
            }
            Role::Title(text) => TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(text.clone()))),
            Role::Heading(text) => TagGroup::new(Tag::Hn(NonZeroU16::MIN.saturating_add(1), Some(text.clone()))),
            Role::Figure => TagGroup::new(Tag::Figure(Some(description.to_owned()))),
            Role::Text => TagGroup::new(Tag::P),
        };
        identifiers.into_iter().for_each(|identifier| group.push(identifier));
        self.groups.extend(self.list.take());
        self.groups.push(group);
    }

    fn tree(mut self, pages: &Pages) -> TagTree {
        self.groups.extend(self.list.take());
        let mut tree = TagTree::new().with_lang(Some(pages.language.to_owned()));
        self.groups.into_iter().for_each(|group| tree.push(group));
        tree
    }
}
