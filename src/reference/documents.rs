//! Well-known documents: `documents.csv`.

use crate::vietnamese::folded;

use std::sync::LazyLock;

use chrono::NaiveDate;

const TABLE: &str = include_str!("documents.csv");

/// A document and when it was in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownDocument {
    /// Số, ký hiệu.
    pub number: &'static str,
    /// Tên loại.
    pub kind: &'static str,
    /// The name, for a law the words after "Luật".
    pub name: &'static str,
    /// Ngày ban hành.
    pub issued: NaiveDate,
    /// First day in force, where it was found; the day of issue otherwise.
    pub in_force: NaiveDate,
    /// First day no longer in force; none: in force, or not known.
    pub ended: Option<NaiveDate>,
    /// The document in its place, or that amended it.
    pub by: Option<&'static str>,
    /// Whether it ended with the period that it was made for.
    pub period_ended: bool,
}

static DOCUMENTS: LazyLock<Vec<KnownDocument>> =
    LazyLock::new(|| TABLE.lines().skip(1).filter_map(row).collect());

fn row(line: &'static str) -> Option<KnownDocument> {
    let cells: Vec<&str> = line.split(';').collect();
    let [number, kind, name, _issuer, issued, in_force, ended, by, relation, _source, _looked_up] = cells[..]
    else {
        return None;
    };
    let issued: NaiveDate = issued.parse().ok()?;
    Some(KnownDocument {
        number,
        kind,
        name,
        issued,
        in_force: in_force.parse().unwrap_or(issued),
        ended: ended.parse().ok(),
        by: (!by.is_empty()).then_some(by),
        period_ended: relation == "period-ended",
    })
}

/// The document with this number. Numbers without a year come back every year, so the year must be
/// known to be its.
pub(crate) fn numbered(number: &str, year: Option<i32>) -> Option<&'static KnownDocument> {
    use chrono::Datelike;
    let says_year =
        number.split('/').nth(1).is_some_and(|part| part.len() == 4 && part.parse::<i32>().is_ok());
    DOCUMENTS.iter().find(|one| one.number == number && (says_year || year == Some(one.issued.year())))
}

/// The first document with this number, whatever its year.
pub(crate) fn numbered_any(number: &str) -> Option<&'static KnownDocument> {
    DOCUMENTS.iter().find(|one| one.number == number)
}

/// The law of this kind ("luật") and name, issued in this year, on this day if it is given. None
/// where several laws are meant.
pub(crate) fn law(
    kind: &str,
    name: &str,
    year: i32,
    day: Option<NaiveDate>,
) -> Option<&'static KnownDocument> {
    use chrono::Datelike;
    let name = folded(name);
    let same = |one: &&KnownDocument| {
        one.kind.to_lowercase() == kind && folded(one.name) == name && one.issued.year() == year
    };
    let all: Vec<&KnownDocument> = DOCUMENTS.iter().filter(same).collect();
    match all[..] {
        [only] => Some(only),
        _ => all.into_iter().find(|one| Some(one.issued) == day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(DOCUMENTS.len(), TABLE.lines().count() - 1);
        assert!(DOCUMENTS.len() >= 50);
        for (line, one) in TABLE.lines().skip(1).zip(DOCUMENTS.iter()) {
            let cells: Vec<&str> = line.split(';').collect();
            assert!(cells[9].len() > 10 && cells[10].parse::<NaiveDate>().is_ok(), "{line}: source and day");
            assert!(
                one.issued <= one.in_force && one.ended.is_none_or(|ended| ended > one.in_force),
                "{line}"
            );
        }
        assert!(DOCUMENTS.windows(2).all(|two| two[0].issued <= two[1].issued), "sorted by date of issue");
    }

    #[test]
    fn what_replaced_a_document_was_in_force_when_it_ended() {
        for line in TABLE.lines().skip(1) {
            let cells: Vec<&str> = line.split(';').collect();
            let (ended, by) = (cells[6].parse::<NaiveDate>().ok(), numbered_any(cells[7]));
            let holds = match cells[8] {
                "replaced" => by.zip(ended).is_some_and(|(by, ended)| by.in_force <= ended),
                "period-ended" => ended.is_some() && (by.is_some() || cells[7].is_empty()),
                "amended" => ended.is_none() && !cells[7].is_empty(),
                _ => cells[6..9].iter().all(|cell| cell.is_empty()),
            };
            assert!(holds, "{line}");
        }
    }

    #[test]
    fn numbers_that_come_back_need_their_year() {
        assert!(numbered("1600/QĐ-TTg", Some(2016)).is_some());
        assert!(numbered("1600/QĐ-TTg", Some(2024)).is_none() && numbered("1600/QĐ-TTg", None).is_none());
        assert!(numbered("30/2020/NĐ-CP", None).is_some());
        assert_eq!(law("luật", "Hợp tác xã", 2012, None).map(|one| one.number), Some("23/2012/QH13"));
        // The Party's begin anew with each term.
        assert!(numbered("20-NQ/TW", Some(2022)).is_some() && numbered("20-NQ/TW", Some(2017)).is_none());
    }
}
