package org.jointcredit.acceptance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The tables of law-codes.md, written down once more, so that what the product makes of them is not judged by itself:
 * neither its YAML nor its rules are read here.
 */
final class LawCodes {
    /** code, initiating department, group, subjects */
    private static final String SEVERE = """
            SEVERE-FOOD-DRUG     market    life   OP
            SEVERE-ECOLOGY       ecology   life   OP
            SEVERE-CONSTRUCTION  housing   life   O
            SEVERE-WORK-SAFETY   emergency life   OP
            SEVERE-FIRE          emergency life   OP
            SEVERE-CCC           market    life   O
            SEVERE-BRIBERY       court     market OP
            SEVERE-TAX           tax       market OP
            SEVERE-DEBT          court     market OP
            SEVERE-PAYMENT       market    market OP
            SEVERE-WAGES         hrss      market OP
            SEVERE-LABOUR        hrss      market OP
            SEVERE-FUNDRAISING   finance   market OP
            SEVERE-CONTRACT-FRAUD market   market OP
            SEVERE-PYRAMID       market    market OP
            SEVERE-UNLICENSED    market    market OP
            SEVERE-COUNTERFEIT   market    market OP
            SEVERE-IP            market    market OP
            SEVERE-QUALIFICATION trading   market O
            SEVERE-BID-RIGGING   trading   market O
            SEVERE-FALSE-AD      market    market OP
            SEVERE-CONSUMER      market    market OP
            SEVERE-NETWORK       culture   market OP
            SEVERE-PUBLIC-ORDER  court     market OP
            SEVERE-JUDGMENT      court     duties OP
            SEVERE-DEFENCE       emergency defence OP
            """;

    /** code, initiating department, subjects */
    private static final String OTHERS = """
            RED-HONEST-MODEL  drc       - OP
            RED-AWARD         drc       - OP
            RED-CONTRACT      market    - O
            RED-TAX-A         tax       - O
            RED-CUSTOMS       market    - O
            RED-LABOUR        hrss      - O
            RED-WATER         ecology   - O
            RED-VOLUNTEER     education - OP
            REF-ASSOCIATION   drc       - OP
            REF-CREDIT-AGENCY drc       - OP
            REF-FINANCE       drc       - OP
            """;

    /** code, force, reach, agencies */
    private static final String MEASURES = """
            I-GREEN-CHANNEL     R O,P    approval
            I-TOLERANCE         M O,P    approval
            I-SUBSIDY           R O      finance
            I-PROJECT           R O      finance,drc
            I-PERSONAL          R P      education,hrss
            I-BID-CREDIT        R O      trading,finance
            I-INSPECTION        M O      market,ecology,emergency,housing
            I-FINANCE           R O,P    bank,tax
            I-PROMOTION         R O      drc,market,culture
            I-HONOUR            R O,P    hrss,drc
            S-KEY-SUPERVISION   M O      market,ecology,emergency,housing,transport
            S-NO-EXEMPTION      M O      market,ecology
            S-NO-CONVENIENCE    M O,P    approval
            S-MARKET-BAN        M O,P,B1 market,housing,approval
            S-PROJECT-LIMIT     M O      drc,approval
            S-FRANCHISE-LIMIT   M O      housing,transport
            S-FUNDING-LIMIT     M O,P    finance,drc
            S-TRADING-LIMIT     M O,P    trading
            S-POST-LIMIT        M P,B3   market,hrss
            S-CONSUMPTION-LIMIT M P,B3   court,transport,culture,housing
            S-HONOUR-REVOKE     M O,P,B2 drc,market,hrss
            S-LICENCE-STRICT    M O,P    approval,market
            S-SECURITIES-LIMIT  R O      finance
            S-INTERNET-LIMIT    M O      culture,approval
            S-CREDIT-STRICT     R O,P    bank
            S-DISCLOSE          M O,P    drc
            S-ASSOCIATION       R O      culture
            """;

