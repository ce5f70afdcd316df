package org.jointcredit.collection.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jointcredit.collection.Fixtures;
import org.jointcredit.collection.catalogue.FileLayouts;
import org.jointcredit.collection.table.Bytes;
import org.jointcredit.collection.table.Cell;
import org.jointcredit.collection.table.Line;
import org.jointcredit.platform.law.Departments;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every column of 2016 is known, goes where the domain facts say, and stands in the correction file again. */
class LayoutsOf2016Test {
    @Test
    void everyColumnOfPenalties() {
        String names = "CF_WSH,CF_CFMC,CF_CFLB1,CF_CFLB2,CF_SY,CF_YJ,CF_XDR_MC,CF_XDR_SHXYM,CF_XDR_ZDM,CF_XDR_GSDJ,"
                + "CF_XDR_SWDJ,CF_XDR_SFZ,CF_FR,CF_JG,CF_JDRQ,CF_XZJG,CF_ZT,DFBM,SJC,BZ";
        String cells = "元罚〔2016〕1号,某某案,警告,罚款,事由,依据,示例公司,91150403FAKE000800,FAKE00080,150403000100001,"
                + "150403FAKE00080,,李示例,罚款五千元,2016/5/6,赤峰市元宝山区市场监督管理局,0,150403,2016-05-07 10:00:00,备注";

        JsonNode body = body(names, cells);

        assertThat(body.at("/item").asString()).isEqualTo("XYGS-CF");
        assertThat(body.at("/number").asString()).isEqualTo("元罚〔2016〕1号");
        assertThat(body.at("/decidedOn").asString()).isEqualTo("2016-05-06");
        assertThat(body.at("/subject/code").asString()).isEqualTo("91150403FAKE000800");
        assertThat(body.at("/subject/name").asString()).isEqualTo("示例公司");
        assertThat(fields(body))
                .contains(
                        "cf_cfmc=某某案",
                        "cf_cflb=警告;罚款",
                        "cf_sy=事由",
                        "cf_yj=依据",
                        "cf_xdr_zzjg=FAKE00080",
                        "cf_xdr_gszc=150403000100001",
                        "cf_xdr_swdj=150403FAKE00080",
                        "cf_frdb=李示例",
                        "cf_nr=罚款五千元",
                        "cf_cfjg=赤峰市元宝山区市场监督管理局",
                        "cf_sjly=赤峰市元宝山区市场监督管理局",
                        "cf_sjlydm=11150403MB1A000362",
                        "cf_zt=0",
                        "dfbm=150403",
                        "sjc=2016-05-07 10:00:00",
                        "bz=备注");
    }

    @Test
    void everyColumnOfLicences() {
        String names = "XK_WSH,XK_XMMC,XK_SPLB,XK_NR,XK_XDR,XK_XDR_SHXYM,XK_XDR_ZDM,XK_XDR_GSDJ,XK_XDR_SWDJ,XK_XDR_SFZ,"
                + "XK_FR,XK_JDRQ,XK_JZQ,XK_XZJG,XK_ZT,DFBM,SJC,BZ";
        String cells = "元许〔2016〕1号,某项目,普通,准予从事,王示例,,,,,999999198503120018,,2016年5月6日,20210506,"
                + "赤峰市元宝山区市场监督管理局,0,150403,20160507,备注";

        JsonNode body = body(names, cells);

        assertThat(body.at("/item").asString()).isEqualTo("XYGS-XK");
        assertThat(body.at("/subject/kind").asString()).isEqualTo("PERSON");
        assertThat(body.at("/subject/idNumber").asString()).isEqualTo("999999198503120018");
        assertThat(fields(body))
                .contains(
                        "xk_xmmc=某项目",
                        "xk_xklb=普通",
                        "xk_nr=准予从事",
                        "xk_yxqzi=2021-05-06",
                        "xk_xkjg=赤峰市元宝山区市场监督管理局",
                        "xk_sjly=赤峰市元宝山区市场监督管理局",
                        "xk_zt=0",
                        "dfbm=150403",
                        "sjc=20160507",
                        "bz=备注");
    }

    private static JsonNode body(String names, String cells) {
        List<Line> lines = Bytes.read((names + "\n" + cells + "\n").getBytes(UTF_8));
        Heading heading = Heading.read(lines.getFirst(), FileLayouts.shipped().inForce(Fixtures.TODAY));
        assertThat(String.join(",", heading.names()))
                .as("as the correction file has them")
                .isEqualTo(names);
        assertThat(heading.withoutOurs(lines.getLast()))
                .extracting(Cell::text)
                .isEqualTo(List.of(cells.split(",", -1)));
        RowReader.Row row = new RowReader(heading, Departments.load().all(), false, null).read(lines.getLast());
        assertThat(row.wrong()).isEmpty();
        return row.body();
    }

    private static List<String> fields(JsonNode body) {
        return body.at("/fields").properties().stream()
                .map(field -> field.getKey() + "=" + field.getValue().asString())
                .toList();
    }
}
