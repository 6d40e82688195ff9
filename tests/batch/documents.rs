//! Included files and rows: what stands in the documents, and where findings are.

use std::collections::BTreeMap;

use kehoach::templates::Templates;

use super::document;
use crate::common::{check, findings, load, root, small};

#[test]
fn the_documents_of_a_batch_differ_where_their_rows_do_and_nowhere_else() {
    let name = "plans/do-dau-xa.yaml";
    let batch = load(name, &std::fs::read_to_string(root().join(name)).unwrap());
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
            (kehoach::internals::number_in_words(&row[money]).unwrap(), "«bằng chữ»"),
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
    assert_eq!(by_class.len(), 11, "{:?}", by_class.keys());
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
        let batch = load(name, &text.replace("for_each:", filter));
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
            let batch = load(&name, &plan.replace("FILE", file));
            told += usize::from(!batch.findings.is_empty());
            assert!(batch.len() <= 80);
        }
    }
    assert!(told > 200, "{told}");
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
    let found = findings(&name, plan, &Templates::default());
    let finding = found.all.iter().find(|one| one.code.name == "unknown-key").unwrap();
    let sources = &found.sources;
    assert!(sources.get(finding.span.source).name.ends_with("don-vi.yaml"));
    assert_eq!(sources.position(finding.span).line, 2);
    write(
        "don-vi.yaml",
        "issuer: {name: Liên minh Hợp tác xã, code: LMHTX}\nsignature: {tm: Liên minh Hợp tác xã, position: Chủ tịch}\n",
    );
    let batch = load(&name, plan);
    let all = document(&batch, 0).join("\n");
    assert!(all.contains("Quảng Trị, ngày") && all.contains("LIÊN MINH HỢP TÁC XÃ"), "{all}");
    assert_eq!(batch.read.files().count(), 2);
    write("don-vi.yaml", "include: chung.yaml\n");
    let codes: Vec<&str> =
        check(&name, plan, &Templates::default()).iter().map(|one| one.code.name).collect();
    assert_eq!(codes, ["include-circle"]);
}
