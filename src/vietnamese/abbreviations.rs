//! Abbreviations of offices, and the slips of the hand in them: "UBDN", "HDDND", "HDND".

/// Abbreviations that hardly any document is without.
const FREQUENT: [&str; 3] = ["UBND", "HĐND", "MTTQ"];

/// Further ones, of four letters or more.
const LONG: [&str; 51] = [
    "UBMTTQVN", "MTTQVN", "UBMTTQ", "LMHTX", "TTHC", "VPĐP", "LĐLĐ", "LĐTBXH", "GDĐT", "KHĐT", "HĐQT",
    "HĐTV", "QĐND", "CAND", "TAND", "VKSND", "CNTT", "NSNN", "NSTW", "NSĐP", "KTXH", "ANQP", "QPAN", "TNMT",
    "NNMT", "NNPTNT", "VHTT", "DTTS", "OCOP", "TNCS", "TNXP", "LHPN", "ATTP", "PCCC", "BHYT", "BHXH", "BHTN",
    "GPMB", "QSDĐ", "ANTT", "VHXH", "KHCN", "ĐBQH", "TTATGT", "ATGT", "CCHC", "UBKT", "THCS", "THPT", "BVMT",
    "QLDA",
];

/// Those of three letters: too many others are one slip away from them.
const SHORT: [&str; 3] = ["BCĐ", "HTX", "NTM"];

/// Abbreviations of their own, though they look like a slip in one of the above.
const OTHER: [&str; 45] = [
    "ACC", "ATP", "BCH", "BHNT", "BND", "BTN", "BYT", "CADN", "CHCC", "COOP", "CCC", "HDTV", "HND", "HTCS",
    "HTPT", "HĐBN", "HĐD", "HĐNC", "HĐNS", "HĐTQ", "KCN", "KHNC", "LHTX", "MTT", "MTTW", "NCTT", "NMNT",
    "NNN", "NNTM", "NTMT", "PCC", "QSD", "TADN", "TCNS", "THTC", "TKCN", "TMNT", "TNP", "TTCH", "TTQ", "TTS",
    "TTTHC", "VTHT", "ĐHQT", "ĐHTV",
];

/// The abbreviation that is meant by a misspelt one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meant {
    /// As it is written rightly.
    pub name: &'static str,
    /// Whether nothing else is likely. Otherwise the document should have the right one elsewhere.
    pub is_sure: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Misspelling {
    /// "HDND", "HDDND", "UBNĐ": D and Đ.
    Stroke,
    /// "Ubnd", "UBNd", "ubnd".
    Capitals,
    /// "UBDN", "UUBND".
    SwappedOrDoubled,
    /// "UBN".
    Dropped,
    /// "UBMD": the key beside.
    OtherKey,
}

/// The abbreviation that this one most likely is; none for one that is right, as far as is known.
pub(crate) fn meant_abbreviation(written: &str) -> Option<Meant> {
    let all = || FREQUENT.iter().chain(&LONG).chain(&SHORT).copied();
    if OTHER.contains(&written) || all().any(|name| name == written) {
        return None;
    }
    let letters: Vec<char> = written.chars().collect();
    if !(3..=9).contains(&letters.len()) {
        return None;
    }
    let in_small = !letters.iter().any(|c| c.is_uppercase());
    all().find_map(|name| {
        let right: Vec<char> = name.chars().collect();
        let slip = slip(&letters, &right)?;
        let is_frequent = FREQUENT.contains(&name);
        let is_sure = match slip {
            // In small letters only these are no words.
            Misspelling::Capitals if in_small && !is_frequent => return None,
            Misspelling::Capitals => true,
            // A stroke is rather lost than typed where there is none.
            Misspelling::Stroke => is_frequent || name.contains('Đ'),
            Misspelling::SwappedOrDoubled => right.len() > 3,
            // Three letters are left of most abbreviations by chance.
            Misspelling::Dropped if right.len() < 5 && !is_frequent => return None,
            Misspelling::Dropped => right.len() > 4 || is_frequent && !written.starts_with("HĐ"),
            Misspelling::OtherKey if !is_frequent => return None,
            Misspelling::OtherKey => false,
        };
        Some(Meant { name, is_sure })
    })
}

