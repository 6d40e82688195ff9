//! What Tera says of a template, in Vietnamese.

use super::error::RenderError;

/// Between the Vietnamese and the English words of what a filter of ours has to say.
pub(super) const BOTH: &str = " ¦ ";

/// What Tera says where people slip, and the same in Vietnamese, the nearer first. `{}` stands for words of
/// the template, `{:}` for a sort of value or of sign; those of the Vietnamese are the first ones of the
/// English, in their order.
const PHRASES: [(&str, &str); 32] = [
    ("The template nesting is too deep", "các thẻ lồng nhau quá sâu"),
    ("The expression is too complex", "biểu thức quá phức tạp"),
    ("`-` and `not` cannot be used consecutively.", "không viết nhiều dấu - hoặc nhiều not liền nhau"),
    ("Unknown template `{}`", "không có mẫu `{}`"),
    ("Unknown filter `{}`", "không có bộ lọc `{}`"),
    ("Unknown test `{}`", "không có phép thử `{}`"),
    ("Unknown function `{}`", "không có hàm `{}`"),
    ("Unknown tag", "không có thẻ này"),
    ("Unexpected character", "gặp một ký tự không dùng được ở đây"),
    ("String opened with `{}` is missing its closing `{}`", "chuỗi chữ thiếu dấu {} đóng"),
    ("Unexpected end of input", "biểu thức bị bỏ dở"),
    (
        "Found invalid field of `loop`: {}. Only {} exist.",
        "loop không có `{}`, chỉ có index, index0, first, last, length",
    ),
    ("Found {:} but expected one of: integer, {}", "gặp {:} ở chỗ cần một giá trị"),
    ("Found {:} but expected {:}.", "gặp {:} ở chỗ cần {:}"),
    ("Variable `{}` is not defined. Available variables: {}", "không có \"{}\", chỉ có {}"),
    ("Variable `{}` is not defined.", "không có \"{}\""),
    ("Field `{}` is not defined. Available fields: {}", "không có mục \"{}\", chỉ có {}"),
    ("Cannot index into an undefined value", "giá trị đứng trước [ ] không có"),
    ("Cannot compare `{:}` with `{:}`", "không so sánh được {:} với {:}"),
    ("Cannot divide by 0", "không chia được cho 0"),
    (
        "Math operations can only be done on numbers, found `{:}`",
        "chỉ tính được với số, ở đây là {:}; bộ lọc int, float đổi chữ thành số",
    ),
    (
        "`+` requires both operands to be numbers, found `{:}` and `{:}`",
        "chỉ cộng được số với số, ở đây là {:} và {:}; nối chữ bằng ~, đổi chữ thành số bằng int, float",
    ),
    ("Only numbers can be negated. This is a `{:}`", "chỉ số mới đổi dấu được, ở đây là {:}"),
    ("Iteration not possible on type `{:}`", "không lặp qua {:} được"),
    ("Key/value iteration is not possible on type `{:}`, only on maps.", "không lặp theo khóa qua {:} được"),
    ("The string `{}` cannot be converted to an int in base {}", "\"{}\" không phải một số nguyên"),
    ("The float {} cannot be converted to an int {}", "{} không phải một số nguyên"),
    ("The string `{}` cannot be converted to a float", "\"{}\" không phải một số"),
    ("Value of type {:} cannot be converted to {}", "không đổi {:} thành số được"),
    ("Value of type {:} has no length", "{:} không có độ dài"),
    ("Missing keyword argument `{}`", "thiếu tham số {}=…"),
    ("Invalid type for the value, expected `{:}` but got `{:}`", "ở đây cần {:}, không phải {:}"),
];

/// Sorts of values and signs, as Tera calls them.
const SORTS: [(&str, &str); 22] = [
    ("string", "chữ"),
    ("str", "chữ"),
    ("&str", "chữ"),
    ("String", "chữ"),
    ("integer", "số nguyên"),
    ("i64", "số"),
    ("u64", "số"),
    ("u32", "số"),
    ("usize", "số"),
    ("i128", "số"),
    ("u128", "số"),
    ("f64", "số"),
    ("float", "số"),
    ("Number", "số"),
    ("bool", "đúng/sai"),
    ("array", "danh sách"),
    ("map/struct", "nhóm giá trị"),
    ("none", "giá trị trống"),
    ("undefined", "giá trị không có"),
    ("identifier", "một tên"),
    ("attribute name", "một tên"),
    ("content", "lời văn"),
];

