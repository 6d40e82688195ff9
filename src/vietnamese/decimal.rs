//! Decimal numbers, exact, and as Vietnamese writes them.

/// A decimal number, exactly: `digits` / 10^`scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    digits: i128,
    scale: u32,
}

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

    /// Whether both are the same number, however they are written: 1.50 and 1.5.
    pub fn equals(self, other: Self) -> bool {
        let minus = Self { digits: -other.digits, ..other };
        self.plus(minus).digits == 0
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
pub fn grouped(number: &str, is_text: bool) -> Option<String> {
    let looks_grouped = number.split('.').skip(1).all(|group| group.len() == 3) && number.contains('.');
    Decimal::parse(number).filter(|_| !(is_text && looks_grouped)).map(|number| number.to_string())
}
