//! Renders the picture of a map as SVG, PNG and PDF, and documents of text as PDF, deterministically.
//!
//! A scene becomes `People` (the supporters with their signs), a sheet arranges them on `Pages`
//! of SVG, and the pages are written as they are, rasterised by `resvg`, or embedded in a tagged PDF by `krilla`.

#![warn(missing_docs)]

mod a4;
mod canvas;
mod captions;
mod columns;
mod describe;
mod document;
mod fonts;
mod glyphs;
mod heading;
mod labels;
mod layout;
mod legend;
mod page;
mod palette;
mod pdf;
mod raster;
mod rings;
mod screen;
mod sectors;
mod sheet_style;
mod text;
mod ties;
mod view_model;
mod wallet;

pub use captions::day as long_day;
use chrono::NaiveDate;
pub use document::{Column, Document};
use domain::maps::WholeMap;
use domain::support_types::SupportTypeEntry;
use domain::vocabulary::Language;
use page::Pages;
use sheet_style::Look;
use view_model::People;

/// The input of a picture.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The map with everything on it.
    pub whole: &'a WholeMap,
    /// The organisation's support types, for their labels.
    pub support_types: &'a [SupportTypeEntry],
    /// Sequence number of the card within its map, from 1; `None` for a map.
    pub number: Option<i64>,
    /// The date of the card, or today.
    pub on: NaiveDate,
    /// The language of everything except names and other user-entered text.
    pub language: Language,
    /// What a paper sheet additionally shows.
    pub include: Include,
    /// The name of the client, if the picture is to show it.
    pub client: Option<&'a str>,
}

/// What a paper sheet shows only on request, since others may see it. Screens show everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Include {
    /// Tension in relationships.
    pub tension: bool,
    /// Burden on supporters.
    pub burden: bool,
    /// Supports for which the client would not ask.
    pub refusals: bool,
}

impl Include {
    const ALL: Self = Self { tension: true, burden: true, refusals: true };

    fn on(sheet: Sheet, asked: Self) -> Self {
        match sheet {
            Sheet::Screen | Sheet::Phone => Self::ALL,
            Sheet::A4 | Sheet::Wallet => asked,
        }
    }
}

/// The format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// For a screen: the rings and the legend only.
    Screen,
    /// A4 portrait: the rings, whom to call for what, the agreements.
    A4,
    /// 85 by 54 mm: at most eight names with phone numbers.
    Wallet,
    /// For a phone in portrait orientation, 390 pixels wide.
    ///
    /// Like [`Sheet::Screen`], with the legend below the rings.
    Phone,
}

/// The picture could not be rendered; a defect in this software.
#[derive(Debug, thiserror::Error)]
#[error("the picture could not be rendered: {0}")]
pub struct PictureError(String);

impl PictureError {
    fn new(cause: impl std::fmt::Debug) -> Self {
        Self(format!("{cause:?}"))
    }
}

/// Renders the picture as SVG. The pages of [`Sheet::A4`] are stacked vertically.
#[must_use]
pub fn svg(scene: &Scene<'_>, sheet: Sheet) -> String {
    pages(scene, sheet).svg()
}

/// Renders the picture as PNG.
///
/// The resolution is 8 (A4, screen), 12 (phone) or 16 (wallet) dots per millimetre, less if the picture would be very
/// large.
///
/// # Errors
/// [`PictureError`].
pub fn png(scene: &Scene<'_>, sheet: Sheet) -> Result<Vec<u8>, PictureError> {
    let dots = match sheet {
        Sheet::Screen | Sheet::A4 => 8.0,
        Sheet::Phone => 12.0,
        Sheet::Wallet => 16.0,
    };
    raster::png(&pages(scene, sheet), dots)
}

/// Renders the picture as a tagged PDF with selectable text.
///
/// # Errors
/// [`PictureError`].
pub fn pdf(scene: &Scene<'_>, sheet: Sheet) -> Result<Vec<u8>, PictureError> {
    pdf::pdf(&pages(scene, sheet), scene.on)
}

fn pages(scene: &Scene<'_>, sheet: Sheet) -> Pages {
    let people = People::of(scene, Include::on(sheet, scene.include));
    let on_screen = |look: &Look, margin: f64, millimetres| {
        let (page, height) = screen::page(scene, &people, look, margin);
        ((look.width + 2.0 * margin, height), millimetres, vec![page])
    };
    let ((width, height), millimetres, pages) = match sheet {
        Sheet::Screen => on_screen(&sheet_style::SCREEN, 20.0, 0.3),
        // One unit is a CSS pixel.
        Sheet::Phone => on_screen(&sheet_style::PHONE, 12.0, 25.4 / 96.0),
        Sheet::A4 => (a4::SIZE, 0.25, a4::pages(scene, &people)),
        Sheet::Wallet => (wallet::SIZE, 0.25, vec![wallet::page(scene, &people)]),
    };
    Pages {
        width,
        height,
        millimetres,
        language: scene.language.code(),
        title: describe::title(scene, &people),
        description: describe::description(scene, &people, sheet),
        key: format!("{}-{sheet:?}", scene.whole.map.id).to_lowercase(),
        pages,
    }
}
