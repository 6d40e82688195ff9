//! Plans with expressions, included files and data: what stands in the documents, and where findings are.

use std::collections::BTreeMap;

use kehoach::batch::{self, Batch};
use kehoach::diag::Sink;
use kehoach::document::Document;
use kehoach::driver;
use kehoach::templates::Templates;
use kehoach::text::words;

use crate::common::{check, encode, root, small};

/// The words of a document's paragraphs.
fn paragraphs(document: &Document) -> Vec<String> {
    let mut out = Vec::new();
    for part in &document.parts {
        part.paragraphs(&mut |paragraph| out.push(words(&paragraph.text)));
    }
    out
}

fn document(batch: &Batch, n: usize) -> Vec<String> {
    let (mut sources, mut sink) = (batch.sources.clone(), Sink::default());
    match driver::Pipeline::new(batch, &Templates::default()).document(n, &mut sources, &mut sink) {
        Some((_, document)) => paragraphs(&document),
        None => panic!("{:#?}", sink.into_sorted()),
    }
}

/// The paragraphs of a plan's closing.
fn closing(extra: &str) -> String {
    let batch = batch::load("a.yaml", &small(extra));
    assert_eq!(batch.len(), 1, "{:#?}", batch.findings);
    let all = document(&batch, 0);
    all.into_iter().rfind(|text| text.starts_with("Kết")).unwrap()
}

#[test]
fn the_documents_of_a_batch_differ_where_their_rows_do_and_nowhere_else() {
    let name = "plans/do-dau-xa.yaml";
    let batch = batch::load(name, &std::fs::read_to_string(root().join(name)).unwrap());
    assert_eq!(batch.len(), 78, "{:#?}", batch.findings);
    let table = std::fs::read_to_string(root().join("plans/communes.csv")).unwrap();
    let mut rows = csv(&table);
    let head = rows.remove(0);
    assert_eq!(rows.len(), 78);
    let column = |name: &str| head.iter().position(|one| one == name).unwrap();
    let (kind, place, status) = (column("Loại"), column("Tên"), column("Hiện trạng"));
    let (officer, post, money) = (column("Cán bộ phụ trách"), column("Chức vụ"), column("Kinh phí"));
    let (count, more, day) = (column("Số hợp tác xã"), column("Nơi nhận thêm"), column("Ngày làm việc"));
    let mut by_class: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for (n, row) in rows.iter().enumerate() {
        let all = document(&batch, n);
        let whole = all.join("\n");
        let amount: u64 = row[money].parse().unwrap();
        let unit = format!("{} {}", row[kind].to_lowercase(), row[place]);
        let cooperatives = format!("{:0>2} hợp tác xã", row[count]);
        for own in [&unit, &row[officer], &grouped(amount), &row[more]] {
            assert!(whole.contains(own.as_str()), "{unit}: {own:?} is not in its document");
        }
        for other in rows.iter().filter(|other| other[officer] != row[officer]) {
            assert!(!whole.contains(&other[officer]), "{unit} has the officer of {}", other[place]);
        }
        // Without the values of the row, the documents of one sort are one document.
        let [year, month, date]: [&str; 3] = row[day].split('-').collect::<Vec<_>>().try_into().unwrap();
        let (month, padded) = (month.trim_start_matches('0'), month);
        let month = if month.len() == 1 && "12".contains(month) { padded } else { month };
        let values = [
            (unit.clone(), "«đơn vị»"),
            (unit.to_uppercase(), "«ĐƠN VỊ»"),
            (row[officer].clone(), "«cán bộ»"),
            (row[post].clone(), "«chức vụ»"),
            (row[more].clone(), "«nơi nhận»"),
            (format!("{date}/{month}/{year}"), "«ngày»"),
            (format!("{date} tháng {month} năm {year}"), "«ngày»"),
            (cooperatives, "«số hợp tác xã»"),
            (grouped(amount), "«kinh phí»"),
            (kehoach::vietnamese::number_in_words(&row[money]).unwrap(), "«bằng chữ»"),
            (grouped(amount / 2), "«một nửa»"),
            (grouped(amount / 5), "«một phần năm»"),
            (grouped(amount - amount / 2 - amount / 5), "«còn lại»"),
        ];
        let bare = values
            .iter()
            .filter(|(value, _)| !value.is_empty())
            .fold(whole, |text, (value, name)| text.replace(value.as_str(), name));
        let has_some = row[count] != "0";
        let class = format!("{} {} {has_some} {}", row[kind], row[status], row[more].is_empty());
        match by_class.get(&class) {
            Some((first, wanted)) => {
                let lines: Vec<String> = bare.lines().map(str::to_owned).collect();
                assert_eq!(&lines, wanted, "{unit} and {first}");
            }
            None => {
                by_class.insert(class, (unit, bare.lines().map(str::to_owned).collect()));
            }
        }
    }
    assert!((8..30).contains(&by_class.len()), "{:?}", by_class.keys());
    let distinct: std::collections::BTreeSet<_> = by_class.values().map(|(_, text)| text).collect();
    assert_eq!(distinct.len(), by_class.len(), "each sort has words of its own");
}

