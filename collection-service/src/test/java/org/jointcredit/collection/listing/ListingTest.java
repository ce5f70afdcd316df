package org.jointcredit.collection.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Fixtures.NOW;
import static org.jointcredit.collection.Fixtures.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.collection.listing.Move.Happening;
import org.jointcredit.collection.listing.Move.Made;
import org.jointcredit.collection.subject.Party;
import org.jointcredit.collection.submission.Refusal;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ListingEnd;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.event.SubjectKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a listing allows in each state, and who must agree (C6, P4.1, P5.7). */
class ListingTest {
    private static final ListedPerson LI = behind("li", PersonRole.LEGAL_REPRESENTATIVE, false);
    private static final ListedPerson WANG = behind("wang", PersonRole.DIRECTOR, false);
    private static final ListedPerson WANG_RESPONSIBLE = behind("wang", PersonRole.DIRECTOR, true);

    @Test
    void theDecisionOfTwoOfficersIsInForceAtOnceAndOneOfficersWaits() {
        assertThat(published().state()).isEqualTo(ListingState.PUBLISHED);
        assertThat(published().publishedAt()).isEqualTo(NOW);
        assertThat(proposed().state()).isEqualTo(ListingState.PROPOSED);
        assertThat(proposed().publishedAt()).isNull();
    }

    @Test
    void whoProposedNeitherApprovesNorRefuses() {
        assertThat(proposed().approve("reporter", TODAY, NOW)).isEqualTo(new Move.Refused(Refusal.FOUR_EYES));
        assertThat(proposed().refuse("reporter", "no")).isEqualTo(new Move.Refused(Refusal.FOUR_EYES));
        assertThat(made(proposed().approve("approver", TODAY, NOW))
                        .listing()
                        .terms()
                        .decision()
                        .decidedBy())
                .isEqualTo("approver");
        assertThat(made(proposed().refuse("approver", "no")).listing().state()).isEqualTo(ListingState.REFUSED);
    }

    @Test
    void whatIsOverBeforeItIsDecidedIsNotPublished() {
        Listing late = open(null, TODAY.minusDays(1));
        assertThat(late.approve("approver", TODAY, NOW)).isEqualTo(new Move.Refused(Refusal.WRONG_STATE));
    }

    @Test
    void nothingHappensToWhatIsNotInForce() {
        Listing refused = made(proposed().refuse("approver", "no")).listing();
        for (Listing listing : List.of(proposed(), refused)) {
            assertThat(listing.change(change(List.of(), null))).isEqualTo(new Move.Refused(Refusal.WRONG_STATE));
            assertThat(listing.end(end(EndingReason.REVOKED), "f")).isEqualTo(new Move.Refused(Refusal.WRONG_STATE));
            assertThat(listing.endOfTerm(TODAY.plusYears(9), NOW)).isEqualTo(new Move.Refused(Refusal.WRONG_STATE));
        }
        assertThat(refused.approve("approver", TODAY, NOW)).isEqualTo(new Move.Refused(Refusal.WRONG_STATE));
        assertThat(published().approve("approver", TODAY, NOW)).isEqualTo(new Move.Refused(Refusal.WRONG_STATE));
    }

    @Test
    void aChangeThatReachesSomebodyFurtherTakesTwoOfficers() {
        for (List<ListedPerson> wider : List.of(
                List.of(LI, WANG, behind("new", PersonRole.SUPERVISOR, false)),
                List.of(LI, WANG_RESPONSIBLE),
                List.of(LI, behind("wang", PersonRole.PRINCIPAL, false)))) {
            Made waits = made(published().change(change(wider, null)));
            assertThat(waits.what()).isEqualTo(Happening.CHANGE_PROPOSED);
            assertThat(waits.listing().terms().persons()).containsExactly(LI, WANG);
            assertThat(waits.listing().isChangeable()).isFalse();
            assertThat(waits.listing().approve("changer", TODAY, NOW)).isEqualTo(new Move.Refused(Refusal.FOUR_EYES));
            Made approved = made(waits.listing().approve("approver", TODAY, NOW));
            assertThat(approved.what()).isEqualTo(Happening.CHANGED);
            assertThat(approved.listing().terms().persons()).isEqualTo(wider);
            assertThat(approved.listing().pending()).isNull();
            Made refused = made(waits.listing().refuse("approver", "no"));
            assertThat(refused.listing().terms().persons()).containsExactly(LI, WANG);
            assertThat(refused.listing().state()).isEqualTo(ListingState.PUBLISHED);
            assertThat(made(published().change(change(wider, "second"))).what()).isEqualTo(Happening.CHANGED);
        }
        assertThat(made(published().change(change(List.of(WANG), null))).what()).isEqualTo(Happening.CHANGED);
        assertThat(made(published().change(change(null, null)))
                        .listing()
                        .terms()
                        .persons())
                .as("what is left out stays")
                .containsExactly(LI, WANG);
    }

    @Test
    void whoWasTakenOffIsPutBackByTwoOfficersOnly() {
        Listing without = made(published().change(change(List.of(LI), null))).listing();
        assertThat(made(without.change(change(List.of(LI, WANG), null))).what()).isEqualTo(Happening.CHANGE_PROPOSED);
    }

