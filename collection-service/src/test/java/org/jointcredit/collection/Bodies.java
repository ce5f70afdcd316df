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
