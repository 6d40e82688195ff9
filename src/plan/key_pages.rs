//! Each key of a plan in words, for `kehoach explain`: read off the JSON Schema, which is made of the doc
//! comments, so that it says what an editor says.

use std::collections::BTreeSet;

use serde_json::Value;

use super::schema::json_schema;
use crate::decree::Kinds;
use crate::diag::{Lang, Message};
use crate::message;

/// Keys that the starts of the kinds do without, as parts of plans.
const EXAMPLES: [&str; 6] = [
    "\
include: chung.yaml
attachments: [quy-che.yaml, phuong-an.yaml]
circulation: Lưu hành nội bộ
contact:
  address: Số 1 đường Hùng Vương
  email: lmhtx@quangtri.gov.vn
  website: quangtri.gov.vn
  phone: 0233 3852 000
  fax: 0233 3852 001
drafter: {code: PL, copies: 300}
objectives:
  purpose:
    - Góp phần đưa các xã sớm đạt các tiêu chí về nông thôn mới.
  requirements:
    - Bảo đảm sự phối hợp chặt chẽ của các phòng.
sections:
  - title: Chế độ đối với xã miền núi
    when: xa.mien_nui == 'x'
    items: [Hỗ trợ thêm kinh phí đi lại.]
layout:
  margins_mm: {top: 20, bottom: 20, left: 30, right: 20}
  paragraph_gap_pt: 6
  line_spacing: {exactly_pt: 18}
  end_mark: false
for_each:
  as: xa
  in: cac-xa.xlsx#Danh sách
  header_row: 4
  key: \"{{ xa.ten | slug }}\"
  where: xa.mien_nui == 'x'
",
    "for_each: {as: xa, in: cac-xa.xlsx, range: A5:F82, include_hidden: true, key: \"{{ xa.ten | slug }}\"}\n",
    "issued_with: {kind: quyet-dinh, number: 12, symbol: QĐ-LMHTX, date: 2026-01-09}\n",
    "signature: {tuq: Chủ tịch, position: Chánh Văn phòng, name: Nguyễn Văn A}\n",
    "signature: {q: Giám đốc, name: Nguyễn Văn A}\n",
    "\
appendices:
  - label: false
    attached: false
    body:
      - {paragraph: \"**Mẫu số 01**\", align: right}
      - letterhead: {issuer: [Xã Hải Lăng, Tổ bầu cử], number: …../BB-TBC, place: Hải Lăng, date: 03/2026}
      - fill: \"Họ và tên:\"
      - fill: [\"Ngày sinh:\", \"Nơi sinh:\"]
      - fill: 3
      - check: [Đồng ý, Không đồng ý]
      - note: \"Thời gian thực hiện:\"
        items: [Đợt 1 trong tháng 3, Đợt 2 trong tháng 9]
      - page_break: true
      - columns:
          - [{fill: \"Người khai:\"}]
          - [{paragraph: Ảnh 3 x 4, align: center}]
        widths: [3, 1]
      - signatures:
          - {title: Thư ký, note: \"(Ký, ghi rõ họ tên)\"}
          - {title: Chủ trì, note: \"(Ký, ghi rõ họ tên)\", name: Nguyễn Văn A}
",
];

/// One meaning of a key.
#[derive(Debug, PartialEq, Eq)]
struct Key {
    name: String,
    what: String,
    /// The keys below which it stands; the empty one is the top of the file.
    owners: BTreeSet<String>,
    /// The words that it takes.
    values: Vec<String>,
    /// The keys below it.
    below: Vec<(String, String)>,
}

/// The names of all keys, sorted.
pub fn key_names(kinds: &Kinds) -> Vec<String> {
    let names: BTreeSet<String> = keys(kinds).into_iter().map(|key| key.name).collect();
    names.into_iter().collect()
}

/// The page of a key, or of a key below another ("layout.numbering"); none where there is none such. Examples
/// are taken out of `sources`, plans and parts of plans.
pub(crate) fn key_page(name: &str, kinds: &Kinds, sources: &[&str], lang: Lang) -> Option<String> {
    let (owner, name) = name.rsplit_once('.').map_or((None, name), |(owner, name)| (Some(owner), name));
    let owner = owner.map(|owner| owner.rsplit('.').next().unwrap_or(owner));
    let all = keys(kinds);
    let found: Vec<&Key> = all
        .iter()
        .filter(|key| key.name == name && owner.is_none_or(|owner| key.owners.contains(owner)))
        .collect();
    if found.is_empty() {
        return None;
    }
    let mut out = String::new();
    for key in &found {
        let place = place(&key.owners);
        out.push_str(&format!("{name} · {}\n\n{}\n", place.get(lang), key.what));
        if !key.values.is_empty() {
            let heading = message!("Giá trị", "Values");
            out.push_str(&format!("\n{}: {}.\n", heading.get(lang), key.values.join(", ")));
        }
        if !key.below.is_empty() {
            let width = key.below.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
            let heading = message!("Các khóa bên trong", "Keys inside");
            out.push_str(&format!("\n{}:\n\n", heading.get(lang)));
            for (name, what) in &key.below {
                out.push_str(&format!("    {name:width$}  {what}\n"));
            }
        }
        out.push('\n');
    }
    let example = sources.iter().chain(&EXAMPLES).find_map(|source| example(name, owner, source));
    let example = example.unwrap_or_else(|| skeleton(found[0]));
    out.push_str(&format!("{}:\n\n", message!("Ví dụ", "Example").get(lang)));
    for line in example.lines() {
        out.push_str(format!("    {line}").trim_end());
        out.push('\n');
    }
    Some(out)
}

fn place(owners: &BTreeSet<String>) -> Message {
    let named: Vec<&str> = owners.iter().map(String::as_str).filter(|owner| !owner.is_empty()).collect();
    let named = named.join(", ");
    match (owners.contains(""), named.is_empty()) {
        (true, true) => {
            message!("khóa ở đầu tệp, không thụt vào", "a key of the top of the file, not indented")
        }
        (true, false) => {
            message!(
                "khóa ở đầu tệp; cũng là khóa trong {named}",
                "a key of the top of the file; also in {named}"
            )
        }
        (false, _) => message!("khóa trong {named}", "a key in {named}"),
    }
}

fn keys(kinds: &Kinds) -> Vec<Key> {
    let schema = json_schema(kinds);
    let mut reader = Reader { definitions: &schema["definitions"], out: Vec::new() };
    reader.visit(&schema, "", &mut Vec::new());
    reader.out
}

struct Reader<'a> {
    definitions: &'a Value,
    out: Vec<Key>,
}

impl<'a> Reader<'a> {
    /// Takes the keys of a part of the schema that stands at the key `owner`; `open` are the definitions that it
    /// is a part of.
    fn visit(&mut self, schema: &'a Value, owner: &str, open: &mut Vec<&'a str>) {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
            let definition = &self.definitions[name];
            if open.contains(&name) {
                // A part inside a part of its own sort: its keys are known, this place of theirs is not.
                let below = properties(self.definitions, definition);
                below.iter().for_each(|(name, value)| self.add(name, value, owner));
                return;
            }
            open.push(name);
            self.visit(definition, owner, open);
            open.pop();
        }
        for (name, value) in schema["properties"].as_object().into_iter().flatten() {
            self.add(name, value, owner);
            self.visit(value, name, open);
        }
        for part in parts(schema) {
            self.visit(part, owner, open);
        }
    }

    fn add(&mut self, name: &str, value: &Value, owner: &str) {
        let what = value["description"].as_str().unwrap_or_default();
        if let Some(known) = self.out.iter_mut().find(|key| key.name == name && key.what == what) {
            known.owners.insert(owner.to_owned());
            return;
        }
        let below = properties(self.definitions, value);
        self.out.push(Key {
            name: name.to_owned(),
            what: what.to_owned(),
            owners: BTreeSet::from([owner.to_owned()]),
            values: values(value),
            below: below
                .into_iter()
                .map(|(name, value)| {
                    (name.to_owned(), value["description"].as_str().unwrap_or_default().to_owned())
                })
                .collect(),
        });
    }
}

/// The forms of a value, and what a list holds.
fn parts(schema: &Value) -> impl Iterator<Item = &Value> {
    let forms = ["anyOf", "allOf"].into_iter().filter_map(|key| schema[key].as_array()).flatten();
    forms.chain(schema.get("items").filter(|items| items.is_object()))
}

/// The keys that a value has, in any of its forms.
fn properties<'a>(definitions: &'a Value, schema: &'a Value) -> Vec<(&'a str, &'a Value)> {
    let mut out: Vec<(&str, &Value)> = Vec::new();
    let target = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next());
    let target = target.map(|name| &definitions[name]);
    out.extend(
        schema["properties"].as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value)),
    );
    for part in parts(schema).chain(target) {
        out.extend(properties(definitions, part));
    }
    // A condition may stand in every part.
    out.retain(|(name, _)| *name != "when");
    out.dedup_by_key(|(name, _)| *name);
    out
}

