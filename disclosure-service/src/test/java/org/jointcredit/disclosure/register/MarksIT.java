package org.jointcredit.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.disclosure.Cases.decided;
import static org.jointcredit.disclosure.Cases.listing;
import static org.jointcredit.disclosure.Cases.notice;
import static org.jointcredit.disclosure.Cases.objection;
import static org.jointcredit.disclosure.Cases.record;
import static org.jointcredit.disclosure.Cases.repair;
import static org.jointcredit.disclosure.Cases.review;
import static org.jointcredit.disclosure.Cases.withdrawn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.DeletionDecided;
import org.jointcredit.contract.event.Grant;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ListingVersion;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.disclosure.Cases;
import org.jointcredit.disclosure.Facts;
import org.jointcredit.disclosure.Facts.Behind;
import org.jointcredit.disclosure.Invented;
import org.jointcredit.disclosure.RunningDisclosure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** D9, A29, A30: what is under objection, was corrected or repaired says so wherever it is shown. */
class MarksIT extends RunningDisclosure {
    private static final String OBJECTED = "UNDER_OBJECTION 2026-10-20";
    private static final String CORRECTED = "CORRECTED 2026-10-28";
    private static final String REPAIRED = "REPAIRED 2026-10-28";
    private static final String LISTED = "SEVERE-MARKED";

    @SuppressWarnings("NullAway.Init")
    private ListedSubject company;

    @SuppressWarnings("NullAway.Init")
    private RecordFact record;

    @SuppressWarnings("NullAway.Init")
    private ListingFact listing;

    @BeforeEach
    void aCompanyWithARecordAndAListing() {
        company = Facts.organisation(Invented.code(), "标记" + UUID.randomUUID() + "有限公司");
        record = facts().about(company).fact();
        listing = facts().listing(company, null, LISTED);
        SYSTEM.local().setSubject("company-agent", company.id());
    }

    @Test
    void anObjectionMarksARecordEverywhereUntilItIsRejected() {
        tell(record);
        ObjectionFact objection = objection(company.id(), record(record.record()));
        tell(objection, 1);
        eventually(() -> marks("/records").equals(List.of(OBJECTED)));

        assertThat(marks(ofRecord(
                        read("/double-disclosure?kind=PENALTY&size=200").body())))
                .containsExactly(OBJECTED);
        assertThat(marks(me().at("/records/content/0"))).containsExactly(OBJECTED);
        assertThat(me().at("/records/content/0/marks/0/number").asString())
                .as("the subject reads which case it is")
                .isEqualTo(Cases.OBJECTION);
        assertThat(publicly().at("/records/content/0/marks/0").has("number"))
                .as("others do not")
                .isFalse();
        assertThat(marks(asked().at("/records/0"))).containsExactly(OBJECTED);

        tell(decided(objection, ObjectionOutcome.REJECTED, false), 3);
        tell(objection, 2);
        eventually(() -> marks("/records").isEmpty());
        assertThat(me().at("/records/content/0/marks").isEmpty()).isTrue();
    }

    @Test
    void aWithdrawalTakesTheMarkWithItAndSeveralStandSideBySide() {
        tell(record);
        ObjectionFact first = objection(company.id(), record(record.record()));
        tell(first, 1);
        tell(objection(company.id(), record(record.record())), 1);
        tell(repair(company.id(), record(record.record()), Grant.GRANTED));
        tell(repair(company.id(), record(record.record()), Grant.REFUSED));
        eventually(() -> marks("/records").equals(List.of(OBJECTED, REPAIRED)));
        tell(withdrawn(first), 2);
        // the other one stands
        settled();
        assertThat(marks("/records")).containsExactly(OBJECTED, REPAIRED);
    }

    @Test
    void theMarkMayComeBeforeWhatItMarks() {
        tell(objection(company.id(), listing(listing.listing())), 1);
        tell(objection(company.id(), record(record.record())), 1);
        settled();
        tell(listing);
        tell(record);
        eventually(() -> marks("/listings").equals(List.of(OBJECTED))
                && marks("/records").equals(List.of(OBJECTED)));
        assertThat(marks(read("/lists/" + LISTED + "?size=200")
                        .at("/content")
                        .valueStream()
                        .filter(listed -> listed.path("id").asString().equals(listing.listing()))
                        .findFirst()
                        .orElseThrow()))
                .containsExactly(OBJECTED);
        assertThat(marks(asked().at("/listings/0"))).containsExactly(OBJECTED);
    }

    @Test
    void aListingThatRestsOnAnObjectedRecordIsMarkedAsLongAsTheRecordIsO2() {
        tell(record);
        tell(Facts.restingOn(listing, record.record()));
        ObjectionFact objection = objection(company.id(), record(record.record()));
        tell(objection, 1);
        eventually(() -> marks("/listings").equals(List.of(OBJECTED)));

        tell(decided(objection, ObjectionOutcome.PARTLY, true), 2);
        settled();
        assertThat(marks("/listings")).as("wrong, and not corrected yet").containsExactly(OBJECTED);
        assertThat(marks("/records")).containsExactly(OBJECTED);

        tell(facts().about(company).id(record.record()).version(2).fact());
        tell(decided(objection, ObjectionOutcome.PARTLY, false), 3);
        eventually(() -> marks("/records").equals(List.of(CORRECTED)));
        assertThat(marks("/listings")).as("that is the record's").isEmpty();
    }

