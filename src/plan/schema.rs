//! The JSON Schema of a plan, made from the types of [`super::raw`].

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::raw::RawPlan;
use crate::decree::{KINDS, text};

/// The schema (draft 7, which every YAML plugin reads), as JSON.
pub fn json_schema() -> Value {
    let schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<RawPlan>();
    let mut schema = Value::from(schema);
    // The words a key may have come from the decree's own tables.
    let choices: [(&str, Vec<&str>); 3] = [
        ("kind", KINDS.iter().map(|kind| kind.slug).collect()),
        ("urgency", text::URGENCIES.iter().map(|one| one.slug).collect()),
        ("secrecy", text::SECRECIES.iter().map(|(slug, _)| *slug).collect()),
    ];
    for (key, words) in choices {
        schema["properties"][key]["enum"] = words.into();
    }
    schema["required"] = vec!["issuer", "subject", "recipients", "signature"].into();
    schema["$id"] = "plan.schema.json".into();
    schema
}
