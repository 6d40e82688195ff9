//! Decimal numbers, exact, and as Vietnamese writes them.

/// A decimal number, exactly: `digits` / 10^`scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    digits: i128,
    scale: u32,
}

/// What may stand behind an amount.
const CURRENCIES: [&str; 6] = ["đồng", "vnđ", "vnd", "đ.", "₫", "đ"];

/// Below this, sums over any table stay exact.
const MAX_DIGITS: i128 = 10i128.pow(18);

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { digits: 0, scale: 0 };

    /// Reads "1234567.5" or "-3".
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
        let scale = u32::try_from(fraction.len()).ok().filter(|scale| *scale <= 12)?;
        (fraction.bytes().all(|b| b.is_ascii_digit()) && digits.abs() < MAX_DIGITS)
            .then_some(Self { digits, scale })
    }

    /// Reads an amount in Vietnamese grouping, "1.250.000" or "1.250.000,5": one to three digits that do not begin
    /// with 0, then groups of exactly three behind points. Beside it: whether there is a single group, which may
    /// also be meant as a fraction.
    pub fn grouped(text: &str) -> Option<(Self, bool)> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = unsigned.split_once(',').unwrap_or((unsigned, ""));
        let mut groups = whole.split('.');
        let first = groups.next()?;
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let (mut count, mut all_three) = (0, true);
        for group in groups {
            count += 1;
            all_three &= group.len() == 3 && digits(group);
        }
        let has_fraction = unsigned.contains(',');
        let is_amount = (1..=3).contains(&first.len())
            && digits(first)
            && !first.starts_with('0')
            && count > 0
            && all_three
            && (!has_fraction || digits(fraction));
        if !is_amount {
            return None;
        }
        let sign = if text.starts_with('-') { "-" } else { "" };
        let plain = format!("{sign}{}.{fraction}", whole.replace('.', ""));
        Some((Self::parse(plain.trim_end_matches('.'))?, count == 1 && !has_fraction))
    }

    /// Reads a number as Vietnamese writes it: "1.250.000", "1250000", "7,50". None where zeros stand before it: that
    /// is a code.
    pub fn written(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let is_code = unsigned.starts_with('0') && unsigned.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
        if is_code || !unsigned.starts_with(|c: char| c.is_ascii_digit()) || unsigned.ends_with(',') {
            return None;
        }
        match Self::grouped(text) {
            Some((number, _)) => Some(number),
            None if text.contains('.') => None,
            None => Self::parse(&text.replacen(',', ".", 1)),
        }
    }

    /// Reads what a person takes for a number: as [`Self::written`], with a point in the place of the comma, behind
    /// it a currency or a per cent sign, in brackets where it is below zero.
    pub fn counted(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(inside) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
            let number = Self::counted(inside).filter(|number| number.digits > 0)?;
            return Some(Self { digits: -number.digits, ..number });
        }
        if let Some(share) = text.strip_suffix('%') {
            let number = Self::counted(share)?;
            return Some(Self { scale: number.scale + 2, ..number });
        }
        let small = text.to_lowercase();
        let bare = CURRENCIES.iter().find_map(|unit| small.strip_suffix(unit)).unwrap_or(&small).trim_end();
        let digits = bare.strip_prefix('-').unwrap_or(bare);
        // "08" is a code; "0.8" is none.
        let is_code = digits.starts_with('0') && digits.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
        let is_plain = digits.starts_with(|c: char| c.is_ascii_digit()) && !is_code;
        Self::written(bare).or_else(|| Self::parse(bare).filter(|_| is_plain))
    }

    /// As a machine reads it: "-1234567.50".
    pub fn plain(self) -> String {
        self.to_string().replace('.', "").replace(',', ".")
    }

    /// Whether both are the same number, however they are written: 1.50 and 1.5.
    pub fn equals(self, other: Self) -> bool {
        let minus = Self { digits: -other.digits, ..other };
        self.plus(minus).digits == 0
    }

    /// Ten times the number, so many times over.
    pub(crate) fn shifted(self, places: u32) -> Self {
        match self.scale.checked_sub(places) {
            Some(scale) => Self { scale, ..self },
            None => Self { digits: self.digits * 10i128.pow(places - self.scale), scale: 0 },
        }
    }

    /// Rounded to so many digits behind the comma, half away from zero; zeros fill them.
    pub(crate) fn rounded(self, scale: u32) -> Self {
        if scale >= self.scale {
            return Self { digits: self.digits * 10i128.pow(scale - self.scale), scale };
        }
        let unit = 10i128.pow(self.scale - scale);
        let half = if self.digits < 0 { -unit / 2 } else { unit / 2 };
        Self { digits: (self.digits + half) / unit, scale }
    }

    /// Without zeros at the end of the fraction.
    pub(crate) fn trimmed(self) -> Self {
        let mut out = self;
        while out.scale > 0 && out.digits % 10 == 0 {
            out = Self { digits: out.digits / 10, scale: out.scale - 1 };
        }
        out
    }

    /// The sum; the scale is the larger one's.
    pub fn plus(self, other: Self) -> Self {
        let scale = self.scale.max(other.scale);
        let at = |one: Self| one.digits * 10i128.pow(scale - one.scale);
        Self { digits: at(self) + at(other), scale }
    }
}