    /** Roles by which a person behind an organisation is reached; a star: only who is directly responsible. */
    private static final Map<String, Set<String>> BEHIND = Map.of(
            "B1", Set.of("LEGAL_REPRESENTATIVE", "PRINCIPAL", "PRACTITIONER*"),
            "B2", Set.of("LEGAL_REPRESENTATIVE", "PRINCIPAL", "SENIOR_MANAGER", "DIRECTOR*", "SHAREHOLDER*"),
            "B3", Set.of("LEGAL_REPRESENTATIVE", "PRINCIPAL"));

    static final List<String> DEPARTMENTS = List.of(
            "drc",
            "tax",
            "market",
            "hrss",
            "housing",
            "emergency",
            "ecology",
            "court",
            "transport",
            "finance",
            "approval",
            "trading",
            "education",
            "culture",
            "bank");

    static final List<String> ROLES = List.of(
            "LEGAL_REPRESENTATIVE",
            "PRINCIPAL",
            "PRACTITIONER",
            "SENIOR_MANAGER",
            "DIRECTOR",
            "SHAREHOLDER",
            "SUPERVISOR");

    record ListType(String code, String department, String group, boolean persons) {}

    record Measure(String code, String force, Set<String> reach, List<String> agencies) {}

    /** @param subject the organisation's code or the person's ID number */
    record Expected(String measure, String agency, String subject) implements Comparable<Expected> {
        @Override
        public int compareTo(Expected other) {
            return toString().compareTo(other.toString());
        }
    }

    static final Map<String, ListType> LIST_TYPES = new LinkedHashMap<>();
    static final Map<String, Measure> ALL_MEASURES = new LinkedHashMap<>();

    static {
        (SEVERE + OTHERS).lines().map(line -> line.split(" +")).forEach(cell -> {
            LIST_TYPES.put(cell[0], new ListType(cell[0], cell[1], cell[2], cell[3].contains("P")));
        });
        MEASURES.lines().map(line -> line.split(" +")).forEach(cell -> {
            var reach = Set.of(cell[2].split(","));
            ALL_MEASURES.put(cell[0], new Measure(cell[0], cell[1], reach, Arrays.asList(cell[3].split(","))));
        });
    }

    private LawCodes() {}

    static boolean isRecommended(String measure) {
        return ALL_MEASURES.get(measure).force().equals("R");
    }

    /** Default rule set {@code default-2021}: one notice = one measure × one agency × one distinct subject. */
    static Set<Expected> notices(JsonNode listing) {
        var type = LIST_TYPES.get(listing.path("listType").asString());
        var expected = new TreeSet<Expected>();
        for (var measure : ALL_MEASURES.values()) {
            if (follows(type, measure.code())) {
                for (var subject : reached(listing, measure, type.code().startsWith("SEVERE"))) {
                    measure.agencies().forEach(agency -> expected.add(new Expected(measure.code(), agency, subject)));
                }
            }
        }
        return expected;
    }

    private static boolean follows(ListType type, String measure) {
        return switch (type.code().substring(0, 3)) {
            case "SEV" ->
                switch (measure) {
                    case "S-CONSUMPTION-LIMIT" -> type.code().equals("SEVERE-JUDGMENT");
                    case "S-ASSOCIATION" -> type.group().equals("market");
                    default -> measure.startsWith("S-");
                };
            case "RED" -> measure.startsWith("I-");
            default -> false;
        };
    }

    private static Set<String> reached(JsonNode listing, Measure measure, boolean personsBehind) {
        var subjects = new TreeSet<String>();
        var subject = listing.path("subject");
        boolean organisation = subject.path("kind").asString().equals("ORGANISATION");
        if (measure.reach().contains(organisation ? "O" : "P")) {
            subjects.add(subject.path(organisation ? "code" : "idNumber").asString());
        }
        if (organisation && personsBehind) {
            var roles = new ArrayList<String>();
            measure.reach().forEach(reach -> roles.addAll(BEHIND.getOrDefault(reach, Set.of())));
            for (var person : listing.path("persons")) {
                var role = person.path("role").asString();
                boolean responsible = person.path("directlyResponsible").asBoolean(false);
                if (roles.contains(role) || (roles.contains(role + "*") && responsible)) {
                    subjects.add(person.path("idNumber").asString());
                }
            }
        }
        return subjects;
    }
}
