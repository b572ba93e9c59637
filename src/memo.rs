//! The engine's memory: plain functions remembered under a digest of their
//! complete key. What enters is a [`Key`], whose every field takes part in the
//! digest; what leaves is the value that the function made of it, shared.
//! Deliberately absent: invalidation, a dependency graph, anything on disk.

use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The first 128 bits of a BLAKE3 hash.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
// 128 bits: two of a trillion keys are alike with a chance below one in 10^14, and a whole hash
// would be twice as long beside every value.
pub struct Digest([u8; 16]);

impl Digest {
    /// Digest of a value through its `Hash` implementation, whose order of
    /// writes is fixed by the type.
    pub fn of<T: Hash + ?Sized>(value: &T) -> Self {
        let mut hasher = DigestHasher::default();
        value.hash(&mut hasher);
        hasher.digest()
    }

    /// Digest of raw bytes.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self::truncated(&blake3::hash(bytes))
    }

    fn truncated(hash: &blake3::Hash) -> Self {
        let mut short = [0; 16];
        for (to, from) in short.iter_mut().zip(hash.as_bytes()) {
            *to = *from;
        }
        Self(short)
    }
}

/// For bytes that were hashed as they flowed by: equal to [`Digest::of_bytes`].
impl From<blake3::Hash> for Digest {
    fn from(hash: blake3::Hash) -> Self {
        Self::truncated(&hash)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// `std::hash::Hasher` over BLAKE3. Small writes are gathered first: hashing
/// field by field would cost more than the bytes themselves, and most keys are
/// so short that they never need more than the gathered bytes.
struct DigestHasher {
    flowed: Option<Box<blake3::Hasher>>,
    pending: Vec<u8>,
}

// From about this size BLAKE3 can hash many blocks side by side.
const GATHERED_BYTES: usize = 16 * 1024;

impl Default for DigestHasher {
    fn default() -> Self {
        // BLAKE3's state has nearly two kilobytes, which short keys do without.
        Self { flowed: None, pending: Vec::with_capacity(256) }
    }
}

impl DigestHasher {
    fn digest(&self) -> Digest {
        match &self.flowed {
            None => Digest::of_bytes(&self.pending),
            Some(hasher) => {
                let mut hasher = hasher.clone();
                Digest::truncated(&hasher.update(&self.pending).finalize())
            }
        }
    }

    fn flow(&mut self) -> &mut blake3::Hasher {
        let hasher = self.flowed.get_or_insert_default();
        hasher.update(&self.pending);
        self.pending.clear();
        hasher
    }
}

impl Hasher for DigestHasher {
    fn write(&mut self, bytes: &[u8]) {
        if bytes.len() > GATHERED_BYTES {
            // A body or file goes straight to the hash, since a copy would be its whole length.
            self.flow().update(bytes);
            return;
        }
        if self.pending.len() + bytes.len() > GATHERED_BYTES {
            self.flow();
        }
        self.pending.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        // Required by the trait; a `Digest` is always taken by `digest`.
        let Digest(bytes) = self.digest();
        let mut short = [0; 8];
        for (to, from) in short.iter_mut().zip(bytes) {
            *to = from;
        }
        u64::from_le_bytes(short)
    }
}

/// A shared value that carries a digest of itself or of all that it was made
/// from, so that a key which holds it is hashed in constant time. Equal digests
/// are taken as equal values.
#[derive(Debug)]
pub struct Hashed<T: ?Sized> {
    digest: Digest,
    value: Arc<T>,
}

impl<T: Hash> Hashed<T> {
    /// Takes the digest once.
    pub fn new(value: T) -> Self {
        Self { digest: Digest::of(&value), value: Arc::new(value) }
    }
}

impl<T> Hashed<T> {
    /// With the digest of all that the value was made from, where that is
    /// cheaper to hash and it does not matter that values of several origins
    /// may be equal.
    pub fn made_from<O: Hash>(origin: &O, value: T) -> Self {
        Self { digest: Digest::of(origin), value: Arc::new(value) }
    }
}

impl<T: Hash + ?Sized> From<Arc<T>> for Hashed<T> {
    fn from(value: Arc<T>) -> Self {
        Self { digest: Digest::of(&*value), value }
    }
}

impl<T> Hashed<T> {
    /// A part of the value. It was made from the same key, so it has the same
    /// digest.
    pub fn part<U>(this: &Self, part: fn(&T) -> &Arc<U>) -> Hashed<U> {
        Hashed { digest: this.digest, value: Arc::clone(part(&this.value)) }
    }
}

impl<T: ?Sized> Hashed<T> {
    /// The digest taken when the value was made.
    pub fn digest(this: &Self) -> Digest {
        this.digest
    }

    /// The value, shared with whoever has it.
    pub fn arc(this: &Self) -> &Arc<T> {
        &this.value
    }
}

impl<T: ?Sized> From<Hashed<T>> for Arc<T> {
    fn from(hashed: Hashed<T>) -> Self {
        hashed.value
    }
}

impl<T: ?Sized> Clone for Hashed<T> {
    fn clone(&self) -> Self {
        Self { digest: self.digest, value: Arc::clone(&self.value) }
    }
}

impl<T: ?Sized> Deref for Hashed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: ?Sized> Hash for Hashed<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.digest.hash(state);
    }
}

