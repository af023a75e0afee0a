//! The macros and types behind the table in `policy.rs`.

use super::Grant;

crate::vocabulary::words! {
    /// The capacity in which a request is made: a column of the table.
    pub enum Capacity {
        /// Operates the platform.
        Operator = "operator", "Platformbeheerder", "Platform operator";
        /// Is an administrator of the organisation.
        Admin = "admin", "Beheerder", "Administrator";
        /// Is a coach in the organisation.
        Coach = "coach", "Coach", "Coach";
        /// Is a client of the organisation.
        Client = "client", "Cliënt", "Client";
        /// Holds a share.
        Share = "share", "Iemand met inzage", "Holder of a share";
        /// Is an external system of the organisation.
        Integration = "integration", "Extern systeem", "External system";
    }
}

/// Common verbs and the grant that applies to them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Right {
    verbs: &'static str,
    grant: Grant,
}

impl Right {
    /// Creates a right; does not compile if a letter is not a verb.
    pub(super) const fn new(verbs: &'static str, grant: Grant) -> Self {
        let (letters, mut at) = (verbs.as_bytes(), 0);
        while at < letters.len() {
            assert!(matches!(letters[at], b'l' | b'r' | b'c' | b'u' | b'd'), "no such verb");
            at += 1;
        }
        Self { verbs, grant }
    }
}

/// The grant of a verb in one cell.
pub(super) fn in_cell(cell: &[Right], verb: char) -> Grant {
    cell.iter().find(|right| right.verbs.contains(verb)).map_or(Grant::Never, |right| right.grant)
}

/// Whether a right of this cell depends on the author.
pub(super) fn depends_on_author(cell: &[Right]) -> bool {
    cell.iter().any(|right| right.grant == Grant::Author)
}

/// Whether a special action has this mark.
pub(super) fn has_mark(marks: &[&str], mark: &str) -> bool {
    marks.contains(&mark)
}

/// Marks the id of what stands on a map.
macro_rules! on_map {
    ([$id:ident] [Map]) => {
        impl $crate::access::OnMap for $id {}
    };
    ($($anything_else:tt)*) => {};
}
pub(super) use on_map;

/// Builds a cell of the table.
macro_rules! cell {
    (never) => {
        &[]
    };
    ($($verbs:ident $(= $grant:ident)?)&+) => {
        &[$($crate::access::table::Right::new(stringify!($verbs), $crate::access::table::cell!(@grant $($grant)?))),+]
    };
    (@grant) => {
        $crate::access::Grant::Always
    };
    (@grant $grant:ident) => {
        $crate::access::Grant::$grant
    };
}
pub(super) use cell;

