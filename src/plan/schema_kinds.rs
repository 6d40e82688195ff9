//! What the JSON Schema says of each kind: keys that it does not have, keys that it must have, its own lines.

use serde_json::{Map, Value, json};

use super::kinds::{OF_THE_DECISION, plan_keys, takes};
use crate::decree::forms::SubjectPlace;
use crate::decree::{DEFAULT_KIND, Kind, Kinds};

/// One condition for all kinds that ask the same, and one for documents issued with a decision.
pub(super) fn conditions(kinds: &Kinds) -> Value {
    let mut groups: Vec<(Value, Vec<&Kind>)> = Vec::new();
    let keys = plan_keys(kinds);
    for kind in kinds.all() {
        let asked = asked(kind, &keys);
        match groups.iter_mut().find(|(known, _)| *known == asked) {
            Some((_, same)) => same.push(kind),
            None => groups.push((asked, vec![kind])),
        }
    }
    let mut all: Vec<Value> = groups
        .into_iter()
        .map(|(asked, same)| {
            let slugs: Vec<&str> = same.iter().map(|kind| &*kind.slug).collect();
            // A plan that names no kind is of the default one.
            let named = if slugs.contains(&DEFAULT_KIND) { json!([]) } else { json!(["kind"]) };
            json!({"if": {"properties": {"kind": {"enum": slugs}}, "required": named}, "then": asked})
        })
        .collect();
    let without = refused(OF_THE_DECISION.into_iter());
    all.push(json!({"if": {"required": ["issued_with"]}, "then": {"properties": without}}));
    // Keys that an included file may have.
    all.push(json!({"if": is_alone(), "then": {"required": ["issuer"]}}));
    all.into()
}

fn is_alone() -> Value {
    json!({"not": {"required": ["include"]}})
}

fn refused<'a>(keys: impl Iterator<Item = &'a str>) -> Map<String, Value> {
    keys.map(|key| (key.to_owned(), Value::Bool(false))).collect()
}

/// What plans of a kind have and have not.
fn asked(kind: &Kind, keys: &[&str]) -> Value {
    let mut properties = refused(keys.iter().copied().filter(|key| !takes(kind, key)));
    let mut must: Vec<&str> = kind.form.required.to_vec();
    if kind.form.subject != SubjectPlace::Nowhere {
        must.push("subject");
    }
    if !kind.details.is_empty() {
        let text_or_list = json!(["string", "array", "number"]);
        let lines: Map<String, Value> = kind
            .details
            .iter()
            .map(|one| {
                let what =
                    json!({"description": one.what, "type": text_or_list, "items": {"type": "string"}});
                (one.key.to_string(), what)
            })
            .collect();
        let needed: Vec<&str> =
            kind.details.iter().filter(|one| one.is_required).map(|one| &*one.key).collect();
        properties.insert(
            "details".to_owned(),
            json!({"properties": lines, "required": needed, "additionalProperties": false}),
        );
    }
    let signed = json!([{"required": ["issued_with"]}, {"required": ["recipients", "signature"]}]);
    json!({
        "properties": properties,
        "if": is_alone(),
        "then": {"required": must, "anyOf": signed},
    })
}
