package org.jointcredit.acceptance;

import java.util.Set;
import java.util.TreeSet;
import org.jointcredit.acceptance.LawCodes.Expected;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One listing of a flow, what is done to it afterwards, and what must have come of it in the end.
 *
 * @param command {@code change} or {@code ending}; null: it stays as it is
 */
record Case(ObjectNode listing, String command, ObjectNode body, boolean overRest) {
    private static final String DAY = "2026-10-01";

    /** Of ten listings one gets a person more, one loses all, one ends and one is revoked. */
    static Case of(int place, String number, Invented invented) {
        var listing = invented.listing(number);
        boolean overRest = place % 2 == 0;
        boolean organisation = listing.path("subject").has("code");
        return switch (place / 2 % 10) {
            case 2 -> new Case(listing, "ending", Invented.ending("EXIT", DAY), overRest);
            case 4 -> new Case(listing, "ending", Invented.ending("REVOKED", DAY), overRest);
            case 6 ->
                organisation
                        ? new Case(listing, "change", widened(listing, invented), overRest)
                        : plain(listing, overRest);
            case 8 -> {
                if (!organisation) {
                    yield plain(listing, overRest);
                }
                invented.person(listing.withArray("persons"), "PRINCIPAL");
                yield new Case(listing, "change", Invented.change(Front.JSON.createArrayNode()), overRest);
            }
            default -> plain(listing, overRest);
        };
    }

    private static Case plain(ObjectNode listing, boolean overRest) {
        return new Case(listing, null, null, overRest);
    }

    private static ObjectNode widened(ObjectNode listing, Invented invented) {
        var persons = (ArrayNode) listing.withArray("persons").deepCopy();
        invented.person(persons, "LEGAL_REPRESENTATIVE");
        return Invented.change(persons);
    }

    String number() {
        return listing.path("number").asString();
    }

    String department() {
        return Invented.department(listing);
    }

    boolean isEnded() {
        return "ending".equals(command);
    }

    /** Those issued at any time. */
    Set<Expected> notices() {
        var all = new TreeSet<>(LawCodes.notices(listing));
        all.addAll(LawCodes.notices(changed()));
        return all;
    }

    String legal(Expected notice) {
        if (isEnded()) {
            return body.path("reason").asString().equals("REVOKED") ? "RECALLED" : "ENDED";
        }
        return LawCodes.notices(changed()).contains(notice) ? "IN_FORCE" : "ENDED";
    }

    private ObjectNode changed() {
        if (!"change".equals(command)) {
            return listing;
        }
        var changed = listing.deepCopy();
        changed.set("persons", body.path("persons"));
        return changed;
    }
}