/// Generates [`super::Resource`], [`super::Action`] and [`super::grant`] from the table.
macro_rules! policy {
    (
        resources {
            $($resource:ident $(($id:ident))? $(of $parent:ident)? $(in $whole:ident)? $(: $public:ident)?
                { $($($verbs:ident $(= $grant:ident)?)&+),+ } $(@device($on_device:ident))? $(@confirmed($fresh:ident))?
                $(@restricted($administrative:ident))?)+
        }
        verbs { $($verb:ident: $kind:ident $(on $target:ident)? { $($far:ident),+ } $(@$mark:ident)*)+ }
    ) => {
        /// The ids of targets.
        pub mod ids {
            $crate::id::ids! {
                $($(#[doc = concat!("Identifies a [`super::Resource::", stringify!($resource), "`].")] $id;)?)+
            }
        }
        use ids::*;

        /// A resource of a client, by id; the subject of an access check.
        #[expect(missing_docs, reason = "the variant names are self-explanatory")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Target { $($($resource($id),)?)+ }

        impl Target {
            /// The kind of resource.
            #[must_use]
            pub fn resource(self) -> Resource {
                match self { $($(Self::$resource($id(_)) => Resource::$resource,)?)+ }
            }

            /// The untyped id.
            #[must_use]
            pub fn id(self) -> uuid::Uuid {
                match self { $($(Self::$resource($id(id)) => id,)?)+ }
            }
        }

        $($(
            impl From<$id> for Target {
                fn from(id: $id) -> Self {
                    Self::$resource(id)
                }
            }

            impl $crate::access::TargetId for $id {}
        )?)+
        $($crate::access::table::on_map!([$($id)?] [$($parent)?]);)+

        /// The kinds of resources that actions apply to.
        #[expect(missing_docs, reason = "the variant names are self-explanatory")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Resource { $($resource),+ }

        impl Resource {
            /// Every resource, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$resource),+];

            /// The name of the variant, such as `Card`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$resource => stringify!($resource)),+ }
            }

            /// Whether a [`Target`] can name one.
            #[must_use]
            pub fn is_target(self) -> bool {
                let ids: &[&str] = match self { $(Self::$resource => &[$(stringify!($id),)?]),+ };
                !ids.is_empty()
            }

            /// Whether it is a map or stands on one.
            #[must_use]
            pub fn is_on_map(self) -> bool {
                self == Self::Map || self.parent() == Some(Self::Map) || self.whole() == Some(Self::Map)
            }

            /// Whether a right on it depends on the author.
            #[must_use]
            pub fn has_author(self) -> bool {
                self.cells().iter().any(|cell| $crate::access::table::depends_on_author(cell))
            }

            /// The resource to which it belongs; it is listed and created there.
            fn parent(self) -> Option<Self> {
                match self { $(Self::$resource => [$(Self::$parent,)?].first().copied()),+ }
            }

            /// The resource of which it is a part, if it has no id of its own.
            fn whole(self) -> Option<Self> {
                match self { $(Self::$resource => [$(Self::$whole,)?].first().copied()),+ }
            }

            /// Whether its existence is not a secret.
            fn is_public(self) -> bool {
                let marks: &[&str] = match self { $(Self::$resource => &[$(stringify!($public),)?]),+ };
                !marks.is_empty()
            }

            /// The verbs that an unconfirmed session of a device may use.
            fn verbs_on_device(self) -> &'static str {
                match self { $(Self::$resource => concat!($(stringify!($on_device))?)),+ }
            }

            /// The verbs that need a recent confirmation.
            fn verbs_to_confirm(self) -> &'static str {
                match self { $(Self::$resource => concat!($(stringify!($fresh))?)),+ }
            }

            /// The verbs that others than the client may use while the record is restricted.
            fn verbs_while_restricted(self) -> &'static str {
                match self { $(Self::$resource => concat!($(stringify!($administrative))?)),+ }
            }

            fn cells(self) -> [&'static [$crate::access::table::Right]; 6] {
                match self { $(Self::$resource => const { [$($crate::access::table::cell!($($verbs $(= $grant)?)&+)),+] }),+ }
            }
        }

        /// The action of a use case; each use case names exactly one.
        #[expect(missing_docs, reason = "the variant names are self-explanatory")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            List(Resource),
            Read(Resource),
            Create(Resource),
            Update(Resource),
            Delete(Resource),
            $($verb),+
        }

        impl Action {
            /// The name of the action, such as `CreateMap`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::List(Resource::$resource) => concat!("List", stringify!($resource)),
                    Self::Read(Resource::$resource) => concat!("Read", stringify!($resource)),
                    Self::Create(Resource::$resource) => concat!("Create", stringify!($resource)),
                    Self::Update(Resource::$resource) => concat!("Update", stringify!($resource)),
                    Self::Delete(Resource::$resource) => concat!("Delete", stringify!($resource)),)+
                    $(Self::$verb => stringify!($verb)),+
                }
            }

            /// Finds an action by its name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                let verbs = [Self::List, Self::Read, Self::Create, Self::Update, Self::Delete];
                let common = Resource::ALL.iter().flat_map(|resource| verbs.map(|verb| verb(*resource)));
                common.chain(Self::SPECIAL.iter().copied()).find(|action| action.name() == name)
            }

            /// Every action that is not a common verb.
            pub const SPECIAL: &'static [Self] = &[$(Self::$verb),+];

            /// The target of the access check: the resource itself, or its parent for lists and creation.
            #[must_use]
            pub fn target(self) -> Option<Resource> {
                match self {
                    Self::List(resource) | Self::Create(resource) => resource.parent(),
                    Self::Read(resource) | Self::Update(resource) | Self::Delete(resource) => {
                        Some(resource.whole().unwrap_or(resource)).filter(|resource| !resource.is_public())
                    }
                    $(Self::$verb => [$(Resource::$target,)?].first().copied()),+
                }
            }

            /// The kind of resource that is listed, created or changed.
            #[must_use]
            pub fn resource(self) -> Option<Resource> {
                match self {
                    Self::List(resource)
                    | Self::Read(resource)
                    | Self::Create(resource)
                    | Self::Update(resource)
                    | Self::Delete(resource) => Some(resource),
                    $(Self::$verb => [$(Resource::$target,)?].first().copied()),+
                }
            }

            /// The action that reads the target.
            ///
            /// A caller who may not perform it must not learn that the target exists. `None` for targets whose
            /// existence is not a secret.
            #[must_use]
            pub fn reading(self) -> Option<Self> {
                self.target().map(Self::Read)
            }

            /// Whether a session of a device may perform it without a recent confirmation.
            pub(super) fn is_on_device(self) -> bool {
                match self {
                    Self::List(resource) => resource.verbs_on_device().contains('l'),
                    Self::Read(resource) => resource.verbs_on_device().contains('r'),
                    Self::Create(_) | Self::Update(_) | Self::Delete(_) => false,
                    $(Self::$verb => $crate::access::table::has_mark(&[$(stringify!($mark)),*], "device")),+
                }
            }

            /// Whether any session must have been confirmed recently.
            pub(super) fn must_be_confirmed(self) -> bool {
                let of = |resource: Resource, verb| resource.verbs_to_confirm().contains(verb);
                match self {
                    Self::List(resource) => of(resource, 'l'),
                    Self::Read(resource) => of(resource, 'r'),
                    Self::Create(resource) => of(resource, 'c'),
                    Self::Update(resource) => of(resource, 'u'),
                    Self::Delete(resource) => of(resource, 'd'),
                    $(Self::$verb => $crate::access::table::has_mark(&[$(stringify!($mark)),*], "confirmed")),+
                }
            }

            /// Whether others than the client may perform it while the client's record is restricted.
            #[must_use]
            pub fn is_allowed_while_restricted(self) -> bool {
                let of = |resource: Resource, verb| resource.verbs_while_restricted().contains(verb);
                match self {
                    Self::List(resource) => of(resource, 'l'),
                    Self::Read(resource) => of(resource, 'r'),
                    Self::Create(resource) => of(resource, 'c'),
                    Self::Update(resource) => of(resource, 'u'),
                    Self::Delete(resource) => of(resource, 'd'),
                    $(Self::$verb => $crate::access::table::has_mark(&[$(stringify!($mark)),*], "restricted")),+
                }
            }

            /// Whether the action changes data.
            #[must_use]
            pub fn writes(self) -> bool {
                match self {
                    Self::List(_) | Self::Read(_) => false,
                    Self::Create(_) | Self::Update(_) | Self::Delete(_) => true,
                    $(Self::$verb => $crate::access::table::writes!($kind)),+
                }
            }
        }

        /// The grant of an action in a capacity.
        #[must_use]
        pub fn grant(capacity: Capacity, action: Action) -> Grant {
            let column = capacity as usize;
            let of = |resource: Resource, verb| $crate::access::table::in_cell(resource.cells()[column], verb);
            match action {
                Action::List(resource) => of(resource, 'l'),
                Action::Read(resource) => of(resource, 'r'),
                Action::Create(resource) => of(resource, 'c'),
                Action::Update(resource) => of(resource, 'u'),
                Action::Delete(resource) => of(resource, 'd'),
                $(Action::$verb => {
                    let row: [Grant; 6] = [$(Grant::$far),+];
                    row[column]
                })+
            }
        }
    };
}

/// Whether a special action changes data.
macro_rules! writes {
    (read) => {
        false
    };
    (write) => {
        true
    };
}
pub(super) use writes;
