//! Lengths. One integer type in English Metric Units, in which a millimetre, a point and a twip
//! are all whole numbers, so that no conversion rounds.

use serde::Serialize;

/// A length in EMU: 36,000 to the millimetre, 12,700 to the point, 635 to the twip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Length(i64);

impl Length {
    /// No length.
    pub const ZERO: Self = Self(0);

    /// From whole millimetres.
    pub const fn mm(mm: i64) -> Self {
        Self(mm * 36_000)
    }

    /// From whole points (1/72 inch).
    pub const fn pt(pt: i64) -> Self {
        Self(pt * 12_700)
    }

    /// So many half points, in which a word processor counts sizes of letters.
    pub const fn half_points(half_points: i64) -> Self {
        Self::twips(half_points * 10)
    }

    /// From twips (1/20 point).
    pub const fn twips(twips: i64) -> Self {
        Self(twips * 635)
    }

    /// From millimetres with a fraction, to the nearest EMU.
    pub fn from_mm(mm: f64) -> Self {
        Self((mm * 36_000.0).round() as i64)
    }

    /// From points with a fraction, to the nearest EMU.
    pub fn from_pt(pt: f64) -> Self {
        Self((pt * 12_700.0).round() as i64)
    }

    /// In EMU.
    pub const fn to_emu(self) -> i64 {
        self.0
    }

    /// In points.
    pub fn to_pt(self) -> f64 {
        self.0 as f64 / 12_700.0
    }

    /// In millimetres.
    pub fn to_mm(self) -> f64 {
        self.0 as f64 / 36_000.0
    }

    /// In twips, to the nearest.
    pub const fn to_twips(self) -> i64 {
        (self.0 + if self.0 < 0 { -317 } else { 317 }) / 635
    }

    /// In half-points, to the nearest: the unit of font sizes in OOXML.
    pub const fn to_half_points(self) -> i64 {
        (self.0 + 3_175) / 6_350
    }

    /// Rounded up to a whole twip, so that what was measured to fit still fits in a DOCX.
    pub const fn ceil_twip(self) -> Self {
        Self((self.0 + 634).div_euclid(635) * 635)
    }

    /// Scaled by a factor, to the nearest EMU.
    pub fn scale(self, factor: f64) -> Self {
        Self((self.0 as f64 * factor).round() as i64)
    }
}

impl std::ops::Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::ops::Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl std::iter::Sum for Length {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, std::ops::Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::Length;

    #[test]
    fn conversions_are_exact() {
        assert_eq!(Length::pt(6).to_twips(), 120);
        assert_eq!(Length::mm(10).to_twips(), 567);
        assert_eq!(Length::pt(14).to_half_points(), 28);
        assert_eq!(Length::from_pt(13.5).to_half_points(), 27);
        assert_eq!(Length::from_mm(12.7), Length::twips(720));
        assert_eq!(Length::twips(7).ceil_twip(), Length::twips(7));
        assert_eq!((Length::twips(7) + Length(1)).ceil_twip(), Length::twips(8));
    }
}
