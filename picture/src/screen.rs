//! The screen and phone sheets: the heading, the board, and lists of what does not fit on the board.

use crate::Scene;
use crate::columns::{Extent, flow};
use crate::heading::heading;
use crate::page::Block;
use crate::rings;
use crate::sheet_style::Look;
use crate::view_model::People;

/// The blocks of the page with margins of this width, and its height.
pub(crate) fn page(scene: &Scene<'_>, people: &People<'_>, look: &Look, margin: f64) -> (Vec<Block>, f64) {
    let (mut blocks, top) = heading(scene, people, margin, look);
    let board = rings::draw(people, &scene.whole.ties, look, (margin, top));
    blocks.push(board.figure);
    let sections: Vec<_> = board.rest.into_iter().chain(board.ties).collect();
    if sections.is_empty() {
        return (blocks, board.end + margin);
    }
    let extent = Extent { first: board.end + 20.0, top: 0.0, bottom: f64::INFINITY };
    let lists = flow(&sections, &look.columns, margin, extent, people.words.continued);
    blocks.extend(lists.pages.into_iter().flatten());
    (blocks, lists.end + margin)
}
