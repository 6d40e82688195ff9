//! How phần, mục and điểm are counted.

/// The letters of điểm, in the order the decree itself uses (P1.II.6.đ.5).
const LETTERS: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v",
    "x", "y",
];

/// The letter of the `n`-th điểm, from 1; past "y" it goes on with two letters ("aa", "ab").
pub fn point_letter(n: usize) -> String {
    let index = n.saturating_sub(1);
    match index.checked_sub(LETTERS.len()) {
        None => LETTERS[index].to_owned(),
        Some(rest) => format!("{}{}", point_letter(rest / LETTERS.len() + 1), LETTERS[rest % LETTERS.len()]),
    }
}

/// A Roman number, in capitals.
pub fn roman(mut n: usize) -> String {
    const PARTS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (value, letters) in PARTS {
        while n >= value {
            out.push_str(letters);
            n -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_follow_the_vietnamese_order() {
        let first: Vec<_> = (1..=8).map(point_letter).collect();
        assert_eq!(first, ["a", "b", "c", "d", "đ", "e", "g", "h"]);
        assert_eq!(point_letter(23), "y");
        assert_eq!(point_letter(24), "aa");
        assert_eq!(point_letter(46), "ay");
        assert_eq!(point_letter(47), "ba");
    }

    #[test]
    fn roman_numbers() {
        let some: Vec<_> = [1, 4, 9, 14, 40, 1994].into_iter().map(roman).collect();
        assert_eq!(some, ["I", "IV", "IX", "XIV", "XL", "MCMXCIV"]);
    }
}