/// A CSV with quotes, read by a few lines that are not those of the program.
fn csv(text: &str) -> Vec<Vec<String>> {
    text.lines()
        .map(|line| {
            let (mut cells, mut quoted) = (vec![String::new()], false);
            for c in line.chars() {
                match c {
                    '"' => quoted = !quoted,
                    ',' if !quoted => cells.push(String::new()),
                    c => cells.last_mut().unwrap().push(c),
                }
            }
            cells
        })
        .collect()
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[test]
fn every_sort_of_data_file_gives_the_same_documents() {
    let name = "plans/do-dau-xa.yaml";
    let text = std::fs::read_to_string(root().join(name)).unwrap();
    let one = |text: &str| {
        let filter = "for_each:\n  where: \"commune.ten == 'Cửa Tùng'\"";
        let batch = batch::load(name, &text.replace("for_each:", filter));
        assert_eq!(batch.len(), 1, "{:#?}", batch.findings);
        document(&batch, 0)
    };
    assert_eq!(one(&text), one(&text.replace("communes.csv", "communes.xlsx#Xã")));
    assert_eq!(one(&text), one(&text.replace("communes.csv", "communes.xlsx")));
}

/// Bytes changed, cut out and added: a workbook or a table that is broken is told, and nothing panics.
#[test]
fn broken_data_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let plan = small("for_each: {as: x, in: FILE, key: \"{{ x.ma }}\"}\n");
    let mut seed = 7u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let mut told = 0;
    for (file, turns) in [("communes.xlsx", 300), ("communes.csv", 300)] {
        let whole = std::fs::read(root().join("plans").join(file)).unwrap();
        let name = folder.path().join("a.yaml").display().to_string();
        for _ in 0..turns {
            let mut bytes = whole.clone();
            for _ in 0..=random(3) {
                let at = random(bytes.len());
                match random(3) {
                    0 => bytes[at] = u8::try_from(random(256)).unwrap(),
                    1 => drop(bytes.drain(at..(at + random(40)).min(whole.len() / 2).max(at))),
                    _ => bytes.insert(at, b'"'),
                }
            }
            std::fs::write(folder.path().join(file), bytes).unwrap();
            let batch = batch::load(&name, &plan.replace("FILE", file));
            told += usize::from(!batch.findings.is_empty());
            assert!(batch.len() <= 80);
        }
    }
    assert!(told > 200, "{told}");
}

#[test]
fn expressions_are_evaluated_with_constants_rows_and_filters() {
    let vars =
        "vars: {a: Hải Lăng, n: 1250000, d: 2027-03-05, list: [một, hai], nested: \"xã {{ vars.a }}\"}\n";
    let shown = |expression: &str| closing(&format!("{vars}closing: \"Kết {expression}.\"\n"));
    for (expression, printed) in [
        ("{{ vars.a }} {{ a }}", "Hải Lăng Hải Lăng"),
        ("{{ vars.a | slug }}", "hai-lang"),
        ("{{ vars.n | money }} ({{ vars.n | words }})", "1.250.000 (một triệu hai trăm năm mươi nghìn)"),
        ("{{ vars.d | date }}, {{ vars.d | date_long }}", "05/3/2027, ngày 05 tháng 3 năm 2027"),
        ("{% for one in vars.list %}{{ one }} {% endfor %}xong", "một hai xong"),
        ("{{ nested }}", "xã Hải Lăng"),
        ("{{ vars.n // 2 + 1 }}", "625001"),
        ("\\\\{{ vars.a }}", "{{ vars.a }}"),
        ("a {# chú thích #}b", "a b"),
    ] {
        assert_eq!(shown(expression), format!("Kết {printed}./."), "{expression}");
    }
}

