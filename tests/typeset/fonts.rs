//! The fonts are the files that the table says.

use crate::common::{root, sha256};

#[test]
fn the_font_files_are_those_of_the_table() {
    let table = std::fs::read_to_string(root().join("fonts/SHA256SUMS")).unwrap();
    assert_eq!(table.lines().count(), 4);
    for line in table.lines() {
        let (sum, name) = line.split_once("  ").unwrap();
        let bytes = std::fs::read(root().join("fonts").join(name)).unwrap();
        assert_eq!(sha256(&bytes), sum, "{name}");
    }
}
