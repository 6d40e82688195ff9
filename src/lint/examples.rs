//! The examples of codes, as whole plans.

/// The plan that examples are parts of.
pub(super) const BASE: &str = "\
issuer: {name: Liên minh Hợp tác xã, code: LMHTX}
place: Quảng Trị
date: 2020-11-06
subject: Thực hiện công tác đỡ đầu
legal_basis: [Căn cứ tình hình thực tế]
objectives: [Bảo đảm sự phối hợp chặt chẽ.]
recipients: [Ủy ban nhân dân tỉnh]
signature: {tm: Liên minh Hợp tác xã, position: Chủ tịch}
";

/// An example without its marks, and the byte range that was marked; none where what is wrong has no
/// place, because it is missing.
pub fn unmarked(example: &str) -> (String, Option<std::ops::Range<usize>>) {
    let marked = example.find('⟦').zip(example.find('⟧')).map(|(start, end)| start..end - '⟦'.len_utf8());
    (example.replace(['⟦', '⟧'], ""), marked)
}

/// The whole plan of an example: `BASE` with the example's keys in the place of its own. Also how far
/// the example's text moved.
pub fn whole_plan(example: &str) -> (String, usize) {
    let keys: Vec<&str> = example.lines().filter_map(top_key).collect();
    let kept = BASE.lines().filter(|line| top_key(line).is_none_or(|key| !keys.contains(&key)));
    let base: String = kept.map(|line| format!("{line}\n")).collect();
    (format!("{base}{example}\n"), base.len())
}

fn top_key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(':')?;
    key.chars().all(|c| c.is_ascii_lowercase() || c == '_').then_some(key)
}
