//! Spelling, measured: one slip in each paragraph of the plans of the project, and none.

use kehoach::internals::is_possible;
use kehoach::templates::Templates;

use crate::common::{Plan, check, documents, small};

/// Each vowel with its six tones.
const VOWELS: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];
/// Letters that differ by their marks alone.
const MARKS: [&str; 4] = ["aăâ", "eê", "oôơ", "uư"];

/// What a slip does to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    OtherTone,
    NoTone,
    OtherMark,
    Stroke,
    Doubled,
    Dropped,
    Swapped,
}

const SLIPS: [Slip; 7] = [
    Slip::OtherTone,
    Slip::NoTone,
    Slip::OtherMark,
    Slip::Stroke,
    Slip::Doubled,
    Slip::Dropped,
    Slip::Swapped,
];

/// The same numbers in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// The row and the column of a vowel.
fn vowel(c: char) -> Option<(usize, usize)> {
    VOWELS.iter().enumerate().find_map(|(row, all)| Some((row, all.chars().position(|one| one == c)?)))
}

fn toned(row: usize, tone: usize) -> char {
    VOWELS[row].chars().nth(tone).unwrap()
}

/// The word with the slip, if it can have it.
fn slipped(word: &str, slip: Slip, dice: &mut Dice) -> Option<String> {
    let small = word.to_lowercase();
    let mut letters: Vec<char> = small.chars().collect();
    let vowels: Vec<usize> = (0..letters.len()).filter(|at| vowel(letters[*at]).is_some()).collect();
    let with_tone = vowels.iter().copied().find(|at| vowel(letters[*at]).is_some_and(|(_, tone)| tone > 0));
    match slip {
        Slip::OtherTone => {
            let at = with_tone.or(vowels.last().copied())?;
            let (row, tone) = vowel(letters[at])?;
            let others: Vec<usize> = (1..6).filter(|other| *other != tone).collect();
            letters[at] = toned(row, others[dice.below(others.len())]);
        }
        Slip::NoTone => letters[with_tone?] = toned(vowel(letters[with_tone?])?.0, 0),
        Slip::OtherMark => {
            let at = *vowels.get(dice.below(vowels.len().max(1)))?;
            let (row, tone) = vowel(letters[at])?;
            let plain = toned(row, 0);
            let alike = MARKS.iter().find(|all| all.contains(plain))?;
            let others: Vec<char> = alike.chars().filter(|other| *other != plain).collect();
            letters[at] = toned(vowel(others[dice.below(others.len())])?.0, tone);
        }
        Slip::Stroke => {
            let at = letters.iter().position(|c| "dđ".contains(*c))?;
            letters[at] = if letters[at] == 'd' { 'đ' } else { 'd' };
        }
        Slip::Doubled => {
            let at = dice.below(letters.len());
            letters.insert(at, letters[at]);
        }
        Slip::Dropped => {
            (letters.len() >= 3).then_some(())?;
            letters.remove(dice.below(letters.len()));
        }
        Slip::Swapped => {
            (letters.len() >= 2).then_some(())?;
            let at = dice.below(letters.len() - 1);
            letters.swap(at, at + 1);
        }
    }
    let made: String = letters.into_iter().collect();
    let begins = word.chars().next().is_some_and(char::is_uppercase);
    let all = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let made = match (all, begins) {
        (true, _) => made.to_uppercase(),
        (false, true) => {
            let mut rest = made.chars();
            rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
        }
        (false, false) => made,
    };
    (made != word).then_some(made)
}

