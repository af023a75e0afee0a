//! The picture of a map: SVG, PNG and PDF, the same bytes for the same scene.
//!
//! A scene becomes [`view_model::People`] (who, with which signs), a sheet arranges them into [`page::Pages`] of SVG, and the
//! pages are written out as they are, drawn by `resvg` or put into a tagged PDF by `krilla`.

mod a4;
mod canvas;
mod captions;
mod columns;
mod describe;
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

use chrono::NaiveDate;
use domain::maps::WholeMap;
use domain::support_types::SupportTypeEntry;
use domain::vocabulary::Language;
use page::Pages;
use sheet_style::Look;
use view_model::People;

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The map with everything on it.
    pub whole: &'a WholeMap,
    /// The organisation's support types, for their labels.
    pub support_types: &'a [SupportTypeEntry],
    /// The number of the card; none is a map still being made.
    pub number: Option<i64>,
    /// The day the card was made, or today.
    pub on: NaiveDate,
    /// The language of everything but names.
    pub language: Language,
    /// What a sheet for paper shows besides.
    pub include: Include,
    /// Whose card it is, if the picture says so.
    pub client: Option<&'a str>,
}

/// What stands on a sheet for paper only if it is asked for: others read what hangs on a fridge. A screen shows it all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Include {
    /// Tension in a relation.
    pub tension: bool,
    /// The load a supporter carries.
    pub burden: bool,
    /// What the client would not ask of somebody.
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

/// On what it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// For a screen: the rings, the legend, nothing else.
    Screen,
    /// A4 portrait: the rings, whom to call for what, the agreements.
    A4,
    /// 85 by 54 mm: at most eight names and numbers.
    Wallet,
    /// For a phone held upright, 390 pixels wide: as on a screen, with the legend below the rings.
    Phone,
}

/// A picture that could not be made: a defect of ours.
#[derive(Debug, thiserror::Error)]
#[error("the picture could not be made: {0}")]
pub struct PictureError(String);

impl PictureError {
    fn new(cause: impl std::fmt::Debug) -> Self {
        Self(format!("{cause:?}"))
    }
}

/// The picture as SVG. The pages of [`Sheet::A4`] stand one below the other.
#[must_use]
pub fn svg(scene: &Scene<'_>, sheet: Sheet) -> String {
    pages(scene, sheet).svg()
}

/// The picture as PNG, at 8 (A4, screen), 12 (phone) or 16 (wallet) dots to the millimetre; less if it would be very large.
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

/// The picture as a tagged PDF, with text that can be selected.
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
        // A CSS pixel to the unit.
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
