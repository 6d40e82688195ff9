//! The word that was meant by a misspelled one.

/// The candidate that `name` is most likely a slip for.
pub(crate) fn closest<'a>(name: &str, candidates: &[&'a str]) -> Option<&'a str> {
    candidates
        .iter()
        .map(|one| (likeness(name, one), *one))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, one)| one)
}

/// How alike two words are, from 0 to 1. Letters exchanged in a short word count little.
fn likeness(name: &str, other: &str) -> f64 {
    let is_a_slip = name.chars().count() > 2 && strsim::osa_distance(name, other) == 1;
    strsim::jaro_winkler(name, other).max(if is_a_slip { 0.9 } else { 0.0 })
}