/// The words that a value may be.
fn values(schema: &Value) -> Vec<String> {
    let own = schema["enum"].as_array().into_iter().flatten().filter(|value| !value.is_null());
    let own = own.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    own.chain(schema["anyOf"].as_array().into_iter().flatten().flat_map(values)).collect()
}

/// Lines of an example that are shown.
const SHOWN: usize = 14;

/// The first place in a text where a key is written, with what is below it.
fn example(name: &str, owner: Option<&str>, source: &str) -> Option<String> {
    let lines: Vec<&str> = source.lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_it = |line: &str| {
        let bare = line.trim_start().trim_start_matches("- ");
        bare.strip_prefix(name).is_some_and(|rest| rest.starts_with(':'))
    };
    let is_below = |at: usize| {
        owner.filter(|owner| !owner.is_empty()).is_none_or(|owner| {
            lines[..at].iter().rev().find(|line| indent(line) < indent(lines[at])).is_some_and(|above| {
                above.trim_start().trim_start_matches("- ").starts_with(&format!("{owner}:"))
            })
        })
    };
    let at = (0..lines.len()).find(|at| is_it(lines[*at]) && is_below(*at));
    // Inside brackets: the whole line.
    let inline = || {
        (0..lines.len()).find(|at| {
            [format!("{{{name}: "), format!(", {name}: ")].iter().any(|part| lines[*at].contains(part))
        })
    };
    let at = at.or_else(|| owner.is_none().then(inline).flatten())?;
    let own = indent(lines[at]);
    let is_list = |line: &str| indent(line) == own && line.trim_start().starts_with("- ");
    let is_part = |line: &&&str| line.trim().is_empty() || indent(line) > own || is_list(line);
    let more = match is_it(lines[at]) && lines[at].trim_start().starts_with("- ") {
        true => lines[at + 1..].iter().take_while(|line| indent(line) > own).count(),
        false => lines[at + 1..].iter().take_while(is_part).count(),
    };
    let block = lines[at..=at + more.min(SHOWN - 1)].iter().map(|line| line.get(own..).unwrap_or_default());
    let text = block.collect::<Vec<_>>().join("\n").trim_end().to_owned();
    Some(text + "\n")
}

