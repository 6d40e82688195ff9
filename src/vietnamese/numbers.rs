//! A number read out in Vietnamese.

use std::iter::repeat_n;

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// So many digits are read, in groups of three; more would not fit into a `u128`.
const MAX_DIGITS: usize = 36;
const MAX_GROUPS: u32 = 12;

/// A decimal number ("224", "-15", "1234567.5") read out, in small letters; `None` for what is no such number,
/// and for one of more than 36 digits as it is written.
///
/// The words are those of the resolutions on the state budget: "linh", "nghìn", "tư" and "lăm" after "mươi", and
/// "tỷ" once behind all that it counts ("một triệu không trăm ba mươi tư nghìn hai trăm bốn mươi tư tỷ"). Zeros
/// that change nothing, at either end, are not read. The fraction is read as a number, but digit by digit where
/// it begins with zero: 2.25 is "hai phẩy hai mươi lăm" and 2.05 is "hai phẩy không năm".
pub fn number_in_words(number: &str) -> Option<String> {
    let unsigned = number.strip_prefix(['-', '+']).unwrap_or(number);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    let written = number.bytes().filter(u8::is_ascii_digit).count();
    if !is_digits(whole) || !is_digits(fraction) || written > MAX_DIGITS {
        return None;
    }
    let whole = whole.parse().ok()?;
    let fraction = fraction.trim_end_matches('0');

    let mut words = Vec::new();
    // "-0" is no negative number.
    if number.starts_with('-') && (whole > 0 || !fraction.is_empty()) {
        words.push("âm");
    }
    read(whole, &mut words);
    if !fraction.is_empty() {
        words.push("phẩy");
    }
    if fraction.starts_with('0') {
        // Read as a number, 2.05 would sound like 2.5.
        words.extend(fraction.bytes().map(|c| DIGITS[usize::from(c - b'0')]));
    } else if !fraction.is_empty() {
        read(fraction.parse().ok()?, &mut words);
    }
    Some(words.join(" "))
}

/// Reads a whole number. Groups that are zero are left out: 1000005 is "một triệu không trăm linh năm".
fn read(number: u128, words: &mut Vec<&'static str>) {
    let start = words.len();
    for group in (0..MAX_GROUPS).rev() {
        let from_here = number / 1000_u128.pow(group);
        let (digits, counted) = ((from_here % 1000) as usize, from_here % 1_000_000_000);
        if digits > 0 {
            read_group(digits, words.len() > start, words);
        }
        match group % 3 {
            // Not "một nghìn tỷ hai trăm tỷ": "tỷ" waits for the last of the three groups that it counts.
            0 if counted > 0 => words.extend(repeat_n("tỷ", group as usize / 3)),
            1 if digits > 0 => words.push("nghìn"),
            2 if digits > 0 => words.push("triệu"),
            _ => {}
        }
    }
    if number == 0 {
        words.push(DIGITS[0]);
    }
}

/// Reads three digits. Within a number ("inner"), the hundreds are read even where there are none, for "một
/// nghìn hai mươi" would leave open where the twenty stands.
fn read_group(group: usize, inner: bool, words: &mut Vec<&'static str>) {
    let (hundreds, tens, units) = (group / 100, group / 10 % 10, group % 10);
    let with_hundreds = inner || hundreds > 0;
    if with_hundreds {
        words.extend([DIGITS[hundreds], "trăm"]);
    }
    match tens {
        0 if with_hundreds && units > 0 => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([DIGITS[tens], "mươi"]),
    }
    match (tens, units) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(DIGITS[units]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_all(cases: &[(&str, &str)]) {
        for (number, words) in cases {
            assert_eq!(number_in_words(number).as_deref(), Some(*words), "{number}");
        }
    }

    #[test]
    fn tens_and_units_change_each_other() {
        assert_all(&[
            ("0", "không"),
            ("4", "bốn"),
            ("5", "năm"),
            ("10", "mười"),
            ("11", "mười một"),
            ("14", "mười bốn"),
            ("15", "mười lăm"),
            ("20", "hai mươi"),
            ("21", "hai mươi mốt"),
            ("24", "hai mươi tư"),
            ("25", "hai mươi lăm"),
            ("34", "ba mươi tư"),
            ("44", "bốn mươi tư"),
            ("55", "năm mươi lăm"),
            ("65", "sáu mươi lăm"),
            ("91", "chín mươi mốt"),
            ("101", "một trăm linh một"),
            ("104", "một trăm linh bốn"),
            ("105", "một trăm linh năm"),
            ("110", "một trăm mười"),
            ("115", "một trăm mười lăm"),
            ("224", "hai trăm hai mươi tư"),
            ("555", "năm trăm năm mươi lăm"),
        ]);
    }

    #[test]
    fn empty_hundreds_are_read_and_empty_groups_are_not() {
        assert_all(&[
            ("1001", "một nghìn không trăm linh một"),
            ("1021", "một nghìn không trăm hai mươi mốt"),
            ("2026", "hai nghìn không trăm hai mươi sáu"),
            ("10005", "mười nghìn không trăm linh năm"),
            ("21000", "hai mươi mốt nghìn"),
            ("100000", "một trăm nghìn"),
            ("1000000", "một triệu"),
            ("1000005", "một triệu không trăm linh năm"),
            ("1250000", "một triệu hai trăm năm mươi nghìn"),
            ("1000000000", "một tỷ"),
            ("1000000001", "một tỷ không trăm linh một"),
            ("1250000000", "một tỷ hai trăm năm mươi triệu"),
        ]);
    }

    #[test]
    fn ty_stands_once_behind_what_it_counts() {
        assert_all(&[
            ("1000000000000", "một nghìn tỷ"),
            ("1034244000000000", "một triệu không trăm ba mươi tư nghìn hai trăm bốn mươi tư tỷ"),
            ("5000000000000007", "năm triệu tỷ không trăm linh bảy"),
            ("1000000000000000000", "một tỷ tỷ"),
            ("1200000000003000000000", "một nghìn hai trăm tỷ tỷ không trăm linh ba tỷ"),
            ("1000000000000000000000000000", "một tỷ tỷ tỷ"),
        ]);
        let longest = number_in_words(&"9".repeat(36)).unwrap_or_default();
        assert!(
            longest.starts_with("chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm")
        );
        assert_eq!(longest.matches("tỷ").count(), 6);
    }

    #[test]
    fn signs_fractions_and_idle_zeros() {
        assert_all(&[
            ("-15", "âm mười lăm"),
            ("+5", "năm"),
            ("-0", "không"),
            ("-0.0", "không"),
            ("000", "không"),
            ("007", "bảy"),
            ("2.0", "hai"),
            ("2.50", "hai phẩy năm"),
            ("-0.5", "âm không phẩy năm"),
            ("3.14", "ba phẩy mười bốn"),
            ("2.05", "hai phẩy không năm"),
            ("0.015", "không phẩy không một năm"),
            ("1234567.5", "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy phẩy năm"),
        ]);
    }

    #[test]
    fn other_texts_are_no_numbers() {
        let long = "0".repeat(37);
        for text in
            ["", "-", ".", "5.", ".5", "--5", "-+5", "5-", "1.2.3", "1,5", "1e5", " 1", "٣", "½", &long]
        {
            assert_eq!(number_in_words(text), None, "{text}");
        }
    }
}
