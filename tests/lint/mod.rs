//! What is found in a plan, what is not, and what a fix makes of it.

mod citing;
mod findings;
mod laws;
mod mistakes;
mod rules;
mod spelling;

use crate::common::root;

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join("tests/lint").join(name)).unwrap()
}

/// A text with places marked ⟦code|words⟧: the text without marks, and the marks by place.
fn marked(text: &str) -> (String, Vec<(usize, usize, String)>) {
    let (mut plain, mut marks) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(at) = rest.find('⟦') {
        plain.push_str(&rest[..at]);
        let (inside, after) = rest[at + '⟦'.len_utf8()..].split_once('⟧').unwrap();
        let (code, words) = inside.split_once('|').unwrap();
        marks.push((plain.len(), plain.len() + words.len(), code.to_owned()));
        plain.push_str(words);
        rest = after;
    }
    plain.push_str(rest);
    (plain, marks)
}
