//! The heading: the theme, the card and its date.

use crate::Scene;
use crate::canvas::{Anchor, Canvas, Style};
use crate::captions::day;
use crate::describe::{client, theme, version};
use crate::fonts::Weight;
use crate::page::{Block, Role};
use crate::palette;
use crate::sheet_style::Look;
use crate::text::{fitted, wrapped};
use crate::view_model::People;

/// The width reserved beside the theme for number and dates, in multiples of their font size.
const BESIDE: f64 = 17.0;
/// The font size of a long theme, relative to the usual size.
const SMALLER: f64 = 0.76;

/// Lays out the heading over the full width, and returns where the content starts.
pub(crate) fn heading(scene: &Scene<'_>, people: &People<'_>, x: f64, look: &Look) -> (Vec<Block>, f64) {
    let (sizes, width) = (look.heading, look.width);
    let mut canvas = Canvas::default();
    let mut y = sizes.top + sizes.above;
    canvas.text(x, y, Style::bold(sizes.above).colour(palette::CLIENT), people.words.life_with);
    let theme = theme(scene);
    let room = if sizes.stacked { width } else { width - BESIDE * sizes.small };
    let (size, lines) = fitting(&theme, room, sizes.theme);
    for part in lines {
        y += size * 1.16;
        canvas.text(x, y, Style::bold(size), &part);
    }
    let mut blocks = vec![Block::new(Role::Title(theme), canvas.finish())];
    let mut canvas = Canvas::default();
    let (left, anchor) = if sizes.stacked { (x, Anchor::Start) } else { (x + width, Anchor::End) };
    let mut below = if sizes.stacked { y + 6.0 } else { sizes.top };
    for (style, text) in which(scene, people, look) {
        below += style.size * 1.25;
        canvas.text(left, below - style.size * 0.25, style.anchor(anchor), &text);
    }
    blocks.push(Block::new(Role::Text, canvas.finish()));
    (blocks, y.max(below) + 14.0)
}

/// Breaks the theme into two lines, or into three smaller ones if two do not suffice.
fn fitting(theme: &str, room: f64, size: f64) -> (f64, Vec<String>) {
    let lines = wrapped(theme, room, size, Weight::Bold, 2);
    if lines.iter().any(|line| line.ends_with('…')) {
        let smaller = size * SMALLER;
        return (smaller, wrapped(theme, room, smaller, Weight::Bold, 3));
    }
    (size, lines)
}

/// The name, number and dates of the card.
fn which(scene: &Scene<'_>, people: &People<'_>, look: &Look) -> Vec<(Style, String)> {
    let sizes = look.heading;
    let on = day(scene.on, scene.language);
    let bold = Style::bold(sizes.card);
    let whose =
        |name: String| (bold.colour(palette::CLIENT), fitted(&name, BESIDE * sizes.small, bold.size, Weight::Bold));
    let mut lines: Vec<_> = client(scene).map(whose).into_iter().collect();
    lines.extend([(bold, version(scene, people)), (Style::regular(sizes.small), on)]);
    if let Some(review) = scene.whole.map.review_on {
        let again = format!("{} {}", people.words.look_again, day(review, scene.language));
        lines.push((Style::regular(sizes.small).colour(palette::MUTED), again));
    }
    lines
}