fn slip(written: &[char], right: &[char]) -> Option<Misspelling> {
    let upper: Vec<char> = written.iter().flat_map(|c| c.to_uppercase()).collect();
    if upper != written {
        return (upper == right).then_some(Misspelling::Capitals);
    }
    if is_stroke(written, right) {
        return Some(Misspelling::Stroke);
    }
    let (long, short) = (right.len(), written.len());
    if long.abs_diff(short) > 1 {
        return None;
    }
    let head = right.iter().zip(written).take_while(|(a, b)| a == b).count();
    let tail = right.iter().rev().zip(written.iter().rev()).take_while(|(a, b)| a == b).count();
    let is_swapped = long == short
        && head + tail + 2 == long
        && right[head] == written[head + 1]
        && right[head + 1] == written[head];
    let is_doubled =
        short == long + 1 && head + tail >= long && head > 0 && written[head] == written[head - 1];
    let is_dropped = short + 1 == long && head + tail >= short;
    let is_beside = || long == short && head + tail + 1 == long && beside(right[head], written[head]);
    match (is_swapped || is_doubled, is_dropped) {
        (true, _) => Some(Misspelling::SwappedOrDoubled),
        (_, true) => Some(Misspelling::Dropped),
        _ => is_beside().then_some(Misspelling::OtherKey),
    }
}

/// Whether they differ by the strokes of Đ alone, or by DD for Đ, which is how Telex types it.
fn is_stroke(written: &[char], right: &[char]) -> bool {
    let bare =
        |letters: &[char]| -> String { letters.iter().map(|c| if *c == 'Đ' { 'D' } else { *c }).collect() };
    let typed: String = written.iter().collect();
    bare(written) == bare(right) || typed.replace("DD", "Đ").chars().eq(right.iter().copied())
}

/// Whether two keys lie beside each other.
fn beside(one: char, other: char) -> bool {
    const ROWS: [&str; 3] = ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"];
    ROWS.iter().any(|row| row.find(one).zip(row.find(other)).is_some_and(|(a, b)| a.abs_diff(b) == 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_in_frequent_abbreviations_are_found() {
        for (written, name) in [
            ("HDND", "HĐND"),
            ("HDDND", "HĐND"),
            ("HĐDN", "HĐND"),
            ("HĐNĐ", "HĐND"),
            ("UBDN", "UBND"),
            ("UUBND", "UBND"),
            ("UBNDD", "UBND"),
            ("UBNĐ", "UBND"),
            ("UBN", "UBND"),
            ("UBNd", "UBND"),
            ("Ubnd", "UBND"),
            ("ubnd", "UBND"),
            ("MTQT", "MTTQ"),
            ("MTTTQ", "MTTQ"),
            ("TTHHC", "TTHC"),
            ("UBMTQ", "UBMTTQ"),
            ("LĐTBX", "LĐTBXH"),
            ("GDDT", "GDĐT"),
            ("GĐĐT", "GDĐT"),
            ("BCD", "BCĐ"),
            ("VPDP", "VPĐP"),
        ] {
            assert_eq!(meant_abbreviation(written), Some(Meant { name, is_sure: true }), "{written}");
        }
    }

    #[test]
    fn what_may_be_another_one_is_less_sure() {
        for (written, name) in [("UBMD", "UBND"), ("HXT", "HTX"), ("NTMM", "NTM"), ("HĐN", "HĐND")] {
            assert_eq!(meant_abbreviation(written), Some(Meant { name, is_sure: false }), "{written}");
        }
    }

    #[test]
    fn right_abbreviations_are_left_alone() {
        let right = "KHHT THT KCNC BCH NVH PCT GUQ GNP GGT TNHH XYZ HTXNN BCHTW BTV BTC BQL BQP BCA MTTW \
                     HĐTN HĐNT HĐKH HĐGD HĐSP CĐS DVC VHTTDL GDNN HCC PVHCC BNV BTP BXD BCT BKHCN \
                     BNNMT BVHTTDL BDTTG DTTG TTg CTr TTr QyĐ ThS TrS TNHS HĐLĐ HĐLV KBNN NHCSXH CSXH BĐBP \
                     BĐD BTTQ TTYT TTDVNN TTVH TTHTCĐ KTHT KTTC TCKH TCHC NVK PGS THADS VKS TAQS CATP PA \
                     ĐVHC ĐTN ĐTNCS HCCB CCB HLHPN HND HNDVN LHH LHTX QTDND CSDL CSDLQG DLCN ATTT ANM CCCD \
                     CCVC CBCC NLĐ CNVCLĐ BHXHVN BHXHTN TTLT VBHN NQLT UBTVQH UBBC UBDT UBNN UBKTTW BTGDV \
                     BTCTU KTNN TTCP VPCP VPQH VPTU ĐUK ĐU HU TU BCSĐ CTMTQG MTQG KCN KKT CCN GTNT TTCN KDC \
                     TDP KP NVL SXKD SKKN GVCN HSSV THCN CĐ ĐH QLNN QLTT QLĐĐ ĐKĐĐ VPĐK VPĐKĐĐ GCN QSH TSGL \
                     XDCB ĐTC ĐTXD BTCT VSATTP VSMT BVTV TYTS KHKT PTNT NLTS TTBVTV PCLB PCTT TKCN PCTN PTDS";
        for written in right.split_whitespace() {
            assert_eq!(meant_abbreviation(written), None, "{written}");
        }
    }
}