    @Test
    void whatWasUpheldInPartIsCorrectedWithItsOwnersChange() {
        tell(listing);
        ObjectionFact objection = objection(company.id(), listing(listing.listing()));
        tell(objection, 1);
        tell(decided(objection, ObjectionOutcome.PARTLY, true, new ListingVersion(listing.listing(), 1)), 2);
        settled();
        eventually(() -> marks("/listings").equals(List.of(OBJECTED)));

        tell(facts().until(listing, null, LocalDate.of(2099, 1, 1)));

        eventually(() -> marks("/listings").equals(List.of(CORRECTED)));
    }

    @Test
    void aReviewMarksWhatItHoldsAndThatItUphelds() {
        tell(record);
        String id = UUID.randomUUID().toString();
        tell(review(id, company.id(), record(record.record()), null), 1);
        eventually(() -> marks("/records").equals(List.of(OBJECTED)));
        tell(review(id, company.id(), record(record.record()), ObjectionOutcome.UPHELD), 2);
        eventually(() -> marks("/records").equals(List.of(CORRECTED)));
    }

    @Test
    void whoStandsBehindReadsTheMarkOnItsOwnMeasureAndNotTheNumbersOfOthersCases() {
        var li = facts().person("李示例", "999999199001010008");
        SYSTEM.local().setSubject("citizen-li", li.id());
        ListingFact reaching = facts().listing(company, null, LISTED, new Behind(li.id(), "李示例", "999999199001010008"));
        String notice = UUID.randomUUID().toString();
        tell(reaching);
        tell(
                new ActionChanged(
                        reaching.listing(),
                        reaching.listing(),
                        List.of(),
                        List.of(new ActionChanged.Notice(
                                notice, "S-OFFICE", "market", li.id(), Legal.SUSPENDED, Owes.NONE))),
                1);
        tell(objection(li.id(), notice(notice)), 1);
        tell(objection(company.id(), listing(reaching.listing())), 1);
        eventually(() -> get("citizen-li", "/me")
                        .at("/listings/content/0/measures/0/marks/0/number")
                        .asString()
                        .equals(Cases.OBJECTION)
                && !get("citizen-li", "/me").at("/listings/content/0/marks/0").isMissingNode());

        JsonNode its = get("citizen-li", "/me").at("/listings/content/0");
        assertThat(marks(its)).containsExactly(OBJECTED);
        assertThat(its.at("/marks/0").has("number")).isFalse();
        assertThat(marks(its.at("/measures/0"))).containsExactly(OBJECTED);
    }

    @Test
    void withTheRecordItsMarksAreErasedInWhateverOrderThatIsToldX3() {
        String anothers = UUID.randomUUID().toString();
        tell(record);
        tell(objection(company.id(), record(record.record())), 1);
        tell(repair(company.id(), record(anothers), Grant.GRANTED));
        eventually(() -> marks("/records").equals(List.of(OBJECTED)));

        tell(facts().erased(record));
        eventually(() -> publicly().at("/records/content").isEmpty() && kept(record.record()) == 0);
        tell(repair(company.id(), record(record.record()), Grant.GRANTED));
        settled();

        assertThat(kept(record.record())).isZero();
        assertThat(kept(anothers)).isOne();
    }

    private long kept(String record) {
        return mongo.getCollection("marks").countDocuments(new Document("fact.of", "RECORD:" + record));
    }

    /**
     * What was told of this company's cases before has been taken in: all of it goes one way, and the second of two is
     * begun when nothing of the first is left to do.
     */
    private void settled() {
        oneMore();
        oneMore();
    }

    private void oneMore() {
        String last = UUID.randomUUID().toString();
        tell(new DeletionDecided(
                UUID.randomUUID().toString(), last, company.id(), "market", "PER-F-02", "A28", "2021", Instant.EPOCH));
        tell(repair(company.id(), record(last), Grant.REFUSED));
        eventually(() -> kept(last) == 1);
    }

    private JsonNode publicly() {
        return read("/subjects/{id}", company.id()).body();
    }

    private JsonNode me() {
        return get("company-agent", "/me").body();
    }

    private JsonNode asked() {
        Reply reply = post("market-implementer", "/queries", """
                {"subject": {"kind": "ORGANISATION", "code": "%s"}, "purpose": "INSPECTION", "matter": "元市监查〔2026〕7号"}
                """.formatted(company.code()));
        assertThat(reply.status()).as(reply.body().toString()).isBetween(200, 201);
        return reply.body();
    }

    private JsonNode ofRecord(JsonNode page) {
        return page.at("/content")
                .valueStream()
                .filter(shown -> shown.path("id").asString().equals(record.record()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> marks(String part) {
        return marks(publicly().at(part + "/content/0"));
    }

    private static List<String> marks(JsonNode shown) {
        return shown.path("marks")
                .valueStream()
                .map(mark ->
                        mark.path("mark").asString() + " " + mark.path("since").asString())
                .toList();
    }
}