/// In Vietnamese style: 1.234.567,5.
impl std::fmt::Display for Decimal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digits = format!("{:0>width$}", self.digits.abs(), width = self.scale as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - self.scale as usize);
        if self.digits < 0 {
            out.write_str("-")?;
        }
        for (i, digit) in whole.char_indices() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                out.write_str(".")?;
            }
            write!(out, "{digit}")?;
        }
        if fraction.is_empty() { Ok(()) } else { write!(out, ",{fraction}") }
    }
}

/// A number in Vietnamese style: "45000000" → "45.000.000". `None` for what is no number, and for a text
/// such as "45.000", which is forty-five thousand to a reader and forty-five to a machine.
pub(crate) fn grouped(number: &str, is_text: bool) -> Option<String> {
    let looks_grouped = number.split('.').skip(1).all(|group| group.len() == 3) && number.contains('.');
    Decimal::parse(number).filter(|_| !(is_text && looks_grouped)).map(|number| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn what_a_person_takes_for_a_number() {
        for (text, plain) in [
            ("120", "120"),
            ("0", "0"),
            ("5.000.000", "5000000"),
            ("20.000.000 đ", "20000000"),
            ("1.250 đồng", "1250"),
            ("350000VNĐ", "350000"),
            ("7,5", "7.5"),
            ("7.5", "7.5"),
            ("0,25", "0.25"),
            ("0.25", "0.25"),
            ("12,5%", "0.125"),
            ("(1.500.000)", "-1500000"),
            ("-3,5", "-3.5"),
        ] {
            assert_eq!(Decimal::counted(text).map(Decimal::plain).as_deref(), Some(plain), "{text}");
        }
        for other in [
            "",
            "08",
            "00.5",
            "007",
            "-",
            "đ",
            "xã 5",
            "5 xã",
            "1,2,3",
            "1.2.3",
            "12/2026",
            "5 triệu",
            "7,",
            "+7",
        ] {
            assert_eq!(Decimal::counted(other), None, "{other}");
        }
    }

    #[test]
    fn amounts_are_read_as_vietnamese_groups_them() {
        let read = |text| Decimal::grouped(text).map(|(number, single)| (number.to_string(), single));
        assert_eq!(read("1.250"), Some(("1.250".to_owned(), true)));
        assert_eq!(read("-12.500.000"), Some(("-12.500.000".to_owned(), false)));
        assert_eq!(read("1.250.000,75"), Some(("1.250.000,75".to_owned(), false)));
        for other in
            ["1250", "0.250", "1.25", "1.2500", "1.250.00", "1.250 đ", "", ".250", "1.250,", "1234.567"]
        {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
