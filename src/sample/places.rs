//! The invented county 云岫县: its townships and villages, their names, and how well each repays.

use super::random::Random;

/// The county's name. There is no county of this name.
pub const COUNTY: &str = "云岫县";
/// The first six digits of every place code. No province of China begins with 99.
const COUNTY_CODE: u64 = 990_124;
const LONG_TOWNSHIP: &str = "霁岚漱玉槿溪傩岭山民族乡";

const TOWNSHIP_FIRST: [&str; 20] = [
    "霁", "蓼", "鸢", "槿", "筱", "漱", "砚", "琅", "菖", "棹", "藜", "鹄", "璞", "苕", "翮", "潋",
    "蘅", "樨", "箬", "岫",
];
const TOWNSHIP_LAST: [&str; 16] = [
    "浦", "岑", "涧", "陂", "畈", "埠", "汀", "屿", "壑", "津", "垌", "圩", "渚", "墟", "嶂", "溆",
];
const VILLAGE_FIRST: [&str; 36] = [
    "霜", "茅", "栎", "苎", "藕", "鹭", "麂", "雉", "榧", "楮", "葛", "芡", "菱", "蕨", "桤", "栌",
    "枳", "椴", "萩", "鹳", "蝉", "萤", "砧", "磬", "陶", "釉", "炭", "盐", "酿", "纺", "笠", "蓑",
    "篾", "砻", "犁", "镰",
];
const VILLAGE_MIDDLE: [&str; 16] = [
    "前", "后", "里", "外", "东", "西", "南", "北", "上", "下", "中", "新", "老", "长", "圆", "斜",
];
const VILLAGE_LAST: [&str; 30] = [
    "垄", "埂", "塝", "槽", "梁", "坞", "岙", "峁", "塬", "畦", "埝", "磡", "坨", "墩", "岗", "窝",
    "弯", "濠", "汊", "荡", "溇", "圳", "砀", "硖", "磜", "崚", "冈", "堰", "陇", "坳",
];

/// How a township stands as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum TownshipKind {
    Ordinary,
    /// Clearly worse than the county.
    Weak,
    /// Nothing overdue.
    Clean,
}

/// How a village repays.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum VillageKind {
    Ordinary,
    /// Many loans, all repaid on time.
    Credit,
    /// Many loans, many of them overdue.
    Poor,
    /// Few loans, one of them overdue: a high rate that says little.
    SmallUnlucky,
    /// Households in the roster, no loan.
    WithoutLoans,
}

pub struct Township {
    pub name: String,
    /// Twelve digits, the last three 000.
    pub code: String,
    pub kind: TownshipKind,
}

pub struct Village {
    pub township: u32,
    pub name: String,
    /// Twelve digits.
    pub code: String,
    pub kind: VillageKind,
    /// Share of the county's households, in no unit.
    pub weight: u64,
}

/// Townships, and villages in the order of their townships.
pub struct Places {
    pub townships: Vec<Township>,
    pub villages: Vec<Village>,
}

impl Places {
    /// The places of a county with so many loans: 24 townships and 260 villages at 12,000 loans.
    pub fn invent(seed: u64, loans: u64) -> Self {
        let township_count = (loans * 576 / 12_000).isqrt().clamp(4, 300) as usize;
        let village_count =
            (loans * 260 / 12_000).clamp(township_count as u64 * 3, 10_000) as usize;
        let townships = invent_townships(seed, township_count);
        let mut places = Self {
            townships,
            villages: Vec::with_capacity(village_count),
        };
        places.invent_villages(seed, village_count);
        places.choose_village_kinds(seed);
        places.repeat_two_village_names();
        places
    }

    pub fn township_of(&self, village: u32) -> &Township {
        &self.townships[self.villages[village as usize].township as usize]
    }

    fn invent_villages(&mut self, seed: u64, village_count: usize) {
        let mut random = Random::new(seed, 2, 0);
        let weights: Vec<u64> = self
            .townships
            .iter()
            .map(|_| random.below(60) + 70)
            .collect();
        let mut names = VillageNames::new(village_count);
        for (township, count) in share_out(village_count as u64, &weights, 2)
            .into_iter()
            .enumerate()
        {
            for number in 0..count {
                let ending = if random.permille(70) { "社区" } else { "村" };
                self.villages.push(Village {
                    township: township as u32,
                    name: format!("{}{ending}", names.take()),
                    code: format!("{COUNTY_CODE}{:03}{:03}", township + 1, 201 + number),
                    kind: VillageKind::Ordinary,
                    weight: random.below(55) + 30,
                });
            }
        }
    }

