//! The order that the schema asks of children: one table, used for every part.

use super::xml::{Element, XmlNode};

/// Parents and the order of their children (ISO/IEC 29500-1, wml.xsd). Children that are not named
/// stay where they are, behind the named ones.
const ORDER: [(&str, &[&str]); 13] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:framePr",
            "w:widowControl",
            "w:numPr",
            "w:suppressLineNumbers",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:suppressAutoHyphens",
            "w:bidi",
            "w:adjustRightInd",
            "w:snapToGrid",
            "w:spacing",
            "w:ind",
            "w:contextualSpacing",
            "w:jc",
            "w:textDirection",
            "w:textAlignment",
            "w:outlineLvl",
            "w:divId",
            "w:rPr",
            "w:sectPr",
            "w:pPrChange",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:i",
            "w:iCs",
            "w:caps",
            "w:smallCaps",
            "w:strike",
            "w:dstrike",
            "w:vanish",
            "w:color",
            "w:spacing",
            "w:w",
            "w:kern",
            "w:position",
            "w:sz",
            "w:szCs",
            "w:highlight",
            "w:u",
            "w:bdr",
            "w:shd",
            "w:vertAlign",
            "w:lang",
        ],
    ),
    (
        "w:lvl",
        &[
            "w:start",
            "w:numFmt",
            "w:lvlRestart",
            "w:pStyle",
            "w:isLgl",
            "w:suff",
            "w:lvlText",
            "w:lvlJc",
            "w:pPr",
            "w:rPr",
        ],
    ),
    (
        "w:style",
        &[
            "w:name",
            "w:aliases",
            "w:basedOn",
            "w:next",
            "w:link",
            "w:uiPriority",
            "w:semiHidden",
            "w:unhideWhenUsed",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
            "w:tblPr",
            "w:tcPr",
        ],
    ),
    (
        "w:tblPr",
        &[
            "w:tblStyle",
            "w:tblpPr",
            "w:tblW",
            "w:jc",
            "w:tblInd",
            "w:tblBorders",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
        ],
    ),
    ("w:tblBorders", &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]),
    ("w:tblCellMar", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:trPr", &["w:gridBefore", "w:gridAfter", "w:cantSplit", "w:trHeight", "w:tblHeader"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:textDirection", "w:vAlign"]),
    ("w:docDefaults", &["w:rPrDefault", "w:pPrDefault"]),
    ("w:pBdr", &["w:top", "w:left", "w:bottom", "w:right", "w:between"]),
    ("w:num", &["w:abstractNumId", "w:lvlOverride"]),
    ("w:numPr", &["w:ilvl", "w:numId"]),
];

/// Puts the children of `element` (not of what is below) in order.
pub(super) fn arrange(element: &mut Element) {
    if let Some((_, order)) = ORDER.iter().find(|(name, _)| *name == element.name) {
        element.children.sort_by_key(|node| match node {
            XmlNode::Element(child) => {
                order.iter().position(|name| *name == child.name).unwrap_or(order.len())
            }
            XmlNode::Text(_) => order.len(),
        });
    }
}