    @Test
    void anEndedListingCanOnlyBeSaidToHaveBeenWrongFromTheStart() {
        Listing ended = made(published().end(end(EndingReason.EXIT), "f")).listing();
        assertThat(ended.state()).isEqualTo(ListingState.ENDED);
        for (EndingReason reason : List.of(EndingReason.TERM, EndingReason.EXIT, EndingReason.COURT)) {
            assertThat(ended.end(end(reason), "f")).isEqualTo(new Move.Refused(Refusal.WRONG_STATE));
        }
        Listing revoked = made(ended.end(end(EndingReason.REVOKED), "f")).listing();
        assertThat(revoked.ended()).extracting(ListingEnd::reason).isEqualTo(EndingReason.REVOKED);
        assertThat(revoked.end(end(EndingReason.REVOKED), "f")).isEqualTo(new Move.Refused(Refusal.WRONG_STATE));
    }

    @Test
    void aCaseRevokesWhatWasInForceAndRefusesWhatIsOnlyProposedO5() {
        var decision = new Decision("异〔2026〕000017号", "a", TODAY, "A30");
        Listing ended = made(published().end(end(EndingReason.EXIT), "f")).listing();
        for (Listing listing : List.of(published(), ended)) {
            Listing revoked = made(listing.revoke(decision, NOW)).listing();
            assertThat(revoked.ended()).isEqualTo(new ListingEnd(EndingReason.REVOKED, decision, TODAY, NOW));
            assertThat(revoked.remarks().getLast().reason()).isEqualTo("异〔2026〕000017号 A30");
            assertThat(revoked.revoke(decision, NOW)).isEqualTo(new Move.Refused(Refusal.WRONG_STATE));
        }
        Listing waits = made(published().change(change(List.of(LI, WANG_RESPONSIBLE), null)))
                .listing();
        assertThat(made(waits.revoke(decision, NOW)).listing().pending()).isNull();
        Listing refused = made(proposed().revoke(decision, NOW)).listing();
        assertThat(refused.state()).isEqualTo(ListingState.REFUSED);
        assertThat(refused.revoke(decision, NOW)).isEqualTo(new Move.Refused(Refusal.WRONG_STATE));
    }

    @Test
    void aRepairIsMarkedOnceAndChangesNothingElseO6() {
        var decision = new Decision("修〔2026〕000009号", "a", TODAY, "A29");
        Made repaired = made(published().repair(decision, "修〔2026〕000009号"));
        assertThat(repaired.what().fact).isFalse();
        assertThat(repaired.listing().repaired()).isEqualTo(new Listing.Repair(TODAY, "修〔2026〕000009号"));
        assertThat(repaired.listing().terms()).isEqualTo(published().terms());
        assertThat(repaired.listing().repair(decision, "another")).isEqualTo(new Move.Refused(Refusal.WRONG_STATE));
        assertThat(proposed().repair(decision, "n")).isEqualTo(new Move.Refused(Refusal.WRONG_STATE));
        assertThat(made(repaired.listing().end(end(EndingReason.EXIT), "f"))
                        .listing()
                        .repaired())
                .as("it stays marked")
                .isNotNull();
    }

    @Test
    void theTermEndsOnTheDayAfterItsLastDay() {
        Listing listing = open("second", TODAY);
        assertThat(listing.endOfTerm(TODAY, NOW)).isEqualTo(new Move.Refused(Refusal.WRONG_STATE));
        Listing ended = made(listing.endOfTerm(TODAY.plusDays(3), NOW)).listing();
        assertThat(ended.ended()).isEqualTo(new ListingEnd(EndingReason.TERM, null, TODAY.plusDays(1), NOW));
        assertThat(ended.endOfTerm(TODAY.plusDays(4), NOW)).isEqualTo(new Move.Refused(Refusal.WRONG_STATE));
    }

    @Test
    void everyStepIsOneVersionFurther() {
        Listing listing = proposed();
        assertThat(listing.version()).isEqualTo(1);
        listing = made(listing.approve("approver", TODAY, NOW)).listing();
        assertThat(listing.version()).isEqualTo(2);
        listing = made(listing.change(change(List.of(LI), null))).listing();
        assertThat(listing.version()).isEqualTo(3);
        assertThat(made(listing.end(end(EndingReason.COURT), "f")).listing().version())
                .isEqualTo(4);
    }

    private static Made made(Move move) {
        assertThat(move).isInstanceOf(Made.class);
        return (Made) move;
    }

    private static Listing published() {
        return open("second", TODAY.plusYears(1));
    }

    private static Listing proposed() {
        return open(null, TODAY.plusYears(1));
    }

    private static Listing open(@Nullable String decidedBy, LocalDate until) {
        var origin = new Listing.Origin(
                "market",
                "n-1",
                "SEVERE-PYRAMID",
                ListClass.SEVERE,
                ListGroup.MARKET_ORDER,
                "2021",
                "f",
                NOW,
                List.of());
        var company = new Party("c", SubjectKind.ORGANISATION, "公司", "91150403FAKE000800", null, null, List.of());
        var decision = new Terms.Decided("d", "a", TODAY.minusDays(1), "b", "f", "reporter", decidedBy);
        var terms =
                new Terms(company, null, List.of(LI, WANG), decision, List.of(), TODAY.minusDays(1), until, List.of());
        return Listing.open("id", origin, terms).listing();
    }

    private static Change change(@Nullable List<ListedPerson> persons, @Nullable String decidedBy) {
        return new Change("why", persons, null, null, null, "changer", decidedBy, "f");
    }

    private static ListingEnd end(EndingReason reason) {
        return new ListingEnd(reason, new Decision("d", "a", TODAY, "b"), TODAY, NOW);
    }

    private static ListedPerson behind(String id, PersonRole role, boolean responsible) {
        var party = new Party(id, SubjectKind.PERSON, id, null, "身份证", "999999************", List.of());
        return new ListedPerson(party, role, responsible, null);
    }
}
