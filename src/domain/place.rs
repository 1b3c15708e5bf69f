//! Places: a village is its township and its own name together, so two villages of one name stay two.

use std::collections::HashMap;

use super::symbol::{Symbol, Symbols};

/// A township of one [`Places`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TownshipId(pub u32);

/// A village of one [`Places`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VillageId(pub u32);

/// Every township and village that some file names, in the order met. Names are UTF-8.
#[derive(Clone, Debug, Default)]
pub struct Places {
    names: Symbols,
    townships: HashMap<Symbol, TownshipId>,
    township_names: Vec<Symbol>,
    villages: HashMap<(TownshipId, Symbol), VillageId>,
    village_keys: Vec<(TownshipId, Symbol)>,
}

impl Places {
    /// The township of that name, entered if it is new.
    pub fn township(&mut self, name: &str) -> TownshipId {
        let (symbol, _) = self.names.intern(name.as_bytes());
        let next = TownshipId(self.township_names.len() as u32);
        *self.townships.entry(symbol).or_insert_with(|| {
            self.township_names.push(symbol);
            next
        })
    }

    /// The village of that township and name, entered if it is new.
    pub fn village(&mut self, township: TownshipId, name: &str) -> VillageId {
        let (symbol, _) = self.names.intern(name.as_bytes());
        let next = VillageId(self.village_keys.len() as u32);
        *self.villages.entry((township, symbol)).or_insert_with(|| {
            self.village_keys.push((township, symbol));
            next
        })
    }

    /// The township of that name, if some file named it.
    pub fn find_township(&self, name: &str) -> Option<TownshipId> {
        let symbol = self.names.find(name.as_bytes())?;
        self.townships.get(&symbol).copied()
    }

    /// The village of that township and name, if some file named it.
    pub fn find_village(&self, township: TownshipId, name: &str) -> Option<VillageId> {
        let symbol = self.names.find(name.as_bytes())?;
        self.villages.get(&(township, symbol)).copied()
    }

    /// How many townships there are.
    pub fn township_count(&self) -> usize {
        self.township_names.len()
    }

    /// How many villages there are.
    pub fn village_count(&self) -> usize {
        self.village_keys.len()
    }

    /// The township a village lies in.
    #[inline(always)]
    pub fn township_of(&self, village: VillageId) -> TownshipId {
        self.village_keys[village.0 as usize].0
    }

    /// A township's name.
    pub fn township_name(&self, township: TownshipId) -> String {
        self.names
            .text(self.township_names[township.0 as usize])
            .into_owned()
    }

    /// A village's own name, without its township.
    pub fn village_name(&self, village: VillageId) -> String {
        self.names
            .text(self.village_keys[village.0 as usize].1)
            .into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_villages_of_one_name_are_two_villages() {
        let mut places = Places::default();
        let (east, west) = (places.township("东镇"), places.township("西镇"));
        let (here, there) = (places.village(east, "新村"), places.village(west, "新村"));
        assert_ne!(here, there);
        assert_eq!(places.village(east, "新村"), here);
        assert_eq!(places.township_of(there), west);
        assert_eq!(places.village_name(here), places.village_name(there));
    }
}