impl RenderError {
    /// What is wrong, in Vietnamese and in English.
    pub fn translated(&self) -> (String, String) {
        if let Some((vi, en)) = self.message.split_once(BOTH) {
            return (vi.to_owned(), en.to_owned());
        }
        let known = PHRASES.iter().find_map(|(en, vi)| Some(filled(vi, &holes(en, &self.message)?)));
        (known.unwrap_or_else(|| self.message.clone()), self.message.clone())
    }
}

/// What Typst says of a drawing template where people slip, and the same in Vietnamese; of its hints only the message
/// is kept: there is no `--root` of Typst's here.
const DRAWING: [(&str, &str); 9] = [
    ("path `{}` would escape the project root", "tệp {} nằm ngoài thư mục mẫu"),
    (
        "file not found (searched at {})",
        "không có tệp {}: mẫu chỉ đọc được document.typ, blocks.typ và dữ liệu của văn bản",
    ),
    ("unknown variable: {}", "không có biến {}"),
    ("maximum function call depth exceeded", "hàm gọi chính nó không dừng"),
    ("unknown font family: {}", "không có phông chữ {}"),
    ("panicked with: {}", "mẫu tự dừng: {}"),
    ("unclosed delimiter", "ngoặc mở mà không đóng"),
    ("expected {}, found {}", "cần {}, gặp {}"),
    ("dictionary does not contain key {}", "dữ liệu không có khóa {}"),
];

/// What is wrong in a drawing template, in Vietnamese and in English.
pub fn drawing(message: &str) -> (String, String) {
    let bare = message.split("; ").next().unwrap_or_default();
    let known = DRAWING.iter().find_map(|(en, vi)| Some(filled(vi, &holes(en, bare)?)));
    match known {
        Some(vi) => (vi, bare.to_owned()),
        None => (message.to_owned(), message.to_owned()),
    }
}

/// What stands in a text for each hole of a phrase. `None`: it is another phrase.
fn holes<'t>(phrase: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let mut out = Vec::new();
    let mut parts = phrase.split("{:}").flat_map(|part| part.split("{}"));
    let mut rest = text.strip_prefix(parts.next()?)?;
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        // The last one reaches to the end: what it holds may have the same words.
        let at = if parts.peek().is_none() { rest.strip_suffix(part)?.len() } else { rest.find(part)? };
        out.push(&rest[..at]);
        rest = &rest[at + part.len()..];
    }
    rest.is_empty().then_some(out)
}