/// A key as it is written, where no plan at hand has it.
fn skeleton(key: &Key) -> String {
    let name = &key.name;
    match (key.values.first(), key.below.as_slice()) {
        (Some(value), _) => format!("{name}: {value}\n"),
        (None, []) => format!("{name}: …\n"),
        (None, below) => {
            let lines: Vec<String> = below.iter().take(4).map(|(name, _)| format!("  {name}: …\n")).collect();
            format!("{name}:\n{}", lines.concat())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::EXAMPLES;
    use crate::decree::Kinds;
    use crate::diag::Sink;
    use crate::plan::{parse, read};
    use crate::source::SourceMap;

    #[test]
    fn the_examples_are_read() {
        for example in EXAMPLES {
            let mut sink = Sink::default();
            let tree = parse(SourceMap::default().add("a", example), example, &mut sink);
            let Some(tree) = tree else { unreachable!("{example}") };
            // Conditions are taken out before a plan is read.
            let kept = example.replace("    when: xa.mien_nui == 'x'\n", "");
            let tree = parse(SourceMap::default().add("a", kept.as_str()), &kept, &mut sink).unwrap_or(tree);
            assert!(read(tree, &Kinds::default(), &mut sink).is_some());
            let codes: Vec<&str> = sink.into_sorted().iter().map(|one| one.code.name).collect();
            assert!(codes.iter().all(|code| *code == "key-of-other-kind"), "{codes:?}");
        }
    }
}
