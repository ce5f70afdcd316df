package org.jointcredit.acceptance;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jointcredit.local.demo.Invention;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Listings of subjects that do not exist: ID numbers of the region 999999, codes of invented organisations. */
public final class Invented {
    private static final String SHA_256 = "3c4077b047946b91cd65ac1f41152fc0f6c1865edbb4d435a6717e87b90d4c75";
    private static final List<String> PUBLISHED = LawCodes.LIST_TYPES.keySet().stream()
            .filter(code -> !code.startsWith("REF"))
            .toList();

    private final Random random;

    public Invented(long seed) {
        this.random = new Random(seed);
    }

    /** A listing of any type that sets something off, by the department that decides it. */
    public ObjectNode listing(String number) {
        var type = LawCodes.LIST_TYPES.get(PUBLISHED.get(random.nextInt(PUBLISHED.size())));
        var listing = listing(number, type.code());
        if (type.persons() && random.nextInt(4) == 0) {
            listing.putObject("subject")
                    .put("kind", "PERSON")
                    .put("name", "王示例")
                    .put("idNumber", idNumber());
        } else {
            for (int i = random.nextInt(4); i > 0; i--) {
                person(listing.withArray("persons"), LawCodes.ROLES.get(random.nextInt(LawCodes.ROLES.size())));
            }
        }
        return listing;
    }

    /** A listing of an organisation with nobody behind it. */
    public ObjectNode listing(String number, String type) {
        var listing = Front.JSON.createObjectNode().put("number", number).put("listType", type);
        listing.putObject("subject")
                .put("kind", "ORGANISATION")
                .put("code", code())
                .put("name", "元宝山示例" + random.nextInt(1_000_000) + "有限公司");
        listing.putArray("persons");
        listing.putObject("decision")
                .put("document", "元示列决〔2026〕" + random.nextInt(1, 1_000_000) + "号")
                .put("authority", "赤峰市元宝山区示例局")
                .put("date", "2026-09-18")
                .put("basis", "国办发〔2020〕49号")
                .put("facts", "经查证属实，符合列入标准。")
                .put("proposedBy", "许刚")
                .put("decidedBy", "局长 尤可方");
        listing.put("effectiveFrom", "2026-09-18");
        listing.putArray("evidence").addObject().put("name", "decision.pdf").put("sha256", SHA_256);
        return listing;
    }

    void person(ArrayNode persons, String role) {
        persons.addObject()
                .put("role", role)
                .put("name", "李示例")
                .put("idNumber", idNumber())
                .put("directlyResponsible", random.nextBoolean());
    }

    public String idNumber() {
        var birth = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(18_000));
        var digits = "999999" + birth.toString().replace("-", "") + "%03d".formatted(random.nextInt(1000));
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Character.digit(digits.charAt(i), 10) * weights[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** The letter keeps it from being a citizen's number. */
    public String code() {
        return Invention.code(random);
    }

    public static String department(ObjectNode listing) {
        return LawCodes.LIST_TYPES.get(listing.path("listType").asString()).department();
    }

    public static ObjectNode ending(String reason, String on) {
        var ending = Front.JSON.createObjectNode().put("reason", reason);
        ending.putObject("decision")
                .put("document", "元示移出〔2026〕5号")
                .put("authority", "赤峰市元宝山区示例局")
                .put("date", on)
                .put("basis", "国办发〔2020〕49号");
        return ending.put("on", on);
    }

    public static ObjectNode change(ArrayNode persons) {
        var change = Front.JSON.createObjectNode().put("reason", "补充查证");
        change.set("persons", persons);
        change.putObject("decision")
                .put("facts", "经补充查证属实。")
                .put("proposedBy", "许刚")
                .put("decidedBy", "局长 尤可方");
        return change;
    }
}
