//! What a mapping has once or several times.

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

/// The names of the files of one table: one, or a list for a table that lies in several.
#[derive(Debug)]
pub(super) struct Files(Vec<String>);

/// A table, or a list of them.
#[derive(Debug)]
pub(super) struct Several<T>(Vec<T>);

impl<T> Default for Several<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl Deref for Files {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.0
    }
}

impl<T> Deref for Several<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Files {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Names;

        impl<'de> Visitor<'de> for Names {
            type Value = Files;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a file, or a list of names")
            }

            fn visit_str<E>(self, name: &str) -> Result<Files, E> {
                Ok(Files(vec![name.to_owned()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, names: A) -> Result<Files, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(names)).map(Files)
            }
        }

        from.deserialize_any(Names)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Several<T> {
    // Not by an untagged enum: its errors say neither where nor what.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Tables<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Tables<T> {
            type Value = Several<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table, or a list of tables")
            }

            fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<Several<T>, A::Error> {
                T::deserialize(MapAccessDeserializer::new(table)).map(|table| Several(vec![table]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, tables: A) -> Result<Several<T>, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(tables)).map(Several)
            }
        }

        from.deserialize_any(Tables(PhantomData))
    }
}
