//! Pages of a list, by keyset: the cost of a page does not depend on how far down the list it is.
//!
//! Every list is ordered by id, which is the order of creation, and the cursor is an id: nothing personal in a URL.

use uuid::Uuid;

/// The most items on one page.
pub const MAX_PAGE: u16 = 200;

/// Which page: how many items, after which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageRequest {
    limit: u16,
    /// The id of the last item of the page before, exclusive.
    pub after: Option<Uuid>,
}

impl PageRequest {
    /// A page of at most `limit` items, itself at least 1 and at most [`MAX_PAGE`].
    #[must_use]
    pub fn new(limit: u16, after: Option<Uuid>) -> Self {
        Self { limit: limit.clamp(1, MAX_PAGE), after }
    }

    /// How many rows to read: one more than the page, which tells that a next page exists.
    #[must_use]
    pub fn rows(self) -> u64 {
        u64::from(self.limit) + 1
    }

    /// Cuts the page out of the rows read.
    #[must_use]
    pub fn page<T>(self, mut items: Vec<T>, id: impl Fn(&T) -> Uuid) -> Page<T> {
        let more = items.len() > usize::from(self.limit);
        items.truncate(usize::from(self.limit));
        let next = if more { items.last().map(id) } else { None };
        Page { items, next }
    }
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The items, in order of id.
    pub items: Vec<T>,
    /// After which id the next page begins, if there is one.
    pub next: Option<Uuid>,
}

impl<T> Page<T> {
    /// The same page of other things.
    #[must_use]
    pub fn map<U>(self, f: impl Fn(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(f).collect(), next: self.next }
    }

    /// The same where making a thing can fail.
    ///
    /// # Errors
    /// The first error of `f`.
    pub fn try_map<U, E>(self, f: impl FnMut(T) -> Result<U, E>) -> Result<Page<U>, E> {
        Ok(Page { items: self.items.into_iter().map(f).collect::<Result<_, _>>()?, next: self.next })
    }
}
