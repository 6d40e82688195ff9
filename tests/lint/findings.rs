//! Findings that real documents asked for: one for many places, and none where nothing is wrong.

use kehoach::diag::{Diagnostic, Severity};
use kehoach::templates::Templates;

use crate::common::{check, small};

fn found(plan: &str, code: &str) -> Vec<Diagnostic> {
    let all = check("a.yaml", plan, &Templates::default());
    all.into_iter().filter(|one| one.code.name == code).collect()
}

#[test]
fn what_stands_in_many_places_is_told_once() {
    let decree = "Nghị định số 113/2024/NĐ-CP ngày 12 tháng 9 năm 2024 của Chính phủ quy định chi tiết một số điều của Luật Hợp tác xã";
    let items = format!(
        "sections: [{{title: Nội dung, items: [Thực hiện {decree}., Triển khai {decree}., Căn cứ {decree} để làm.]}}]\n"
    );
    let [one] = &found(&small(&items), "cite-later-full")[..] else { panic!("one finding") };
    assert_eq!(one.labels.len(), 2, "the first one, and the other place");
    assert_eq!(one.message.vi, "\"Nghị định số 113/2024/NĐ-CP\" đã viện dẫn đủ ở trên; còn 1 chỗ như vậy");
    let laws = "Thực hiện Luật Hợp tác xã số 17/2023/QH15, Luật Lưu trữ số 33/2024/QH15.";
    let [one] =
        &found(&small(&format!("sections: [{{title: Nội dung, items: [\"{laws}\"]}}]\n")), "cite-law-number")
            [..]
    else {
        panic!("one finding")
    };
    assert_eq!(one.labels.len(), 1);
}

#[test]
fn a_law_that_amends_another_may_be_named_by_its_number() {
    let text = "Luật Ban hành văn bản quy phạm pháp luật được sửa đổi, bổ sung bởi Luật số 87/2025/QH15.";
    assert!(
        found(
            &small(&format!("sections: [{{title: Nội dung, items: [\"Thực hiện {text}\"]}}]\n")),
            "cite-law-number"
        )
        .is_empty()
    );
}

#[test]
fn titles_before_a_name_are_for_schools_hospitals_and_institutes() {
    for (issuer, is_told) in [
        ("Sở Nông nghiệp và Môi trường", true),
        ("Sở Khoa học và Công nghệ", true),
        ("Ủy ban nhân dân xã Hải Lăng", true),
        ("Chi cục Quản lý thị trường", true),
        ("Trường Trung học phổ thông Đông Hà", false),
        ("Bệnh viện Đa khoa tỉnh Quảng Trị", false),
        ("Viện Quy hoạch", false),
        ("Trung tâm Y tế khu vực Hải Lăng", false),
    ] {
        for name in
            ["TS. Nguyễn Văn An", "ThS Nguyễn Văn An", "PGS.TS. Nguyễn Văn An", "BS.CKII. Nguyễn Văn An"]
        {
            let plan = small("")
                .replace("Liên minh Hợp tác xã, code", &format!("{issuer}, code"))
                .replace("position: Chủ tịch", &format!("position: Chủ tịch, name: {name}"));
            assert_eq!(!found(&plan, "signer-title").is_empty(), is_told, "{issuer}: {name}");
        }
    }
}

#[test]
fn a_bodys_own_name_of_its_archive_stops_nothing() {
    for archive in ["MTTQ", "VTMT", "VP, MTTQ"] {
        let all = check("a.yaml", &small(&format!("archive: {archive}\n")), &Templates::default());
        assert!(
            all.iter().all(|one| one.code.name != "archive-form" || one.severity == Severity::Info),
            "{archive}"
        );
    }
}
