package org.jointcredit.collection.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jointcredit.collection.Fixtures;
import org.jointcredit.collection.catalogue.FileLayout;
import org.jointcredit.collection.catalogue.FileLayouts;
import org.jointcredit.collection.table.Bytes;
import org.jointcredit.collection.table.Table;
import org.junit.jupiter.api.Test;

/** The columns of a file, and what refuses it as a whole (interfaces: files). */
class FileCheckTest {
    private static final List<FileLayout> LAYOUTS = FileLayouts.shipped().inForce(Fixtures.TODAY);

    private static String check(String csv) {
        try {
            var checked = FileCheck.of(Bytes.source(csv.getBytes(UTF_8)), Table.CSV, LAYOUTS);
            return checked.heading().layout().code() + " " + checked.rows();
        } catch (Heading.Refused e) {
            return String.join(
                    "; ",
                    e.errors().stream()
                            .map(error -> error.field() + " " + error.code()
                                    + (error.message() == null
                                            ? ""
                                            : " "
                                                    + error.message()
                                                            .replace('\u001F', ' ')
                                                            .strip()))
                            .toList());
        }
    }

    @Test
    void fourLayoutsAreTakenInAnyOrderAndEitherCase() {
        assertThat(check("bz,CF_WSH,cf_Xdr_Mc,cf_sjlydm\n1,2,3,4\n\n5,6,7,8\n")).isEqualTo("penalties-2021 2");
        assertThat(check("xk_wsh,xk_xdr_mc,bz\n")).isEqualTo("licences-2021 0");
        assertThat(check("CF_WSH,CF_CFMC,CF_XZJG,BZ\n1,2,3,4\n")).isEqualTo("penalties-2016 1");
        assertThat(check("xk_wsh,xk_xdr,xk_xzjg\n1,2,3\n")).isEqualTo("licences-2016 1");
    }

    @Test
    void theLabelsOfTheNationalTemplateAreSynonyms() {
        assertThat(check("*行政处罚决定书文号,行政相对人名称,行政相对人代码_1（统一社会信用代码）,罚款金额 (万元),处罚决定日期\n1,2,3,4,5\n"))
                .isEqualTo("penalties-2021 1");
        assertThat(check("行政许可决定文书号,许可类别,有效期自\n1,2,3\n")).isEqualTo("licences-2021 1");
    }

    @Test
    void aColumnThatNobodyKnowsRefusesTheFile() {
        assertThat(check("cf_wsh,cf_blood,cf_xdr_mc,血型\n1,2,3,4\n"))
                .isEqualTo("cf_blood UNKNOWN_FIELD; 血型 UNKNOWN_FIELD");
        assertThat(check("姓名,电话\n1,2\n")).isEqualTo("姓名 UNKNOWN_FIELD; 电话 UNKNOWN_FIELD");
        assertThat(check("王示例,999999198503120018,病史：无\n1,2,3\n"))
                .as("what is no name is told by its place")
                .isEqualTo("王示例 UNKNOWN_FIELD; 2 UNKNOWN_FIELD; 3 UNKNOWN_FIELD");
        assertThat(check("cf_wsh,cf_xdr_mc,xk_xklb\n1,2,3\n")).isEqualTo("xk_xklb UNKNOWN_FIELD");
    }

    @Test
    void namesThatStandElsewhereOrTwiceAreToldWithTheirPlace() {
        assertThat(check("2026年行政处罚公示,,\n,,\ncf_wsh,cf_xdr_mc,bz\n1,2,3\n"))
                .isEqualTo("file FORMAT headingElsewhere 3");
        assertThat(check("cf_wsh,bz,CF_WSH\n1,2,3\n")).isEqualTo("file FORMAT headingTwice cf_wsh 1 3");
        assertThat(check("cf_wsh,行政处罚决定书文号\n1,2\n")).isEqualTo("file FORMAT headingTwice cf_wsh 1 2");
        assertThat(check("处罚内容,备注\ncf_nr,bz\n1,2\n")).isEqualTo("file FORMAT headingAgain 2");
        assertThat(check("\n\n")).isEqualTo("file FORMAT noHeading");
    }

    @Test
    void theColumnsOfACorrectionFileAreKnownAndIgnored() {
        assertThat(check("cf_wsh,bz,jc_row,JC_REASONS\n1,2,3,4\n")).isEqualTo("penalties-2021 1");
    }
}
