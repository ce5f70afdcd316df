package org.jointcredit.acceptance.console;

import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.eventually;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jointcredit.acceptance.Front;
import org.jointcredit.acceptance.Invented;
import tools.jackson.databind.node.ObjectNode;

/** What departments have handed in about invented organisations and the people of the demonstration, for the pages that show it. */
final class Recorded {
    static final String LI = "999999199001010008";
    /** citizen-wang, of whom other tests say little: what is said of it is on the first page. */
    static final String WANG = "999999198503120018";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Recorded() {}

    static String number(String kind) {
        return kind + "〔2026〕" + UUID.randomUUID().toString().substring(0, 8) + "号";
    }

    static ObjectNode organisation(String code, String name) {
        return Front.JSON
                .createObjectNode()
                .put("kind", "ORGANISATION")
                .put("code", code)
                .put("name", name);
    }

    static ObjectNode person(String idNumber, String name) {
        return Front.JSON
                .createObjectNode()
                .put("kind", "PERSON")
                .put("idNumber", idNumber)
                .put("name", name);
    }

    /** A penalty of the market regulation bureau, under the general procedure. */
    static void penalty(String number, ObjectNode subject) {
        var record = unstatedPenalty(number, subject);
        FRONT.post("sys-market", "collection/records", record.put("procedure", "GENERAL"))
                .expect(201);
    }

    /** One of which it is not said whether it is adverse information. */
    static void penaltyToSettle(String number, ObjectNode subject) {
        FRONT.post("sys-market", "collection/records", unstatedPenalty(number, subject))
                .expect(201);
    }

    private static ObjectNode unstatedPenalty(String number, ObjectNode subject) {
        var day = LocalDate.now().minusDays(3).toString();
        var record = Front.JSON
                .createObjectNode()
                .put("number", number)
                .put("item", "XYGS-CF")
                .put("decidedOn", day)
                .put("behaviourEndedOn", day);
        record.set("subject", subject);
        record.putObject("fields")
                .put("cf_wfxw", "经营标签不合格食品")
                .put("cf_sy", "经查，当事人经营标签不合格食品，事实清楚。")
                .put("cf_yj", "《中华人民共和国食品安全法》第一百二十五条")
                .put("cf_cflb", "罚款")
                .put("cf_nr", "罚款三万元。")
                .put("cf_nr_fk", "30000")
                .put("cf_yxq", "2099-12-31");
        return record;
    }

    /** An officer asks about somebody, with the right to or without. */
    static void isAskedAbout(ObjectNode subject, String officer, String purpose, String matter, int expected) {
        var query = Front.JSON.createObjectNode().put("purpose", purpose).put("matter", matter);
        query.set("subject", subject);
        FRONT.post(officer, "disclosure/queries", query).expect(expected);
    }

    /** On the list of false advertisers since some days. */
    static void listing(String number, ObjectNode subject) {
        var listing = new Invented(number.hashCode()).listing(number, "SEVERE-FALSE-AD");
        listing.set("subject", subject);
        FRONT.post("sys-market", "collection/listings", listing).expect(201);
    }

    /** Waits until everybody can find an organisation. */
    static void isPublic(String code) {
        eventually(
                PATIENCE,
                "what is public of " + code,
                () -> FRONT.all(Front.NOBODY, "disclosure/public/subjects?q=" + code)
                                .size()
                        == 1);
    }

    /** Waits until everybody can read a listing of false advertisers. */
    static void isOnTheList(String number) {
        eventually(
                PATIENCE,
                "the listing " + number,
                () -> FRONT.all(Front.NOBODY, "disclosure/public/lists/SEVERE-FALSE-AD").stream()
                        .anyMatch(listing -> listing.path("number").asString().equals(number)));
    }

    /** Waits until a subject can read something about itself. */
    static void isKnownTo(String who, String number) {
        eventually(
                PATIENCE,
                "what " + who + " reads",
                () -> FRONT.get(who, "disclosure/me?size=200")
                        .expect(200)
                        .toString()
                        .contains(number));
    }

    /** Waits until a subject can read what a listing sets off: that comes from sanction, after the listing. */
    static void isKnownWithMeasuresTo(String who, String number) {
        eventually(
                PATIENCE,
                "what the listing sets off, as " + who + " reads it",
                () -> FRONT.get(who, "disclosure/me?size=200")
                        .expect(200)
                        .at("/listings/content")
                        .valueStream()
                        .anyMatch(listing -> listing.path("number").asString().equals(number)
                                && !listing.path("measures").isEmpty()));
    }
}