#[test]
fn a_value_prints_as_it_is() {
    for value in ["**a** *b*", "^[ghi chú]", "a]b", "\\*c", "<b>&amp;</b>", "#let x = $1$", "a | b: c"] {
        let quoted = serde_json::to_string(value).unwrap();
        let extra = format!(
            "vars: {{x: {quoted}}}\nclosing: \"Kết **đậm {{{{ vars.x }}}}** ^[Chú {{{{ vars.x }}}}].\"\n"
        );
        let (value, printed) = (value, closing(&extra));
        assert!(printed.contains(&format!("đậm {value}")), "{value}: {printed}");
    }
}

#[test]
fn a_value_cannot_change_the_structure() {
    let rows = "for_each: {as: x, key: k, in: [{a: \"b\\nnumber: 5\\nobjectives: [x]\"}]}\nclosing: \"Kết {{ x.a }}.\"\n";
    let batch = batch::load("a.yaml", &small(rows));
    let all = document(&batch, 0);
    assert!(all.iter().any(|text| text.contains("b number: 5 objectives: [x]")), "{all:#?}");
    assert!(!all.iter().any(|text| text.starts_with("Số: 05")));
}

#[test]
fn when_leaves_parts_out_as_if_they_were_not_written() {
    let extra = "vars: {a: true, b: false, c: \"\"}\n\
                 sections:\n\
                 - {when: vars.a, title: Còn lại, items: [Một.]}\n\
                 - {when: vars.b, title: Bỏ đi, items: [Hai.]}\n\
                 - {when: \"vars.c == '' and not vars.b\", title: Cũng còn, items: [Ba., {when: vars.c, item: Bốn.}]}\n\
                 appendices:\n\
                 - {when: vars.b, title: Biểu, body: [Năm.]}\n\
                 closing: \"{% if vars.b %}Không in{% endif %}\"\n";
    let batch = batch::load("a.yaml", &small(extra));
    let all = document(&batch, 0).join("\n");
    for kept in ["CÒN LẠI", "CŨNG CÒN", "Một", "Ba"] {
        assert!(all.contains(kept), "{kept}: {all}");
    }
    for gone in ["BỎ ĐI", "Hai", "Bốn", "Phụ lục", "Không in"] {
        assert!(!all.contains(gone), "{gone}: {all}");
    }
}

#[test]
fn a_number_stays_a_number() {
    let extra = "vars: {n: 7}\nnumber: \"{{ vars.n }}\"\nlayout: {body_size: \"{{ vars.n * 2 }}\"}\n";
    let batch = batch::load("a.yaml", &small(extra));
    assert!(document(&batch, 0).iter().any(|text| text.starts_with("Số: 07/KH-")));
    let rows = "for_each: {as: x, key: \"{{ x.n }}\", in: [{n: 12}, {n: 7}]}\nnumber: \"{{ x.n }}\"\nclosing: \"Kết {{ loop.index }}/{{ loop.length }}.\"\n";
    let batch = batch::load("a.yaml", &small(rows));
    assert_eq!((batch.key(0), batch.key(1)), (Some("12"), Some("7")));
    assert!(document(&batch, 1).iter().any(|text| text == "Kết 2/2./."));
}

