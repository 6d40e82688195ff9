//! Căn cứ and viện dẫn: several in one entry, decrees on other documents, dates in two ways.

use kehoach::diag::Diagnostic;
use kehoach::templates::Templates;

use crate::common::{check, fix, small};

fn found(plan: &str, code: &str) -> Vec<Diagnostic> {
    let all = check("a.yaml", plan, &Templates::default());
    all.into_iter().filter(|one| one.code.name == code).collect()
}

/// A plan of 2026 with these lines in place of its căn cứ, or after its end.
fn with_basis(lines: &str) -> String {
    let plan = small("");
    let (before, after) = plan.split_once("legal_basis:").unwrap_or((&plan, ""));
    let rest = after.split_once('\n').map(|(_, rest)| rest).unwrap_or_default();
    format!("{before}{rest}legal_basis:\n{lines}\n")
}

fn with_text(text: &str) -> String {
    small(&format!("sections: [{{title: Nội dung, items: ['{text}']}}]\n"))
}

#[test]
fn several_can_cu_in_one_entry_are_told_once() {
    const LAW: &str = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025";
    const DECREE: &str =
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư";
    for (entry, wanted) in [
        (format!("- {LAW}; Căn cứ {DECREE}"), Some(("Căn cứ", 0))),
        (format!("- {LAW}; căn cứ {DECREE}"), Some(("căn cứ", 0))),
        (format!("- {LAW}. Căn cứ {DECREE}"), Some(("Căn cứ", 0))),
        (format!("- {LAW}; Căn cứ {DECREE}; Theo đề nghị của Chánh Văn phòng"), Some(("Căn cứ", 1))),
        (format!("- |\n  {LAW};\n  Căn cứ {DECREE};"), Some(("Căn cứ", 0))),
        (format!("- {LAW}; Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2025"), Some(("Luật Ngân sách", 0))),
        (format!("- {LAW}; {DECREE}"), Some(("Nghị định số 30", 0))),
        (
            "- {type: Quyết định, number: 1841/QĐ-UBND, date: 2025-07-14, issuer: UBND tỉnh, subject: về việc phân công địa bàn; Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024}".to_owned(),
            Some(("Căn cứ", 0)),
        ),
        // One căn cứ.
        (format!("- {LAW};"), None),
        (format!("- {LAW}; được sửa đổi, bổ sung bởi Luật Cán bộ, công chức ngày 24 tháng 6 năm 2025"), None),
        (format!("- {LAW}; Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu; Luật Đầu tư; Luật Hải quan ngày 25 tháng 6 năm 2025"), None),
        (format!("- Căn cứ {DECREE}; Nghị định số 31/2026/NĐ-CP ngày 05 tháng 3 năm 2026 của Chính phủ sửa đổi, bổ sung Nghị định số 30/2020/NĐ-CP"), None),
        ("- Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2025 của UBND tỉnh thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị; Nghị quyết số 03/NQ-CP ngày 09 tháng 01 năm 2025 của Chính phủ".to_owned(), None),
        ("- Căn cứ ý kiến của Sở Tài chính tại Công văn số 12/STC-NS ngày 05 tháng 01 năm 2026; Công văn số 15/STC-NS ngày 09 tháng 01 năm 2026".to_owned(), None),
        ("- Căn cứ Quyết định số 45/2025/QĐ-UBND ngày 05 tháng 3 năm 2025 của UBND tỉnh quy định định mức; căn cứ xác định giá; thực hiện công khai".to_owned(), None),
        ("- Căn cứ Thông tư số 01/2025/TT-BTC ngày 05 tháng 3 năm 2025 của Bộ Tài chính về giá; thẩm quyền; căn cứ Điều 5".to_owned(), None),
    ] {
        let plan = with_basis(&entry);
        match (&found(&plan, "basis-joined")[..], wanted) {
            ([one], Some((begins, more))) => {
                assert!(plan[one.span.start..].starts_with(begins), "{entry}: {}", &plan[one.span.start..]);
                assert_eq!(one.labels.len(), more, "{entry}");
            }
            ([], None) => {}
            (other, _) => panic!("{entry}: {} findings", other.len()),
        }
    }
}

