//! The heading: with what the client lives, which card it is, of which day.

use crate::Scene;
use crate::canvas::{Anchor, Canvas, Style};
use crate::describe::version;
use crate::fonts::Weight;
use crate::page::{Block, Role};
use crate::palette;
use crate::people::People;
use crate::text::{line, wrapped};
use crate::words::day;

/// Where the heading begins.
const TOP: f64 = 22.0;

/// The heading over the whole width, and where what follows begins.
pub(crate) fn heading(scene: &Scene<'_>, people: &People<'_>, x: f64, width: f64) -> (Vec<Block>, f64) {
    let words = people.words;
    let mut canvas = Canvas::default();
    canvas.text(x, TOP + 12.0, Style::bold(13.0).colour(palette::CLIENT), words.life_with);
    let theme = line(scene.whole.map.theme.as_str());
    let lines = wrapped(&theme, width - 210.0, 25.0, Weight::Bold, 2);
    let mut y = TOP + 12.0;
    for part in &lines {
        y += 29.0;
        canvas.text(x, y, Style::bold(25.0), part);
    }
    let title = Block::new(Role::Title(theme), canvas.finish());
    let mut canvas = Canvas::default();
    let end = |style: Style| style.anchor(Anchor::End);
    canvas.text(x + width, TOP + 14.0, end(Style::bold(16.0)), &version(scene, people));
    let on = day(scene.on, scene.language);
    canvas.text(x + width, TOP + 32.0, end(Style::regular(12.0)), &on);
    if let Some(review) = scene.whole.map.review_on {
        let again = format!("{} {}", words.look_again, day(review, scene.language));
        canvas.text(x + width, TOP + 48.0, end(Style::regular(10.5).colour(palette::MUTED)), &again);
    }
    (vec![title, Block::new(Role::Text, canvas.finish())], y.max(TOP + 50.0) + 16.0)
}
