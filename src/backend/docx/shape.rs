//! Drawn lines: DrawingML for Word 2010 and later, VML for older readers.

/// A horizontal line, centred in its column, `down` below the top of its paragraph; lengths in EMU.
/// `id` is unique in the document. It is decoration: readers pass over it.
pub(super) fn rule(id: usize, length: i64, down: i64, weight: i64) -> String {
    let (length_pt, down_pt, weight_pt) = (pt(length), pt(down), pt(weight));
    format!(
        r#"<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>{down}</wp:posOffset></wp:positionV><wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{id}" name="Line {id}"><a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{weight}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line id="Line{id}" style="position:absolute;mso-position-horizontal:center;mso-position-horizontal-relative:text;mso-position-vertical-relative:text;margin-top:{down_pt}pt;z-index:{id}" from="0,0" to="{length_pt}pt,0" strokecolor="black" strokeweight="{weight_pt}pt"/></w:pict></mc:Fallback></mc:AlternateContent>"#
    )
}

fn pt(emu: i64) -> f64 {
    (emu as f64 / 127.0).round() / 100.0
}
