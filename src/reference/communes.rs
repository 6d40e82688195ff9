//! The communes of Quảng Trị and Quảng Bình before 01/7/2025 and what they became: `communes.csv`
//! (facts of Nghị quyết 1680/NQ-UBTVQH15).

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::vietnamese::folded;

const TABLE: &str = include_str!("communes.csv");

/// The province of the table.
pub(crate) const QUANG_TRI: &str = "Quảng Trị";

struct Communes {
    /// Name without its type → what units of that name became.
    became: HashMap<String, Vec<&'static str>>,
    /// Names without type of the units of today.
    current: HashSet<String>,
}

static COMMUNES: LazyLock<Communes> = LazyLock::new(|| {
    let mut out = Communes { became: HashMap::new(), current: HashSet::new() };
    for line in TABLE.lines().skip(1) {
        let cells: Vec<&str> = line.split(';').collect();
        let [old, _district, now] = cells[..] else { continue };
        let all = out.became.entry(folded(bare(old))).or_default();
        if !all.contains(&now) {
            all.push(now);
        }
        out.current.insert(folded(bare(now)));
    }
    out
});

/// "Xã Hải Lăng" → "Hải Lăng".
fn bare(unit: &'static str) -> &'static str {
    ["Xã ", "Phường ", "Thị trấn ", "Đặc khu "]
        .iter()
        .find_map(|kind| unit.strip_prefix(kind))
        .unwrap_or(unit)
}

/// What the units of this old name became, as in running text ("Hải Thượng" → "xã Hải Lăng"); empty: no such
/// unit.
pub(crate) fn became(name: &str) -> Vec<String> {
    let units = COMMUNES.became.get(&folded(name)).map_or(&[][..], Vec::as_slice);
    let small = |unit: &&str| {
        let (kind, name) = unit.split_once(' ').unwrap_or_default();
        format!("{} {name}", kind.to_lowercase())
    };
    units.iter().map(small).collect()
}

/// Whether a unit of today has this name.
pub(crate) fn is_current(name: &str) -> bool {
    COMMUNES.current.contains(&folded(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_communes_name_the_new_ones() {
        assert_eq!(TABLE.lines().count(), 263, "262 units and the head");
        assert_eq!(became("Hải Thượng"), ["xã Hải Lăng"]);
        assert_eq!(became("Tân Liên"), ["xã Tân Lập"]);
        assert!(became("Nơi Khác").is_empty() && is_current("Hải Lăng") && !is_current("Hải Thượng"));
    }
}
