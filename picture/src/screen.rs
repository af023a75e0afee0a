//! The sheet for a screen: the heading, the board, and the names for which the board has no room.

use crate::Scene;
use crate::board::{self, HEIGHT};
use crate::flow::{Extent, flow};
use crate::heading::heading;
use crate::page::{Block, Role};
use crate::people::People;

const MARGIN: f64 = 20.0;
/// How wide it is; the height follows from what is on it.
pub(crate) const WIDTH: f64 = board::WIDTH + 2.0 * MARGIN;

/// The parts of the one page, and how high it is.
pub(crate) fn page(scene: &Scene<'_>, people: &People<'_>) -> (Vec<Block>, f64) {
    let (mut blocks, top) = heading(scene, people, MARGIN, board::WIDTH);
    let board = board::draw(people, &scene.whole.ties, MARGIN, top);
    blocks.push(Block::new(Role::Figure, board.svg));
    let extent = Extent { first: top + HEIGHT + 20.0, top: 0.0, bottom: f64::INFINITY };
    if board.rest.is_empty() {
        return (blocks, top + HEIGHT + MARGIN);
    }
    let lists = flow(&board.rest, MARGIN, extent, people.words.continued);
    blocks.extend(lists.pages.into_iter().flatten());
    (blocks, lists.end + MARGIN)
}
