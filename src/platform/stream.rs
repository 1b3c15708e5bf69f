//! A file read from one byte to its end, as fast as the browser can give it.
//!
//! Where the browser lets a reader bring its own memory, one megabyte is filled again and again: twice as fast as slices,
//! and nothing is left for the collector. Other browsers get slices, several under way at once.

use std::collections::VecDeque;

use js_sys::{ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::file::{BrowserError, ChosenFile, Slice};

/// Bytes handed on at a time by a reader that brings its own memory.
const PORTION: u32 = 1 << 20;
/// Bytes of a slice, and how many slices are under way at once: one at a time halves the rate.
const SLICE: u64 = 4 << 20;
const AHEAD: usize = 3;

/// The rest of a file, portion by portion.
pub struct FileStream(Way);

enum Way {
    OwnMemory(OwnMemory),
    Slices(Slices),
}

impl FileStream {
    /// The bytes of a file from `start` on.
    pub fn from(file: &ChosenFile, start: u64) -> FileStream {
        let slices = || Slices {
            file: file.clone(),
            asked: start,
            under_way: VecDeque::new(),
        };
        FileStream(match OwnMemory::from(file, start) {
            Some(way) => Way::OwnMemory(way),
            None => Way::Slices(slices()),
        })
    }

    /// The next portion; none at the end of the file.
    ///
    /// # Errors
    /// Where the file was changed, moved or locked since it was chosen.
    pub async fn next(&mut self) -> Result<Option<Portion<'_>>, BrowserError> {
        match &mut self.0 {
            Way::OwnMemory(way) => way.next().await,
            Way::Slices(way) => way.next().await,
        }
    }
}

/// Some bytes in the browser's memory.
pub struct Portion<'s> {
    bytes: Uint8Array,
    /// Whether the memory is given back to the browser once the bytes are copied; else the stream fills it again.
    is_given_back: bool,
    _stream: std::marker::PhantomData<&'s mut FileStream>,
}

impl Portion<'_> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.bytes.length() as usize
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Copies them into memory of ours, of the same length.
    pub fn move_to(self, into: &mut [u8]) {
        self.bytes.copy_to(into);
        if self.is_given_back {
            self.bytes.fill(0, 0, self.bytes.length());
            give_back(&self.bytes.buffer());
        }
    }
}

/// Gives memory back at once, where the browser can: left to itself it keeps a hundred megabytes of slices before it looks.
pub fn give_back(memory: &ArrayBuffer) {
    let transfer = Reflect::get(memory, &"transfer".into()).ok();
    if let Some(transfer) = transfer.and_then(|it| it.dyn_into::<Function>().ok()) {
        // Chromium 114 and Firefox 122 know it; without it the collector comes later.
        let _ = transfer.call1(memory, &0.into());
    }
}

struct OwnMemory {
    reader: JsValue,
    read: Function,
    memory: ArrayBuffer,
}

impl OwnMemory {
    /// None where the browser knows no such reader.
    fn from(file: &ChosenFile, start: u64) -> Option<OwnMemory> {
        let rest = file.0.slice_with_f64(start as f64).ok()?;
        let stream = method(&rest, "stream")?.call0(&rest).ok()?;
        let mode = Object::new();
        Reflect::set(&mode, &"mode".into(), &"byob".into()).ok()?;
        let reader = method(&stream, "getReader")?.call1(&stream, &mode).ok()?;
        let read = method(&reader, "read")?;
        Some(OwnMemory {
            reader,
            read,
            memory: ArrayBuffer::new(PORTION),
        })
    }

    async fn next(&mut self) -> Result<Option<Portion<'_>>, BrowserError> {
        let mut filled = 0;
        while filled < PORTION {
            let room =
                Uint8Array::new_with_byte_offset_and_length(&self.memory, filled, PORTION - filled);
            // Browsers that know the wish fill all the room before they answer; the others answer with what they have.
            let wish = Object::new();
            Reflect::set(&wish, &"min".into(), &(PORTION - filled).into())?;
            let promise: Promise = self
                .read
                .call2(&self.reader, &room, &wish)?
                .unchecked_into();
            let answer = JsFuture::from(promise).await?;
            let value = Reflect::get(&answer, &"value".into())?;
            // The memory went to the browser and comes back with what was read.
            let Some(bytes) = value.dyn_ref::<Uint8Array>() else {
                break;
            };
            self.memory = bytes.buffer();
            filled += bytes.length();
            if Reflect::get(&answer, &"done".into())?.is_truthy() {
                break;
            }
        }
        let bytes = Uint8Array::new_with_byte_offset_and_length(&self.memory, 0, filled);
        Ok((filled > 0).then_some(Portion {
            bytes,
            is_given_back: false,
            _stream: std::marker::PhantomData,
        }))
    }
}

/// The memory is the collector's from here on, which may leave it as it is for long.
impl Drop for OwnMemory {
    fn drop(&mut self) {
        // Memory that is with the browser has no bytes here.
        if self.memory.byte_length() > 0 {
            Uint8Array::new(&self.memory).fill(0, 0, PORTION);
        }
    }
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}

struct Slices {
    file: ChosenFile,
    asked: u64,
    under_way: VecDeque<Slice>,
}

impl Slices {
    async fn next(&mut self) -> Result<Option<Portion<'_>>, BrowserError> {
        let size = self.file.size();
        while self.under_way.len() < AHEAD && self.asked < size {
            let end = (self.asked + SLICE).min(size);
            self.under_way.push_back(self.file.slice(self.asked, end)?);
            self.asked = end;
        }
        let Some(slice) = self.under_way.pop_front() else {
            return Ok(None);
        };
        let bytes = slice.arrive().await?.0;
        Ok(Some(Portion {
            bytes,
            is_given_back: true,
            _stream: std::marker::PhantomData,
        }))
    }
}
