//! The wallet sheet: at most eight people to call.

use crate::Scene;
use crate::canvas::{Anchor, Canvas, Rect, Style};
use crate::describe::{client, short_edition};
use crate::fonts::{Weight, width};
use crate::glyphs::sign;
use crate::page::{Block, Role};
use crate::palette;
use crate::text::fitted;
use crate::view_model::People;

/// 85 by 54 mm, at four units per millimetre.
pub(crate) const SIZE: (f64, f64) = (340.0, 216.0);
/// Maximum number of people.
pub(crate) const MAX_PEOPLE: usize = 8;
const MARGIN: f64 = 14.0;
const END: f64 = SIZE.0 - MARGIN;
const FIRST: f64 = 33.0;
const ROW: f64 = 19.5;
/// The font size of names: ten points.
const NAME: f64 = 14.2;
const SIGN: f64 = 11.5;
/// Maximum width of a phone number, and minimum space for writing one by hand.
const PHONE: (f64, f64) = (190.0, 92.0);
/// Maximum number of signs per row.
const SIGNS: usize = 5;

/// The blocks of the page.
pub(crate) fn page(scene: &Scene<'_>, people: &People<'_>) -> Vec<Block> {
    let words = people.words;
    let mut canvas = Canvas::default();
    let band = Rect { x: 0.0, y: 0.0, w: SIZE.0, h: 29.0 };
    canvas.rect(band, 0.0, &format!(r#"fill="{}""#, palette::CLIENT));
    let style = Style::bold(NAME).colour(palette::PAPER);
    canvas.text(MARGIN, 19.5, style, words.whom_to_call);
    canvas.text(
        END,
        19.5,
        Style { weight: Weight::Regular, ..style }.anchor(Anchor::End),
        &short_edition(scene, people),
    );
    let mut blocks = vec![Block::new(Role::Title(words.whom_to_call.to_owned()), canvas.finish())];
    let called = people.to_call();
    for (row, at) in called.iter().take(MAX_PEOPLE).enumerate() {
        blocks.push(Block::new(Role::Item, person(people, *at, FIRST + ROW * row as f64)));
    }
    let mut canvas = Canvas::default();
    if called.is_empty() {
        canvas.text(MARGIN, 60.0, Style::regular(NAME), words.nobody_to_call);
    }
    let others = called.len().saturating_sub(MAX_PEOPLE);
    let word = if others == 1 { words.other_on_card } else { words.others_on_card };
    let (foot, small) = (SIZE.1 - 8.0, Style::regular(NAME).colour(palette::MUTED));
    let mut room = SIZE.0 - 2.0 * MARGIN;
    if others > 0 {
        let text = format!("{} {others} {word}", words.and);
        canvas.text(MARGIN, foot, small, &text);
        room -= width(&text, NAME, Weight::Regular) + MARGIN;
    }
    if let Some(name) = client(scene) {
        let name = fitted(&name, room, NAME, Weight::Bold);
        canvas.text(END, foot, Style::bold(NAME).colour(palette::CLIENT).anchor(Anchor::End), &name);
    }
    blocks.push(Block::new(Role::Text, canvas.finish()));
    blocks
}

fn person(people: &People<'_>, at: usize, y: f64) -> String {
    let mut canvas = Canvas::default();
    let base = y + NAME;
    canvas.put(format_args!(r#"<g data-supporter-id="{}">"#, people.all[at].supporter.id.0));
    let phone = people.all[at].phone();
    let phone = phone.map(|phone| fitted(&phone, PHONE.0, NAME, Weight::Bold));
    let phone_width = phone.as_ref().map_or(PHONE.1, |phone| width(phone, NAME, Weight::Bold)).max(PHONE.1);
    let signs: Vec<_> = people.all[at].available().take(SIGNS).collect();
    let left = END - phone_width - 8.0 - signs.len() as f64 * (SIGN + 2.0);
    for (place, of) in signs.iter().enumerate() {
        let x = left + place as f64 * (SIGN + 2.0);
        sign(&mut canvas, (x, base - SIGN + 1.0), SIGN, people.kinds[of.kind].glyph, of.state);
    }
    let name = fitted(&people.all[at].name, left - MARGIN - 6.0, NAME, Weight::Regular);
    canvas.text(MARGIN, base, Style::regular(NAME), &name);
    match &phone {
        Some(phone) => canvas.text(END, base, Style::bold(NAME).anchor(Anchor::End), phone),
        // A line for writing the number by hand.
        None => {
            let look = format!(r#"stroke="{}" stroke-dasharray="1.5 2.5""#, palette::MUTED);
            canvas.line((END - phone_width, base), (END, base), &look);
        }
    }
    canvas.put(format_args!("</g>"));
    canvas.finish()
}