#[test]
fn included_keys_are_those_of_the_plan_and_findings_lie_in_the_right_file() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("chung.yaml", "include: don-vi.yaml\nrecipients: [Ủy ban nhân dân tỉnh]\nplace: Bỏ qua\n");
    write(
        "don-vi.yaml",
        "issuer: {name: Liên minh Hợp tác xã, code: LMHTX}\nsignature: {tm: Liên minh Hợp tác xã, positon: Chủ tịch}\n",
    );
    let plan = "include: chung.yaml\nplace: Quảng Trị\ndate: 2020-11-06\nsubject: Thực hiện công tác đỡ đầu\nobjectives: [Một.]\n";
    let name = folder.path().join("a.yaml").display().to_string();
    let found = driver::check(&name, plan, &Templates::default());
    let (finding, sources) = found.iter().find(|(one, _)| one.code.name == "unknown-key").unwrap();
    assert!(sources.get(finding.span.source).name.ends_with("don-vi.yaml"));
    assert_eq!(sources.position(finding.span).line, 2);
    write(
        "don-vi.yaml",
        "issuer: {name: Liên minh Hợp tác xã, code: LMHTX}\nsignature: {tm: Liên minh Hợp tác xã, position: Chủ tịch}\n",
    );
    let batch = batch::load(&name, plan);
    let all = document(&batch, 0).join("\n");
    assert!(all.contains("Quảng Trị, ngày") && all.contains("LIÊN MINH HỢP TÁC XÃ"), "{all}");
    assert_eq!(batch.files.len(), 2);
    write("don-vi.yaml", "include: chung.yaml\n");
    let codes: Vec<&str> =
        check(&name, plan, &Templates::default()).iter().map(|one| one.code.name).collect();
    assert_eq!(codes, ["include-circle"]);
}

#[test]
fn names_that_are_not_there_are_told_with_what_is() {
    let rows = "for_each: {as: x, key: \"{{ x.a }}\", in: [{a: 1, Tên xã: A}, {a: 2}]}\n";
    let codes = |extra: &str| -> Vec<&str> {
        check("a.yaml", &small(&format!("{rows}{extra}")), &Templates::default())
            .iter()
            .map(|one| one.code.name)
            .collect()
    };
    assert_eq!(codes("closing: \"Kết {{ x.ten_xa }}.\"\n"), ["unknown-variable"], "the second row has none");
    assert_eq!(codes("closing: \"Kết{% if x.ten_xa is defined %} {{ x.ten_xa }}{% endif %}.\"\n"), [""; 0]);
    assert_eq!(codes("closing: \"Kết {{ x['Tên xã'] | default(value='B') }}.\"\n"), [""; 0]);
    for wrong in ["x.b", "y", "vars.z", "loop.nothing.at.all", "x.a | nofilter", "x.a +"] {
        assert_eq!(codes(&format!("closing: \"Kết {{{{ {wrong} }}}}.\"\n")).len(), 1, "{wrong}");
    }
}

#[test]
fn a_batch_with_hostile_texts_does_no_harm() {
    let templates = Templates::default();
    for extra in [
        "closing: \"Kết {% for i in range(end=999999999) %}{{ i }}{% endfor %}.\"\n",
        "closing: \"Kết {{ 1 / 0 }}.\"\n",
        "closing: \"Kết {{ \"\n",
        "closing: \"Kết {% include 'a' %}.\"\n",
        "closing: \"Kết {% endif %}.\"\n",
        "when: \"1 +\"\nclosing: Kết.\n",
        "vars: [a]\n",
        "vars: {vars: a}\nclosing: Kết.\n",
        "for_each: 5\n",
        "for_each: {as: 1x, in: [], key: a}\n",
        "for_each: {as: loop, in: [{a: 1}], key: a}\n",
        "for_each: {as: x, in: {a: 1}, key: a}\n",
        "for_each: {as: x, in: [1, [2]], key: a}\n",
        "for_each: {as: x, in: a.docx, key: a}\n",
        "for_each: {as: x, in: /etc/passwd, key: a}\n",
        "for_each: {as: x, in: [{a: 1}], key: \"{{ x }}\", where: \"x ==\"}\n",
        "include: [a]\n",
        "include: src\n",
    ] {
        let made = encode("a.yaml", &small(extra), &[driver::Format::Docx], &templates);
        assert!(!made.diagnostics.is_empty(), "{extra}");
        assert!(made.artifacts.is_empty(), "{extra}");
    }
}
