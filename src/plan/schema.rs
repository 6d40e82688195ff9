//! The JSON Schema of a plan, made from the types of [`super::raw`]. With it an editor completes keys and
//! values, shows what each is for, and marks what lies outside the decree, with nothing installed but
//! a YAML plugin.

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::raw::{List, RawNode, RawNodes, RawPlan, Slot};
use super::schema_kinds;
use crate::decree::{Bounded, Kinds, sizes};
use crate::length::Length;

/// The schema (draft 7, which every YAML plugin reads) of plans of these kinds, as JSON.
pub fn json_schema(kinds: &Kinds) -> Value {
    let mut generator = SchemaSettings::draft07().into_generator();
    let nodes = Value::from(generator.subschema_for::<Slot<List<RawNode>>>());
    let with_purposes = Value::from(generator.subschema_for::<Slot<RawNodes>>());
    let mut schema = Value::from(generator.into_root_schema_for::<RawPlan>());
    // The words a key may have come from the decree's own tables.
    let plan = &mut schema["properties"];
    plan["kind"]["enum"] = kinds.all().map(|kind| &*kind.slug).collect();
    plan["date"]["pattern"] = ISSUE_DAY.into();
    for list in kinds.lists() {
        plan[&*list.key] = if list.has_purposes { with_purposes.clone() } else { nodes.clone() };
        plan[&*list.key]["description"] = (&*list.what).into();
    }
    let definitions = &mut schema["definitions"];
    // The second form of each, with keys.
    definitions["RawBasis"]["anyOf"][1]["properties"]["date"]["pattern"] = DATE.into();
    layout(&mut definitions["RawLayout"]["properties"]);
    let margins = &mut definitions["RawMargins"]["properties"];
    for (key, bounds) in [
        ("top", sizes::MARGIN_TOP),
        ("bottom", sizes::MARGIN_BOTTOM),
        ("left", sizes::MARGIN_LEFT),
        ("right", sizes::MARGIN_RIGHT),
    ] {
        between(&mut margins[key], bounds.min.to_mm(), bounds.max.to_mm());
    }
    for definition in schema
        .get_mut("definitions")
        .and_then(Value::as_object_mut)
        .into_iter()
        .flat_map(|all| all.values_mut())
    {
        conditions(definition);
    }
    expressions(&mut schema);
    schema["allOf"] = schema_kinds::conditions(kinds);
    schema["$id"] = "plan.schema.json".into();
    schema
}

/// Lets every map below the plan itself have `when`.
fn conditions(schema: &mut Value) {
    if let Some(keys) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        let what = "Chỉ giữ phần này khi biểu thức đúng, ví dụ commune.loai == 'Xã'.";
        keys.insert("when".to_owned(), json!({"description": what, "type": ["string", "boolean"]}));
    }
    for form in schema.get_mut("anyOf").and_then(Value::as_array_mut).into_iter().flatten() {
        conditions(form);
    }
}

/// Lets every value that is not free text be an expression instead.
fn expressions(schema: &mut Value) {
    let bounds = ["enum", "pattern", "minimum"];
    let keys = schema.get_mut("properties").and_then(Value::as_object_mut);
    for key in keys.into_iter().flat_map(|all| all.values_mut()) {
        let is_free = key["type"] == "string" || key["type"].is_array();
        let is_plain = is_free || key["type"] == "number" || key["type"] == "boolean";
        let bounded = bounds.iter().any(|bound| key.get(bound).is_some());
        if is_plain && (bounded || !is_free) {
            let mut value = key.take();
            let what = value.as_object_mut().and_then(|value| value.remove("description"));
            *key = json!({"description": what, "anyOf": [value, {"type": "string", "pattern": "\\{[{%]"}]});
        }
    }
    for below in schema.as_object_mut().into_iter().flat_map(|all| all.values_mut()) {
        match below {
            Value::Object(_) => expressions(below),
            Value::Array(forms) => forms.iter_mut().filter(|form| form.is_object()).for_each(expressions),
            _ => {}
        }
    }
}

const DATE: &str = "^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})$";
/// The day of issue may be known by its month only.
const ISSUE_DAY: &str = "^([0-9]{4}-[0-9]{2}(-[0-9]{2})?|([0-9]{1,2}/)?[0-9]{1,2}/[0-9]{4})$";

fn layout(keys: &mut Value) {
    let pt = |bounds: &Bounded<Length>| [bounds.min.to_pt(), bounds.max.to_pt()];
    either(&mut keys["body_size"], pt(&sizes::BODY_SIZE));
    either(&mut keys["header_size"], pt(&sizes::HEADER_SIZE));
    either(&mut keys["first_line_mm"], [sizes::FIRST_LINE.min.to_mm(), sizes::FIRST_LINE.max.to_mm()]);
    let [min, max] = pt(&sizes::PARAGRAPH_GAP);
    between(&mut keys["paragraph_gap_pt"], min, max);
    let Bounded { min, max, .. } = sizes::LINE_SPACING;
    describe(&mut keys["line_spacing"], &format!("{min} đến {max}"));
}

/// One of two numbers.
fn either(key: &mut Value, [one, other]: [f64; 2]) {
    key["enum"] = json!([one, other]);
    describe(key, &format!("{one} hoặc {other}"));
}

/// Numbers from one to another, both included.
fn between(key: &mut Value, min: f64, max: f64) {
    key["minimum"] = min.into();
    key["maximum"] = max.into();
    describe(key, &format!("{min} đến {max}"));
}

/// Says in words which values a key takes.
fn describe(key: &mut Value, values: &str) {
    let what = key["description"].as_str().unwrap_or_default().trim_end_matches('.');
    key["description"] = format!("{what}: {values}.").into();
}
