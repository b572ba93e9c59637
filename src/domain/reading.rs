//! From the description of a field to its value: the names that descriptions use
//! for what may stand at a key, each with its type, and the macro that makes a
//! struct, its descriptions and its reading of one list. Deliberately absent: how a
//! value is read, which is the work of whoever hands out [`Values`].

use std::marker::PhantomData;

use jiff::civil::Date;

use super::field::{Field, FieldShape};
use super::vocabulary::{Layer, Vocabulary};

/// Hands out the values of one map of front matter, key by key. What is wrong
/// with a value is the reader's to tell; here it is absent then.
pub trait Values {
    /// One line of text.
    fn text(&mut self, key: &'static str) -> Option<String>;
    /// A list of lines; one stands for a list of one.
    fn texts(&mut self, key: &'static str) -> Vec<String>;
    /// The name of a page, without what other tools put around it.
    fn id(&mut self, key: &'static str) -> Option<String>;
    /// A list of names; `sales, support` in one text are two.
    fn ids(&mut self, key: &'static str) -> Vec<String>;
    /// A day of the calendar.
    fn date(&mut self, key: &'static str) -> Option<Date>;
    /// One of a few words.
    fn choice<T: Vocabulary>(&mut self, key: &'static str) -> Option<T>;
    /// The one layer; with `is_required`, a page cannot do without.
    fn layer(&mut self, key: &'static str, is_required: bool) -> Option<Layer>;
    /// A rung of the ladder, in the ladder's spelling.
    fn rung(&mut self, key: &'static str) -> Option<String>;
    /// A number of people: one where nothing is said.
    fn people(&mut self, key: &'static str) -> u32;
    /// A whole number from 0.
    fn count(&mut self, key: &'static str) -> Option<u32>;
    /// A whole number, also below 0.
    fn number(&mut self, key: &'static str) -> Option<i64>;
    /// A flag: yes or no.
    fn flag(&mut self, key: &'static str) -> Option<bool>;
    /// A number of days.
    fn days(&mut self, key: &'static str) -> Option<u32>;
    /// A whole address that a reader may open.
    fn address(&mut self, key: &'static str) -> Option<String>;
    /// Old addresses, each as the path of an `.html` file.
    fn paths(&mut self, key: &'static str) -> Vec<String>;
    /// Fields in a group.
    fn group<T: Record>(&mut self, key: &'static str) -> Option<T>;
    /// Whether the key is written, with any value but no, readable or not.
    fn is_set(&mut self, key: &'static str) -> bool;
    /// Fields in each entry of a list.
    fn groups<T: Record>(&mut self, key: &'static str) -> Vec<T>;
    /// Whether the key has a value, readable or not.
    fn has(&mut self, key: &'static str) -> bool;
    /// Like `has`; a message when it has none.
    fn require(&mut self, key: &'static str) -> bool;
}

/// Values of several fields.
pub trait Record: Sized {
    /// The descriptions of the fields.
    const FIELDS: &'static [Field];
    /// The field that a text stands for where the whole group is a text.
    const SHORT: Option<&'static str>;

    /// Reads them all; absent when a required one is.
    fn read(values: &mut impl Values) -> Option<Self>;
}

/// What stands at a key: how it is described, kept and read.
pub trait FieldKind {
    /// As it is kept.
    type Value;
    /// As it is described.
    const SHAPE: FieldShape;
    /// Whether what it belongs to cannot do without.
    const IS_REQUIRED: bool = false;

    /// Reads it; absent when it is required and not there.
    fn read(values: &mut impl Values, key: &'static str) -> Option<Self::Value>;
}

/// Names for what stands at a key that a method of [`Values`] reads.
macro_rules! entries {
    ($($(#[$doc:meta])* $name:ident: $value:ty = $shape:expr, $method:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name;

        impl FieldKind for $name {
            type Value = $value;
            const SHAPE: FieldShape = $shape;

            fn read(values: &mut impl Values, key: &'static str) -> Option<$value> {
                Some(values.$method(key))
            }
        }
    )+};
}
entries! {
    /// One line of prose.
    Text: Option<String> = FieldShape::Text, text;
    /// A list of lines of prose.
    Texts: Vec<String> = FieldShape::Texts, texts;
    /// The name of a channel, or an address.
    Channel: Option<String> = FieldShape::Channel, text;
    /// The file name of a page.
    Id: Option<String> = FieldShape::Id, id;
    /// File names, or names.
    Ids: Vec<String> = FieldShape::Ids, ids;
    /// Words people search for.
    Words: Vec<String> = FieldShape::Texts, ids;
    /// A day of the calendar.
    Day: Option<Date> = FieldShape::Date, date;
    /// A rung of the data ladder.
    Rung: Option<String> = FieldShape::Rung, rung;
    /// How many people there were.
    People: u32 = FieldShape::Count, people;
    /// A whole number from 0.
    Count: Option<u32> = FieldShape::Count, count;
    /// A whole number, also below 0.
    Number: Option<i64> = FieldShape::Number, number;
    /// A number of days.
    Days: Option<u32> = FieldShape::Days, days;
    /// A whole address that a reader may open.
    Address: Option<String> = FieldShape::Address, address;
    /// Addresses of old pages.
    Paths: Vec<String> = FieldShape::Paths, paths;
}

/// Yes, or no where nothing is said.
#[derive(Debug)]
pub struct Flag;

impl FieldKind for Flag {
    type Value = bool;
    const SHAPE: FieldShape = FieldShape::Flag;

    fn read(values: &mut impl Values, key: &'static str) -> Option<bool> {
        Some(values.flag(key).unwrap_or_default())
    }
}

/// A flag that is set by whatever cannot be read as yes or no: a page that is
/// published by mistake cannot be called back.
#[derive(Debug)]
pub struct CautiousFlag;

impl FieldKind for CautiousFlag {
    type Value = bool;
    const SHAPE: FieldShape = FieldShape::Flag;

    fn read(values: &mut impl Values, key: &'static str) -> Option<bool> {
        // `draft: maybe` is a draft.
        Some(values.has(key) && values.flag(key).unwrap_or(true))
    }
}

/// A layer, if one is named.
#[derive(Debug)]
pub struct AnyLayer;

impl FieldKind for AnyLayer {
    type Value = Option<Layer>;
    const SHAPE: FieldShape = FieldShape::Choice(Layer::WORDS);

    fn read(values: &mut impl Values, key: &'static str) -> Option<Option<Layer>> {
        Some(values.layer(key, false))
    }
}

/// The one layer. No page of a stand-in is made: what cannot do without it does
/// not stand.
#[derive(Debug)]
pub struct OneLayer;

impl FieldKind for OneLayer {
    type Value = Layer;
    const SHAPE: FieldShape = FieldShape::Choice(Layer::WORDS);
    const IS_REQUIRED: bool = true;

    fn read(values: &mut impl Values, key: &'static str) -> Option<Layer> {
        // Not absent: what else the page says is kept for its messages. That it has no layer is
        // remembered by `is_whole`, so no page is made of the stand-in.
        Some(values.layer(key, true).unwrap_or(Layer::Fluency))
    }
}

/// A word of a vocabulary.
#[derive(Debug)]
pub struct Choice<T>(PhantomData<T>);

impl<T: Vocabulary> FieldKind for Choice<T> {
    type Value = Option<T>;
    const SHAPE: FieldShape = FieldShape::Choice(T::WORDS);

    fn read(values: &mut impl Values, key: &'static str) -> Option<Option<T>> {
        Some(values.choice(key))
    }
}

/// A word of a vocabulary, or its default.
#[derive(Debug)]
pub struct ChoiceOrDefault<T>(PhantomData<T>);

impl<T: Vocabulary + Default> FieldKind for ChoiceOrDefault<T> {
    type Value = T;
    const SHAPE: FieldShape = FieldShape::Choice(T::WORDS);

    fn read(values: &mut impl Values, key: &'static str) -> Option<T> {
        Some(values.choice(key).unwrap_or_default())
    }
}

/// Fields of its own.
#[derive(Debug)]
pub struct Group<T>(PhantomData<T>);

impl<T: Record> FieldKind for Group<T> {
    type Value = Option<T>;
    const SHAPE: FieldShape = FieldShape::Group(T::FIELDS);

    fn read(values: &mut impl Values, key: &'static str) -> Option<Option<T>> {
        Some(values.group(key))
    }
}

/// A group that is there as soon as its key is written: a page that is to be stopped must
/// not go on for a slip of the keyboard.
#[derive(Debug)]
pub struct CautiousGroup<T>(PhantomData<T>);

impl<T: Record + Default> FieldKind for CautiousGroup<T> {
    type Value = Option<T>;
    const SHAPE: FieldShape = FieldShape::Group(T::FIELDS);

    fn read(values: &mut impl Values, key: &'static str) -> Option<Option<T>> {
        let group = values.group(key);
        Some(group.or_else(|| values.is_set(key).then(T::default)))
    }
}

/// Entries with fields of their own.
#[derive(Debug)]
pub struct Groups<T>(PhantomData<T>);

impl<T: Record> FieldKind for Groups<T> {
    type Value = Vec<T>;
    const SHAPE: FieldShape = FieldShape::Groups(T::FIELDS, T::SHORT);

    fn read(values: &mut impl Values, key: &'static str) -> Option<Vec<T>> {
        Some(values.groups(key))
    }
}

/// Something without which an entry does not count.
#[derive(Debug)]
pub struct Required<E>(PhantomData<E>);

impl<T, E: FieldKind<Value = Option<T>>> FieldKind for Required<E> {
    type Value = T;
    const SHAPE: FieldShape = E::SHAPE;
    const IS_REQUIRED: bool = true;

    fn read(values: &mut impl Values, key: &'static str) -> Option<T> {
        // A value that is there and wrong has its own message, and none that says it is missing.
        values.require(key).then(|| E::read(values, key)).flatten().flatten()
    }
}

/// Makes a struct of a list of fields, with their descriptions and their reading:
/// what one is for, its name, what may stand there, an example, and perhaps what
/// it has in a new page (`new`), what to write where a finished page lacks it (`gap`)
/// and the kinds of page that it names. A field whose key is no name in Rust has one of
/// its own: `items as "do"`.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident $(or $short:literal)? {
            $($(#[doc = $doc:literal])+
            $field:ident $(as $key:literal)?: $entry:ty
                $(= $example:literal)? $(, new $template:literal)? $(, gap $gap:literal)?
                $(, names $($kind:ident)|+)?;)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name {
            $($(#[doc = $doc])+
            pub $field: <$entry as FieldKind>::Value,)+
        }

        impl Record for $name {
            const FIELDS: &'static [Field] = &[$(Field {
                name: record!(@or stringify!($field) $(, $key)?),
                doc: concat!($($doc),+),
                shape: <$entry as FieldKind>::SHAPE,
                is_required: <$entry as FieldKind>::IS_REQUIRED,
                example: record!(@or "" $(, $example)?),
                template: record!(@some $($template)?),
                gap: record!(@some $($gap)?),
                names: &[$($(crate::domain::Kind::$kind),+)?],
            }),+];
            const SHORT: Option<&'static str> = record!(@some $($short)?);

            fn read(values: &mut impl Values) -> Option<Self> {
                // All are read before one that is missing ends it: each has its messages.
                $(let $field =
                    <$entry as FieldKind>::read(values, record!(@or stringify!($field) $(, $key)?));)+
                Some(Self { $($field: $field?),+ })
            }
        }
    };
    (@or $default:expr) => { $default };
    (@or $default:expr, $given:literal) => { $given };
    (@some) => { None };
    (@some $given:literal) => { Some($given) };
}
pub(super) use record;