#[test]
fn the_layout_of_administrative_documents_rests_on_decree_30() {
    const LONG: &str = "Nghị định số 78/2025/NĐ-CP ngày 01/4/2025 của Chính phủ quy định chi tiết một số điều và biện pháp để tổ chức, hướng dẫn thi hành Luật Ban hành văn bản quy phạm pháp luật";
    for (text, is_told) in [
        (format!("Thể thức, kỹ thuật trình bày văn bản thực hiện theo {LONG}."), true),
        ("Trình bày văn bản hành chính đúng thể thức theo Nghị định số 30/2020/NĐ-CP và Nghị định số 187/2025/NĐ-CP.".to_owned(), true),
        ("Soạn thảo theo Nghị định số 187/2025/NĐ-CP về kỹ thuật trình bày văn bản.".to_owned(), true),
        // For normative documents, or for something else.
        (format!("Thể thức văn bản quy phạm pháp luật thực hiện theo {LONG}."), false),
        (format!("Xây dựng văn bản quy phạm pháp luật đúng thẩm quyền. Thể thức theo {LONG}."), false),
        (format!("Lấy ý kiến nhân dân theo {LONG}."), false),
        ("Thể thức theo Nghị định số 30/2020/NĐ-CP; việc lấy ý kiến theo Nghị định số 78/2025/NĐ-CP.".to_owned(), false),
        ("Kiểm tra thể thức văn bản theo Nghị định số 30/2020/NĐ-CP, Nghị định số 78/2025/NĐ-CP.".to_owned(), false),
        ("Thể thức theo Nghị định số 178/2025/NĐ-CP.".to_owned(), false),
    ] {
        assert_eq!(found(&with_text(&text), "cite-layout-decree").len(), usize::from(is_told), "{text}");
    }
    let both = with_text(
        "Thể thức văn bản hành chính theo Nghị định số 78/2025/NĐ-CP, Nghị định số 187/2025/NĐ-CP.",
    );
    let [one] = &found(&both, "cite-layout-decree")[..] else { panic!("one finding") };
    assert_eq!(one.labels.len(), 1, "the second decree");
    // A plan for making normative documents, and a heading of one.
    let text = with_text("Thể thức theo Nghị định số 78/2025/NĐ-CP.");
    assert_eq!(found(&text, "cite-layout-decree").len(), 1);
    for (from, to) in [
        ("subject: Thực hiện công tác đỡ đầu", "subject: Xây dựng văn bản quy phạm pháp luật năm 2026"),
        ("title: Nội dung", "title: Soạn thảo văn bản QPPL"),
    ] {
        assert!(text.contains(from), "{text}");
        assert!(found(&text.replace(from, to), "cite-layout-decree").is_empty(), "{to}");
    }
    let parts = |subject: &str| {
        with_basis(&format!(
            "- {{type: Nghị định, number: 78/2025/NĐ-CP, date: 2025-04-01, issuer: Chính phủ, subject: {subject}}}"
        ))
    };
    assert_eq!(found(&parts("về thể thức và kỹ thuật trình bày văn bản"), "cite-layout-decree").len(), 1);
    assert!(
        found(&parts("quy định chi tiết Luật Ban hành văn bản quy phạm pháp luật"), "cite-layout-decree")
            .is_empty()
    );
}

