//! What the list of repositories in `lib.rs` expands to.

/// Declares the repositories: the supertraits of `Repositories` and the accessors of a unit of work.
macro_rules! repositories {
    ($($name:ident: $($repository:ident)::+),+ $(,)?) => {
        /// Every repository of one organisation, in one transaction.
        ///
        /// Rolled back if dropped without [`Repositories::commit`].
        #[async_trait::async_trait]
        pub trait Repositories: $crate::access::Access $(+ $($repository)::+)+ + Send {
            /// Commits with these events and this entry of the access log, and stores the response if the caller gave an idempotency key.
            ///
            /// Returns the changed maps with their new versions.
            ///
            /// # Errors
            /// [`crate::Error::InFlight`] if the same idempotent request was answered concurrently.
            async fn commit(
                self: Box<Self>,
                events: Vec<$crate::events::Event>,
                entry: $crate::audit::AuditEntry,
                outcome: Option<$crate::ports::StoredResponse>,
            ) -> $crate::Result<Vec<($crate::MapId, $crate::Version)>>;

            /// Ends a read-only transaction, without waiting.
            fn end(self: Box<Self>);
        }

        impl $crate::UnitOfWork {
            $(
                #[doc = concat!("[`", stringify!($($repository)::+), "`].")]
                pub fn $name(&mut self) -> &mut dyn $($repository)::+ {
                    self.repositories()
                }
            )+
        }
    };
}
pub(crate) use repositories;