    fn choose_village_kinds(&mut self, seed: u64) {
        let mut random = Random::new(seed, 3, 0);
        let mut order: Vec<usize> = (0..self.villages.len()).collect();
        random.shuffle(&mut order);
        // Weak townships come first in the queue for poor villages, which is where most of them are in life.
        let weak_first = |places: &Self, village: &usize| {
            i32::from(
                places.townships[places.villages[*village].township as usize].kind
                    != TownshipKind::Weak,
            )
        };
        let per_260 = |count: usize, all: usize| (all * count / 260).max(1);
        let all = self.villages.len();
        let mut queue = order.clone();
        queue.sort_by_key(|village| weak_first(self, village));
        self.mark(&queue, per_260(6, all), VillageKind::Poor, 60, 30);
        self.mark(&order, per_260(4, all), VillageKind::Poor, 60, 30);
        self.mark(&order, 1, VillageKind::WithoutLoans, 12, 8);
        self.mark(&order, per_260(10, all), VillageKind::SmallUnlucky, 7, 3);
        self.mark(&order, per_260(20, all), VillageKind::Credit, 75, 30);
    }

    /// Gives a kind to the first `count` villages of the queue that are still ordinary and stand where it may occur.
    fn mark(&mut self, queue: &[usize], count: usize, kind: VillageKind, least: u64, spread: u64) {
        let mut left = count;
        for &index in queue {
            let clean =
                self.townships[self.villages[index].township as usize].kind == TownshipKind::Clean;
            let village = &mut self.villages[index];
            if left == 0
                || village.kind != VillageKind::Ordinary
                || (clean && kind != VillageKind::Credit)
            {
                continue;
            }
            village.kind = kind;
            village.weight = least + (index as u64 * 7) % spread;
            left -= 1;
        }
    }

    /// Two villages take the name of a village in another township, because names repeat in real counties.
    fn repeat_two_village_names(&mut self) {
        let last = self.villages.len() - 1;
        for (from, to) in [(1, last), (last / 2, 0)] {
            if self.villages[from].township != self.villages[to].township {
                self.villages[to].name = self.villages[from].name.clone();
            }
        }
    }

    /// The pairs of villages that share a name: (first township, second township, name).
    pub fn repeated_names(&self) -> Vec<(&str, &str, &str)> {
        let last = self.villages.len() - 1;
        [(1, last), (last / 2, 0)]
            .into_iter()
            .filter(|(from, to)| self.villages[*from].name == self.villages[*to].name)
            .map(|(from, to)| {
                let name = |village: usize| self.township_of(village as u32).name.as_str();
                (name(from), name(to), self.villages[from].name.as_str())
            })
            .collect()
    }
}

fn invent_townships(seed: u64, count: usize) -> Vec<Township> {
    let mut random = Random::new(seed, 1, 0);
    let mut names: Vec<String> = TOWNSHIP_FIRST
        .iter()
        .flat_map(|first| {
            TOWNSHIP_LAST
                .iter()
                .map(move |last| format!("{first}{last}"))
        })
        .collect();
    random.shuffle(&mut names);
    let weak_count = (count / 8).max(1);
    (0..count)
        .map(|index| {
            let ending = ["镇", "镇", "乡", "镇", "乡"][index % 5];
            let name = match index {
                0 => format!("{}街道", names[0]),
                7 => LONG_TOWNSHIP.to_string(),
                _ => format!("{}{ending}", names[index]),
            };
            let kind = match index {
                5 => TownshipKind::Clean,
                _ if index % 8 == 3 && index / 8 < weak_count => TownshipKind::Weak,
                _ => TownshipKind::Ordinary,
            };
            Township {
                name,
                code: format!("{COUNTY_CODE}{:03}000", index + 1),
                kind,
            }
        })
        .collect()
}

/// Village names, each handed out once: two syllables while they last, three in a large county.
struct VillageNames {
    middles: usize,
    next: usize,
}

impl VillageNames {
    fn new(count: usize) -> Self {
        let two_syllables = VILLAGE_FIRST.len() * VILLAGE_LAST.len();
        Self {
            middles: if count < two_syllables {
                1
            } else {
                VILLAGE_MIDDLE.len()
            },
            next: 0,
        }
    }

    fn take(&mut self) -> String {
        let all = VILLAGE_FIRST.len() * VILLAGE_LAST.len() * self.middles;
        // 7919 is a prime that divides no table length, so the walk visits every name once before it repeats.
        let index = self.next * 7919 % all;
        self.next += 1;
        let first = VILLAGE_FIRST[index % VILLAGE_FIRST.len()];
        let last = VILLAGE_LAST[index / VILLAGE_FIRST.len() % VILLAGE_LAST.len()];
        let middle = index / (VILLAGE_FIRST.len() * VILLAGE_LAST.len());
        if self.middles == 1 {
            format!("{first}{last}")
        } else {
            format!("{first}{}{last}", VILLAGE_MIDDLE[middle])
        }
    }
}

/// Shares `total` out by weight in whole numbers that add up, each place getting at least `least`
/// where there is enough for all.
pub fn share_out(total: u64, weights: &[u64], least: u64) -> Vec<u64> {
    let all: u64 = weights.iter().sum::<u64>().max(1);
    let floor = if total >= least * weights.len() as u64 {
        least
    } else {
        0
    };
    let spread = total - floor * weights.len() as u64;
    let mut before = 0;
    weights
        .iter()
        .map(|weight| {
            // The difference of two rounded-down running totals: the shares add up to `spread` by construction.
            let from = spread * before / all;
            before += weight;
            floor + spread * before / all - from
        })
        .collect()
}