#[test]
fn days_and_months_are_written_in_one_way() {
    const CITED: &str = "Quyết định số 1841/QĐ-UBND ngày 06/3/2020 của UBND tỉnh về việc phân công địa bàn";
    for (text, wanted) in [
        ("Từ ngày 15/3/2026 đến ngày 20/04/2026.".to_owned(), Some(("20/04/2026", 1, "20/4/2026"))),
        ("Từ ngày 05/01/2026; xong ngày 6/2/2026, 7/2/2026.".to_owned(), Some(("6/2/2026", 2, "06/02/2026"))),
        ("Từ ngày 15/3 đến 20/04; họp ngày 25/4.".to_owned(), Some(("20/04", 1, "20/4"))),
        ("Tháng 3/2026 khởi công, tháng 08/2026 xong.".to_owned(), Some(("08/2026", 1, "8/2026"))),
        ("Họp ngày 5/03/2026.".to_owned(), Some(("5/03/2026", 0, "05/3/2026"))),
        (format!("Thực hiện {CITED}, họp ngày 20/04/2026."), Some(("20/04/2026", 1, "20/4/2026"))),
        // In one way, whichever it is.
        ("Từ ngày 15/03/2026 đến ngày 05/01/2027, 20/10/2027.".to_owned(), None),
        ("Từ ngày 5/1/2026 đến ngày 15/3/2026.".to_owned(), None),
        ("Từ ngày 05/01/2026 đến 15/3/2026; kỷ niệm ngày 8/3, ngày 2/9.".to_owned(), None),
        ("Xong ngày 15/3/2026; 03/04 hồ sơ, tỷ lệ 01/03, Công văn 05/03/VP, mẫu số 02/04.".to_owned(), None),
        // Dates of cited documents alone: `cite-padding`.
        (format!("Thực hiện {}.", CITED.replace("06/3", "6/03")), None),
    ] {
        let plan = with_text(&text);
        match (&found(&plan, "date-padding")[..], wanted) {
            ([one], Some((at, labels, meant))) => {
                assert_eq!(&plan[one.span.start..one.span.end], at, "{text}");
                assert_eq!(one.labels.len(), labels, "{text}");
                let fixed =
                    fix("a.yaml", &plan, &Templates::default()).map(|fixed| fixed.text).unwrap_or_default();
                assert!(fixed.contains(meant), "{fixed}");
                assert!(found(&fixed, "date-padding").is_empty(), "{fixed}");
            }
            ([], None) => {}
            (other, _) => panic!("{text}: {} findings", other.len()),
        }
    }
}

#[test]
fn what_ended_may_be_told_as_ended() {
    for (text, is_told) in [
        ("Thực hiện Nghị định số 61/2018/NĐ-CP.", true),
        ("Quy định số 66-QĐ/TW ngày 06/02/2017 của Ban Bí thư.", true),
        ("Áp dụng Nghị định số 118/2025/NĐ-CP thay thế Nghị định số 61/2018/NĐ-CP.", false),
        ("Nghị định số 61/2018/NĐ-CP đã hết hiệu lực.", false),
        ("Quy chế cũ bị bãi bỏ. Thực hiện Nghị định số 61/2018/NĐ-CP.", true),
        ("Thực hiện Quyết định số 263/QĐ-TTg ngày 22/02/2022 của Thủ tướng Chính phủ.", true),
        ("Tổng kết việc thực hiện Quyết định số 263/QĐ-TTg ngày 22/02/2022 của Thủ tướng Chính phủ.", false),
    ] {
        let plan = with_text(text).replace("2020-11-06", "2026-10-05");
        assert_eq!(found(&plan, "cite-in-force").len(), usize::from(is_told), "{text}");
    }
    let basis = "- Căn cứ Quyết định số 263/QĐ-TTg ngày 22 tháng 02 năm 2022 của Thủ tướng Chính phủ phê duyệt Chương trình";
    let plan = with_basis(basis).replace("2020-11-06", "2026-10-05");
    assert_eq!(found(&plan, "cite-in-force").len(), 1);
    let plan = plan.replace("subject: Thực hiện", "subject: Tổng kết");
    assert!(found(&plan, "cite-in-force").is_empty());
}
