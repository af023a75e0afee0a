//! Keyset pagination: the cost of a page does not depend on its position in the list.
//!
//! Lists are ordered by id, which is the order of creation (of the access log, its reverse), and the cursor is an id, so that URLs contain no personal
//! data.

use uuid::Uuid;

/// Maximum number of items per page.
pub const MAX_PAGE: u16 = 200;

/// The order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// In order of id.
    OldestFirst,
    /// In reverse order of id.
    NewestFirst,
}

/// The requested page: the number of items and the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageRequest {
    limit: u16,
    order: Order,
    /// The id of the last item of the previous page, exclusive.
    pub after: Option<Uuid>,
}

impl PageRequest {
    /// Creates a request for `limit` items, clamped to 1 to [`MAX_PAGE`].
    #[must_use]
    pub fn new(limit: u16, after: Option<Uuid>) -> Self {
        Self { limit: limit.clamp(1, MAX_PAGE), order: Order::OldestFirst, after }
    }

    /// The same page of the list in reverse order.
    #[must_use]
    pub(crate) fn newest_first(self) -> Self {
        Self { order: Order::NewestFirst, ..self }
    }

    /// The order of the list.
    #[must_use]
    pub fn order(self) -> Order {
        self.order
    }

    /// The number of rows to read: one more than the page, to detect a next page.
    #[must_use]
    pub fn rows(self) -> u64 {
        u64::from(self.limit) + 1
    }

    /// Builds the page from the rows read.
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
    /// The items, in the order of the list.
    pub items: Vec<T>,
    /// The cursor of the next page, if there is one.
    pub next: Option<Uuid>,
}

impl<T> Page<T> {
    /// Converts the items of the page.
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
