//! The compound file ("OLE") that an `.xls` is packed in: a small file system of sectors.
//!
//! After MS-CFB. A reader of our own, because a wrong sector number must be an answer and not the end of the program.

/// Begins every compound file.
const SIGNATURE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Numbers from here on are no sectors.
const NO_SECTOR: u32 = 0xffff_fffa;

/// Streams shorter than this stand in small sectors of 64 bytes (MS-CFB 2.2, fixed).
const SMALL_STREAM: u64 = 4096;
const SMALL_SECTOR: usize = 64;

const DIRECTORY_ENTRY: usize = 128;

/// Whether some bytes begin as a compound file does.
pub fn is_compound_file(bytes: &[u8]) -> bool {
    bytes.starts_with(&SIGNATURE)
}

struct Entry {
    name: String,
    first: u32,
    length: u64,
}

/// A compound file whose directory has been read.
pub struct CompoundFile<'b> {
    bytes: &'b [u8],
    sector: usize,
    /// The sector that follows each sector in its stream.
    following: Vec<u32>,
    entries: Vec<Entry>,
    small_following: Vec<u32>,
    small: Vec<u8>,
}

impl<'b> CompoundFile<'b> {
    /// Reads header, sector tables and directory; none if they lead out of the file.
    pub fn new(bytes: &'b [u8]) -> Option<CompoundFile<'b>> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut file = CompoundFile {
            bytes,
            sector,
            following: Vec::new(),
            entries: Vec::new(),
            small_following: Vec::new(),
            small: Vec::new(),
        };
        file.following = file.sector_table()?;
        file.entries = file.directory(u32_at(bytes, 48)?)?;
        let root = file.entries.first()?;
        let (root_first, root_length) = (root.first, root.length);
        if u32_at(bytes, 64)? > 0 {
            file.small_following = numbers(&file.chain(u32_at(bytes, 60)?)?);
            file.small = file.chain(root_first)?;
            file.small
                .truncate(usize::try_from(root_length).unwrap_or(usize::MAX));
        }
        Some(file)
    }

    /// Whether there is a stream of this name, in capitals or not.
    pub fn has_stream(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream; none if its sectors lead out of the file or in a circle.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entry(name)?;
        let mut stream = if entry.length < SMALL_STREAM {
            self.small_chain(entry.first)?
        } else {
            self.chain(entry.first)?
        };
        let length = usize::try_from(entry.length).ok()?;
        if stream.len() < length {
            return None;
        }
        stream.truncate(length);
        Some(stream)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        let mut entries = self.entries.iter();
        entries.find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// One sector; the file's last one may be cut short.
    fn sector(&self, number: u32) -> Option<&'b [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes
            .get(start..end)
            .filter(|sector| !sector.is_empty())
    }

    /// The table of following sectors, whose own sectors the header lists: 109 of them itself, the others in a chain.
    fn sector_table(&self) -> Option<Vec<u32>> {
        let mut listed = numbers(self.bytes.get(76..512)?);
        let mut more = u32_at(self.bytes, 68)?;
        let most = self.bytes.len() / self.sector;
        for _ in 0..most {
            if more >= NO_SECTOR {
                break;
            }
            listed.extend(numbers(self.sector(more)?));
            more = listed.pop()?;
        }
        let mut following = Vec::new();
        for number in listed
            .into_iter()
            .filter(|&number| number < NO_SECTOR)
            .take(most)
        {
            following.extend(numbers(self.sector(number)?));
        }
        Some(following)
    }

    /// The sectors from `first` on, one behind the other. No stream has more sectors than the file.
    fn chain(&self, first: u32) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut number = first;
        while number < NO_SECTOR {
            bytes.extend_from_slice(self.sector(number)?);
            if bytes.len() > self.bytes.len() {
                return None;
            }
            number = *self.following.get(number as usize)?;
        }
        Some(bytes)
    }

    fn small_chain(&self, first: u32) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut number = first;
        while number < NO_SECTOR {
            let start = (number as usize).checked_mul(SMALL_SECTOR)?;
            let end = start.checked_add(SMALL_SECTOR)?.min(self.small.len());
            bytes.extend_from_slice(self.small.get(start..end)?);
            if bytes.len() > self.small.len() || start == end {
                return None;
            }
            number = *self.small_following.get(number as usize)?;
        }
        Some(bytes)
    }

    fn directory(&self, first: u32) -> Option<Vec<Entry>> {
        let bytes = self.chain(first)?;
        let (entries, _) = bytes.as_chunks::<DIRECTORY_ENTRY>();
        entries.iter().map(|entry| self.entry_of(entry)).collect()
    }

    fn entry_of(&self, entry: &[u8; DIRECTORY_ENTRY]) -> Option<Entry> {
        let (units, _) = entry.get(..64)?.as_chunks::<2>();
        let units = units.iter().map(|unit| u16::from_le_bytes(*unit));
        let name: Vec<u16> = units.take_while(|&unit| unit != 0).collect();
        // With short sectors the upper half of the length means nothing (MS-CFB 2.6.3).
        let upper = if self.sector == 512 {
            0
        } else {
            u64::from(u32_at(entry, 124)?)
        };
        Some(Entry {
            name: String::from_utf16_lossy(&name),
            first: u32_at(entry, 116)?,
            length: u64::from(u32_at(entry, 120)?) | upper << 32,
        })
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let (numbers, _) = bytes.as_chunks::<4>();
    numbers
        .iter()
        .map(|bytes| u32::from_le_bytes(*bytes))
        .collect()
}

/// Two bytes, the low one first.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u16::from_le_bytes(*bytes))
}

/// Four bytes, the low one first.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_le_bytes(*bytes))
}

/// Eight bytes of a floating point number.
pub fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(f64::from_le_bytes(*bytes))
}