/// The words of a line of a plan that a reader reads, as bytes of the line: no comment, key or expression.
fn words(line: &str) -> Vec<(usize, usize)> {
    let line = line.split(" #").next().unwrap();
    let text = line.trim_start();
    let mut start = line.len() - text.len();
    if text.starts_with('#') || line.contains("{{") {
        return Vec::new();
    }
    let keys = [
        "decimal-numbering:",
        "cite-parts-text:",
        "type:",
        "number:",
        "symbol:",
        "code:",
        "slug:",
        "where:",
        "date:",
        "when:",
        "id:",
    ];
    if let Some(colon) = text.find(": ").filter(|at| text[..*at].trim_start_matches("- ").is_ascii()) {
        start += colon + 2;
    }
    if keys.iter().any(|key| text.trim_start_matches("- ").starts_with(key)) {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut at = start;
    for part in line[start..].split_inclusive(|c: char| !c.is_alphabetic()) {
        let word = part.trim_end_matches(|c: char| !c.is_alphabetic());
        if !word.is_empty() && is_possible(&word.to_lowercase()) {
            out.push((at, at + word.len()));
        }
        at += part.len();
    }
    out
}

/// What the rules on spelling mark: the bytes of the text.
fn marked(name: &str, text: &str) -> Vec<(usize, usize)> {
    let rules = ["confusable", "impossible-syllable", "keyboard", "doubled-word"];
    let found = check(name, text, &Templates::default());
    found
        .iter()
        .filter(|one| rules.contains(&one.code.name))
        .map(|one| (one.span.start, one.span.end))
        .collect()
}

#[derive(Default)]
struct Measured {
    slips: usize,
    found: usize,
    words: usize,
    alarms: usize,
    missed: Vec<String>,
}

/// One slip in each paragraph of five words and more, so many times over.
fn measure(plans: &[&Plan], rounds: usize) -> Measured {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut out = Measured::default();
    for plan in plans {
        let name = plan.path.to_str().unwrap();
        let before = marked(name, &plan.text);
        out.alarms += before.len();
        out.words += plan.text.lines().map(|line| words(line).len()).sum::<usize>();
        for _ in 0..rounds {
            let (mut text, mut places) = (String::new(), Vec::new());
            // The lines of one folded paragraph have one slip among them.
            let mut last_had = false;
            for line in plan.text.lines() {
                let begins = line.trim_start().starts_with("- ") || line.contains(": ");
                let all = words(line);
                let mut changed = None;
                if all.len() >= 5 && (begins || !last_had) {
                    let (start, end) = all[dice.below(all.len())];
                    let slip = SLIPS[dice.below(SLIPS.len())];
                    changed =
                        slipped(&line[start..end], slip, &mut dice).map(|made| (start, end, made, slip));
                }
                last_had = changed.is_some();
                match changed {
                    Some((start, end, made, slip)) => {
                        text.push_str(&line[..start]);
                        places.push((
                            text.len(),
                            text.len() + made.len(),
                            line.to_owned(),
                            made.clone(),
                            slip,
                        ));
                        text.push_str(&made);
                        text.push_str(&line[end..]);
                    }
                    None => text.push_str(line),
                }
                text.push('\n');
            }
            let found = marked(name, &text);
            for (start, end, line, made, slip) in places {
                out.slips += 1;
                if found.iter().any(|(from, to)| *from < end && start < *to) {
                    out.found += 1;
                } else {
                    out.missed.push(format!("{} {slip:?} {made}: {}", plan.name, line.trim()));
                }
            }
        }
    }
    out
}

#[test]
#[expect(clippy::print_stderr, reason = "a measure is to be read")]
fn slips_are_marked_and_right_words_are_not() {
    // Of a batch each row prints other paragraphs.
    let plans: Vec<&Plan> = documents().filter(|plan| !plan.text.contains("for_each:")).collect();
    let measured = measure(&plans, 8);
    let share = measured.found * 1000 / measured.slips;
    let shown: Vec<&String> = measured.missed.iter().step_by(measured.missed.len() / 12 + 1).collect();
    // Both numbers, for `cargo test --release -- --nocapture` and for who finds this failing.
    let said = format!(
        "{} of {} slips marked ({}.{} %), {} false alarms in {} words; missed such as {shown:#?}",
        measured.found,
        measured.slips,
        share / 10,
        share % 10,
        measured.alarms,
        measured.words
    );
    eprintln!("{said}");

    assert!(measured.slips > 2_000 && measured.words > 9_000, "{said}");
    assert!(share >= 900, "{said}");
    assert!(measured.alarms * 3_000 <= measured.words, "{said}");
}

/// A plan with one paragraph.
fn with(paragraph: &str) -> String {
    small("")
        .replace("objectives: [Bảo đảm sự phối hợp chặt chẽ.]", &format!("objectives: [\"{paragraph}\"]"))
}

/// The place of a slip is marked with `⟦…⟧`, which may take in its neighbour.
#[test]
fn slips_of_real_documents_are_marked() {
    let text = [
        "Bảo đảm sự ⟦phổi hợp⟧ chặt chẽ giữa các phòng.",
        "Các đơn vị ⟦tố chức⟧ thực hiện kế hoạch.",
        "Báo cáo ⟦Hội đổng⟧ nhân dân xã.",
        "Phòng Văn hóa và phòng ⟦Văn hỏa⟧ và Thể thao phối hợp.",
        "Lấy ý kiến của ⟦nhân đân⟧ trên địa bàn.",
        "Các phòng ⟦avf⟧ đơn vị phối hợp thực hiện.",
        "Các đồng chí Phó ⟦chỉ tịch⟧ chỉ đạo thực hiện.",
        "Biểu quyết bằng ⟦hành thức⟧ giơ tay.",
        "Lập danh sách người ⟦ứng cứ⟧ đại biểu.",
        "Hoàn thành trước ⟦ngáy 15⟧ tháng 10 năm 2026.",
        "Họp vào ⟦ngáy⟧ đầu tháng.",
        "Gửi về Ủy ban trước ngày 15 ⟦thang 10⟧ năm 2026.",
        "Thực hiện quyết định của ⟦Ban Ban⟧ Chỉ đạo xã.",
        "Hỗ trợ 300.000 đồng/⟦ngưười⟧/tháng.",
        "Phát huy vai trò ⟦tronglĩnh⟧ vực này.",
    ];
    for line in text {
        let start = line.find('⟦').unwrap();
        let plain = line.replace(['⟦', '⟧'], "");
        let slip = &line[start + '⟦'.len_utf8()..line.find('⟧').unwrap()];
        let plan = with(&plain);
        let at = plan.find(&plain).unwrap() + start;
        let found = marked("plan.yaml", &plan);
        let is_marked = found.iter().any(|(from, to)| *from < at + slip.len() && at < *to);
        assert!(is_marked, "{line}");
    }
}

/// "Thành uỷ" and "Thành ủy" are one body, wherever names are compared.
#[test]
fn both_places_of_a_tone_are_one_word() {
    let plan = with("Thực hiện Quyết định số 12-QĐ/TU ngày 14/7/2025 của Tỉnh uỷ về chuyển đổi số.")
        .replace("recipients: [Ủy ban nhân dân tỉnh]", "recipients: [Thành ủy, Thành uỷ]");
    let codes = |text: &str| -> Vec<&str> {
        check("plan.yaml", text, &Templates::default()).iter().map(|one| one.code.name).collect()
    };
    assert!(codes(&plan).contains(&"recipient-duplicate"), "{:?}", codes(&plan));
    for issuer in ["Tỉnh uỷ", "Tỉnh ủy", "Thành uỷ", "Thành ủy"] {
        let found = codes(&plan.replace("Tỉnh uỷ", issuer));
        assert!(!found.contains(&"cite-issuer"), "{issuer}: {found:?}");
    }
    assert!(codes(&plan.replace("Tỉnh uỷ", "Chính phủ")).contains(&"cite-issuer"));
}

#[test]
fn right_words_are_left_alone() {
    let text = [
        "Thành uỷ, Đảng ủy, Uỷ ban nhân dân, Ủy ban nhân dân; hoà giải và hòa giải.",
        "Căn cứ Nghị quyết của Thành uỷ và Thành ủy; Tỉnh uỷ, Huyện ủy.",
        "Làm panô, makét, pa nô, áp phích; ôxy, axít, sôcôla; tổ chức xêmina.",
        "Ủy ban nhân dân xã Phố Bảng Về việc thực hiện.",
        "Hồ sơ chuẩn bị cho đủ theo quy định; cho đủ điều kiện.",
        "Các xã Hải Lăng, Gio Linh, Vĩnh Định, A Dơi, Đakrông, Lìa, Tà Rụt.",
        "Đồng chí Nguyễn Văn Dũng, Hồ Thị Ky, Lê Bá Đại, Y Blang, Hồ Văn Vằn.",
        "Trồng keo, tràm, sắn; nuôi ốc hương, cá chình, cá bớp, vịt trời.",
        "Điểm a, b, c khoản 1; chương II, khóa XVI; 15 km, 20 kg, 30 m2, 40 ml.",
        "Ứng dụng website, fanpage, Zalo, email, internet, wifi, camera.",
        "Thôn Trầm, bản Cù Bai, khóm Ka Tăng, tổ dân phố số 5.",
        "KẾ HOẠCH PHÒNG, CHỐNG THIÊN TAI; UBND XÃ; HĐND TỈNH; BCH ĐẢNG BỘ.",
        "Bảo tồn chiêng, đàn ta lư, lễ hội Ariêu Piing, múa rối nước, bài chòi.",
    ];
    for line in text {
        let plan = with(line);
        let found = marked("plan.yaml", &plan);
        let shown: Vec<&str> = found.iter().map(|(from, to)| &plan[*from..*to]).collect();
        assert!(found.is_empty(), "{line}: {shown:?}");
    }
}
