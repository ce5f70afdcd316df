package org.jointcredit.collection;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jointcredit.contract.event.ContractJson;
import tools.jackson.databind.node.ObjectNode;

/** What departments send, invented: well in every field, to be spoilt by the test. */
public final class Bodies {
    public static final String COMPANY = "91150403FAKE000800";
    public static final String OTHER_COMPANY = "91150403FAKE00267Y";
    public static final String LI = "999999199001010008";
    public static final String WANG = "999999198503120018";
    public static final String SHA = "3c4077b047946b91cd65ac1f41152fc0f6c1865edbb4d435a6717e87b90d4c75";

    private Bodies() {}

    public static String number() {
        return "T-" + UUID.randomUUID();
    }

    /** A citizen's number of region 999999. */
    public static String citizen(LocalDate birth) {
        return withCheck("999999%tY%<tm%<td007".formatted(birth));
    }

    public static String withCheck(String seventeen) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (seventeen.charAt(i) - '0') * weights[i];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    /** A listing of the market bureau, of a company and two persons behind it. */
    public static ObjectNode listing(LocalDate today) {
        return json("""
                {"number": "%s", "listType": "SEVERE-PYRAMID",
                 "subject": {"kind": "ORGANISATION", "code": "%s", "name": "元宝山示例有限公司"},
                 "persons": [
                   {"role": "LEGAL_REPRESENTATIVE", "name": "李示例", "idNumber": "%s"},
                   {"role": "DIRECTOR", "name": "王示例", "documentKind": "身份证", "idNumber": "%s", "directlyResponsible": true}],
                 "decision": {"document": "元市场列决〔2026〕32号", "authority": "赤峰市元宝山区市场监督管理局", "date": "%s",
                   "basis": "国办发〔2020〕49号", "facts": "经查证属实。", "proposedBy": "许刚", "decidedBy": "局长 尤可方"},
                 "effectiveFrom": "%s", "until": "%s",
                 "evidence": [{"name": "decision.pdf", "sha256": "%s"}]}
                """.formatted(
                        number(), COMPANY, LI, WANG, today.minusDays(9), today.minusDays(8), today.plusYears(3), SHA));
    }

    /** A listing of the market bureau, of a natural person. */
    public static ObjectNode person(LocalDate today) {
        return with(listing(today), body -> {
            body.put("listType", "SEVERE-FALSE-AD").putArray("persons");
            body.putObject("subject").put("kind", "PERSON").put("idNumber", LI).put("name", "李示例");
        });
    }

    /** A penalty of the market bureau under the general procedure. */
    public static ObjectNode penalty(LocalDate today) {
        return json("""
                {"number": "%s", "item": "XYGS-CF", "subject": {"kind": "ORGANISATION", "code": "%s", "name": "元宝山示例有限公司"},
                 "decidedOn": "%s", "procedure": "GENERAL", "behaviourEndedOn": "%s",
                 "fields": {"cf_wfxw": "生产经营标签不合格食品", "cf_sy": "经查，当事人经营的食品标签不合格，事实清楚。",
                   "cf_yj": "《中华人民共和国食品安全法》第一百二十五条", "cf_cflb": "罚款；没收违法所得", "cf_nr": "罚款并没收违法所得。",
                   "cf_nr_fk": "20000", "cf_nr_wfff": "1500.50", "cf_yxq": "2099-12-31",
                   "cf_frdb": "李示例", "cf_fr_zjlx": "身份证", "cf_fr_sfzh": "%s"}}
                """.formatted(number(), COMPANY, today.minusDays(5), today.minusDays(30), LI));
    }

    /** A penalty of the market bureau, of a natural person. */
    public static ObjectNode penaltyOfPerson(LocalDate today) {
        return with(penalty(today), body -> {
            body.putObject("subject").put("kind", "PERSON").put("idNumber", LI).put("name", "李示例");
            fields(body).remove(java.util.List.of("cf_frdb", "cf_fr_zjlx", "cf_fr_sfzh"));
        });
    }

    public static ObjectNode licence(LocalDate today) {
        return json("""
                {"number": "%s", "item": "XYGS-XK", "subject": {"kind": "ORGANISATION", "code": "%s", "name": "元宝山示例有限公司"},
                 "decidedOn": "%s",
                 "fields": {"xk_xkws": "准予许可决定书", "xk_xklb": "普通", "xk_nr": "准予从事许可范围内的活动", "xk_yxqz": "%s", "xk_yxqzi": "%s"}}
                """.formatted(number(), COMPANY, today.minusDays(5), today.minusDays(5), today.plusYears(5)));
    }

    public static ObjectNode fields(ObjectNode record) {
        return (ObjectNode) record.get("fields");
    }

    public static ObjectNode personEntry(String role, String name, String idNumber) {
        return json("{}").put("role", role).put("name", name).put("idNumber", idNumber);
    }

    public static ObjectNode change(String reason) {
        return json("{}").put("reason", reason);
    }

    public static ObjectNode ending(String reason, LocalDate on) {
        return json("""
                {"reason": "%s", "on": "%s", "decision": {"document": "元市场移出〔2026〕5号",
                 "authority": "赤峰市元宝山区市场监督管理局", "date": "%s", "basis": "元政字〔2021〕77号"}}
                """.formatted(reason, on, on));
    }

    public static ObjectNode with(ObjectNode body, Consumer<ObjectNode> what) {
        what.accept(body);
        return body;
    }

    public static ObjectNode json(String text) {
        return (ObjectNode) ContractJson.mapper().readTree(text);
    }
}