/// A phrase with its holes filled in.
fn filled(phrase: &str, holes: &[&str]) -> String {
    let mut out = String::new();
    let (mut rest, mut holes) = (phrase, holes.iter());
    while let Some(at) = rest.find('{') {
        let end = rest[at..].find('}').map_or(rest.len(), |end| at + end + 1);
        let hole = holes.next().copied().unwrap_or_default();
        let sort = SORTS.iter().find(|(en, _)| &rest[at..end] == "{:}" && *en == hole);
        out.push_str(&rest[..at]);
        out.push_str(sort.map_or(hole, |(_, vi)| vi));
        rest = &rest[end..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::super::{Data, Engine, Scope};

    fn translated(text: &str) -> String {
        let mut engine = Engine::default();
        let mut scope = Scope::default();
        let row = [("ten", Data::Text("Hải Lăng".to_owned())), ("so", Data::Whole(3))];
        scope.set("xa".to_owned(), Data::named(row));
        let error = engine.add("a", text).and_then(|()| engine.print("a", &scope).map(|_| ()));
        error.map_or_else(|error| error.translated().0, |()| "không có lỗi".to_owned())
    }

    #[test]
    fn typst_speaks_vietnamese() {
        for (en, vi) in [
            ("unknown variable: foo", "không có biến foo"),
            (
                "path `\"../x\"` would escape the project root; cannot access files outside of the project sandbox; you can adjust the project root with the `--root` argument",
                "tệp \"../x\" nằm ngoài thư mục mẫu",
            ),
            ("expected string, found integer", "cần string, gặp integer"),
            ("something else; a hint", "something else; a hint"),
        ] {
            assert_eq!(super::drawing(en).0, vi);
            assert!(!super::drawing(en).1.contains("--root"));
        }
    }

    #[test]
    fn tera_speaks_vietnamese() {
        let all = [
            "{{ xa.ten | viết }}",
            "{{ xa.ten | thuong }}",
            "{{ xa.ten is so }}",
            "{{ hom_nay() }}",
            "{% neu xa %}{% endif %}",
            "{{ xa.ten | }}",
            "{{ xa.so + }}",
            "{{ xa ten }}",
            "{{ \"xa }}",
            "{% if xa.so %}",
            "{{ loop.cuoi }}",
            "{% for x in xa.ten %}{{ loop.cuoi }}{% endfor %}",
            "{{ huyen }}",
            "{{ xa.huyen }}",
            "{{ xa.huyen.ten }}",
            "{{ xa[\"huyen\"][\"ten\"] }}",
            "{% if xa.ten > xa.so %}{% endif %}",
            "{{ xa.so / 0 }}",
            "{{ xa.ten * 2 }}",
            "{{ xa.ten + 2 }}",
            "{{ -xa.ten }}",
            "{% for x in xa.so %}{% endfor %}",
            "{% for k, v in xa.ten %}{% endfor %}",
            "{{ xa.ten | int }}",
            "{{ 2.5 | int }}",
            "{{ xa.ten | float }}",
            "{{ xa | int }}",
            "{{ xa.so | length }}",
            "{{ xa.ten | replace(from=\"a\") }}",
            "{{ xa.so | upper }}",
            "{{ xa.ten | round }}",
            "{{ xa.ten | money }}",
        ];
        let all: Vec<String> = all.iter().map(|text| format!("{text} → {}", translated(text))).collect();
        insta::assert_snapshot!(all.join("\n"), @r#"
        {{ xa.ten | viết }} → gặp một ký tự không dùng được ở đây
        {{ xa.ten | thuong }} → không có bộ lọc `thuong`
        {{ xa.ten is so }} → không có phép thử `so`
        {{ hom_nay() }} → không có hàm `hom_nay`
        {% neu xa %}{% endif %} → không có thẻ này
        {{ xa.ten | }} → gặp `}}` ở chỗ cần một tên
        {{ xa.so + }} → gặp `}}` ở chỗ cần một giá trị
        {{ xa ten }} → gặp một tên ở chỗ cần }}
        {{ "xa }} → chuỗi chữ thiếu dấu " đóng
        {% if xa.so %} → biểu thức bị bỏ dở
        {{ loop.cuoi }} → không có "loop", chỉ có xa
        {% for x in xa.ten %}{{ loop.cuoi }}{% endfor %} → loop không có `cuoi`, chỉ có index, index0, first, last, length
        {{ huyen }} → không có "huyen", chỉ có xa
        {{ xa.huyen }} → không có mục "huyen", chỉ có so, ten
        {{ xa.huyen.ten }} → không có mục "huyen", chỉ có so, ten
        {{ xa["huyen"]["ten"] }} → giá trị đứng trước [ ] không có
        {% if xa.ten > xa.so %}{% endif %} → không so sánh được chữ với số
        {{ xa.so / 0 }} → không chia được cho 0
        {{ xa.ten * 2 }} → chỉ tính được với số, ở đây là chữ; bộ lọc int, float đổi chữ thành số
        {{ xa.ten + 2 }} → chỉ cộng được số với số, ở đây là chữ và số; nối chữ bằng ~, đổi chữ thành số bằng int, float
        {{ -xa.ten }} → chỉ số mới đổi dấu được, ở đây là chữ
        {% for x in xa.so %}{% endfor %} → không lặp qua số được
        {% for k, v in xa.ten %}{% endfor %} → không lặp theo khóa qua chữ được
        {{ xa.ten | int }} → "Hải Lăng" không phải một số nguyên
        {{ 2.5 | int }} → 2.5 không phải một số nguyên
        {{ xa.ten | float }} → "Hải Lăng" không phải một số
        {{ xa | int }} → không đổi nhóm giá trị thành số được
        {{ xa.so | length }} → số không có độ dài
        {{ xa.ten | replace(from="a") }} → thiếu tham số to=…
        {{ xa.so | upper }} → ở đây cần chữ, không phải số
        {{ xa.ten | round }} → ở đây cần số, không phải chữ
        {{ xa.ten | money }} → "Hải Lăng" không phải một số
        "#);
    }
}