impl<T: ?Sized> PartialEq for Hashed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest
    }
}

impl<T: ?Sized> Eq for Hashed<T> {}

impl<T: serde::Serialize + ?Sized> serde::Serialize for Hashed<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

/// Files, pages or outputs that a thread takes at once: no other thread could take
/// them from it at the end, when it has nothing left to do.
pub const MAX_CHUNK_LEN: usize = 32;

/// Everything that a remembered function may read.
pub trait Key {
    /// Hands every field to `fields`, by name.
    fn feed(&self, fields: &mut Fields<'_>);
}

/// Takes the fields of a [`Key`] into one digest.
pub struct Fields<'a> {
    hasher: DigestHasher,
    left_out: Option<&'a str>,
}

impl Fields<'_> {
    /// Adds one field to the digest.
    pub fn field<T: Hash + ?Sized>(&mut self, name: &str, value: &T) {
        // The name takes no part: fields come in a fixed order, and only `broken` asks for it.
        if self.left_out != Some(name) {
            value.hash(&mut self.hasher);
        }
    }
}

/// A remembered function from a key to a `V`.
#[derive(Debug)]
pub struct Memo<V> {
    entries: Mutex<HashMap<Digest, MemoEntry<V>>>,
    generation: u64,
    made: AtomicU64,
    left_out: Option<&'static str>,
}

#[derive(Debug)]
struct MemoEntry<V> {
    value: Arc<V>,
    touched: u64,
}

impl<V> Default for Memo<V> {
    fn default() -> Self {
        Self { entries: Mutex::default(), generation: 0, made: AtomicU64::new(0), left_out: None }
    }
}

impl<V> Memo<V> {
    /// A memo that forgets one field of its key: the law test proves by it
    /// that it would notice such a mistake.
    pub fn broken(left_out: &'static str) -> Self {
        Self { left_out: Some(left_out), ..Self::default() }
    }

    /// The value for `key`, made now or remembered, with the digest of its key.
    /// `make` is a bare function, so that the value cannot depend on anything
    /// outside the key.
    pub fn get<K: Key>(&self, key: &K, make: fn(&K) -> V) -> Hashed<V> {
        let mut fields = Fields { hasher: DigestHasher::default(), left_out: self.left_out };
        key.feed(&mut fields);
        let digest = fields.hasher.digest();
        // The lock is not held while a value is made, so threads wait
        // for nobody's work. Two of them may make the same value; they
        // make it of one key, so it does not matter whose is kept.
        if let Some(entry) = self.lock().get_mut(&digest) {
            entry.touched = self.generation;
            return Hashed { digest, value: Arc::clone(&entry.value) };
        }
        let value = Arc::new(make(key));
        self.made.fetch_add(1, Ordering::Relaxed);
        let entry = MemoEntry { value: Arc::clone(&value), touched: self.generation };
        self.lock().insert(digest, entry);
        Hashed { digest, value }
    }

    /// Ends a build: drops what it did not touch and says how many values it
    /// had to make.
    pub fn sweep(&mut self) -> u64 {
        let generation = self.generation;
        // Kept for one build only: memory would grow with every edit of a preview.
        self.lock().retain(|_, entry| entry.touched == generation);
        self.generation += 1;
        std::mem::take(self.made.get_mut())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<Digest, MemoEntry<V>>> {
        // A panic while an entry is inserted leaves the map whole.
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
