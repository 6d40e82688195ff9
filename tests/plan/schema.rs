//! `plans/plan.schema.json` is the schema of the program, and its words are Vietnamese.

use kehoach::internals::json_schema;

use crate::common::root;

#[test]
fn the_schema_in_the_folder_of_plans_is_current() {
    let file = std::fs::read_to_string(root().join("plans/plan.schema.json")).unwrap();
    assert_eq!(
        file,
        format!("{:#}\n", json_schema(&kehoach::decree::Kinds::default())),
        "run: kehoach schema > plans/plan.schema.json"
    );
}

#[test]
fn choices_and_bounds_are_the_decrees() {
    let schema = json_schema(&kehoach::decree::Kinds::default());
    let at = |path: &str| schema.pointer(path).cloned().unwrap_or_else(|| panic!("no {path}"));
    assert_eq!(
        at("/definitions/RawLayout/properties/body_size/anyOf/0/enum"),
        serde_json::json!([13.0, 14.0])
    );
    assert_eq!(at("/definitions/RawMargins/properties/left/anyOf/0/minimum"), 30.0);
    assert_eq!(at("/properties/urgency/anyOf/0/enum/0"), "khan");
    for path in [
        "/properties/date/anyOf/0/pattern",
        "/definitions/RawBasis/anyOf/1/properties/date/anyOf/0/pattern",
        "/definitions/RawNode/anyOf/1/properties/align/anyOf/0/enum",
    ] {
        at(path);
        let key = path.split_once("/anyOf/0/").unwrap().0;
        assert!(at(&format!("{key}/description")).is_string(), "{path} is a key of the format");
    }
}

#[test]
fn every_key_is_explained() {
    fn walk(value: &serde_json::Value, path: &str, seen: &mut usize) {
        if let Some(properties) = value.get("properties").and_then(|all| all.as_object()) {
            for (key, property) in properties {
                *seen += 1;
                assert!(property.get("description").is_some(), "{path}.{key} has no description");
            }
            assert_eq!(value["additionalProperties"], false, "{path} takes unknown keys");
        }
        for (key, below) in value.as_object().into_iter().flatten() {
            walk(below, &format!("{path}.{key}"), seen);
        }
    }
    let mut seen = 0;
    walk(&json_schema(&kehoach::decree::Kinds::default()), "", &mut seen);
    assert!(seen > 60, "{seen} keys seen");
}

#[test]
fn the_pages_of_keys_are_current() {
    let path = root().join("templates/KEYS.md");
    let starts: Vec<&str> = kehoach::templates::STARTS.iter().map(|(_, text)| *text).collect();
    let pages = kehoach::internals::keys_handbook(&starts);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &pages).unwrap();
    }
    let file = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(file == pages, "run: UPDATE_GOLDEN=1 cargo test --release the_pages_of_keys");
}
