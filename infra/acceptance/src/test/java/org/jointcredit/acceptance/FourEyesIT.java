package org.jointcredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.eventually;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** C6: a listing is proposed by one officer and decided by another. */
class FourEyesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String run = House.freshRun();
    private final Invented invented = new Invented(run.hashCode());

    @Test
    void anOfficersListingWaitsForTheApproverAndThenSetsOffItsNotices() {
        var listing = invented.listing(run + 1, "SEVERE-FOOD-DRUG");
        var proposed =
                FRONT.post("market-reporter", "collection/listings", listing).expect(201);
        var id = proposed.path("id").asString();
        assertThat(proposed.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(proposed.path("decision").path("proposedBy").asString()).isNotEqualTo("许刚");
        assertThat(House.notices(id)).isEmpty();

        FRONT.post("market-reporter", "collection/listings/" + id + "/approval", "{}")
                .expect(403);
        FRONT.post("sys-market", "collection/listings/" + id + "/approval", "{}")
                .expect(403);
        FRONT.post("tax-approver", "collection/listings/" + id + "/approval", "{}")
                .expect(404);

        var published = FRONT.post("market-approver", "collection/listings/" + id + "/approval", "{}")
                .expect(200);
        assertThat(published.path("state").asString()).isEqualTo("PUBLISHED");
        eventually(PATIENCE, "its notices", () -> !House.notices(id).isEmpty());
        assertThat(House.meanings(House.notices(id))).containsExactlyInAnyOrderElementsOf(LawCodes.notices(listing));
        FRONT.post("market-approver", "collection/listings/" + id + "/approval", "{}")
                .expect(409);
    }

    @Test
    void aRefusedListingSetsOffNothing() {
        var listing = invented.listing(run + 2, "SEVERE-FOOD-DRUG");
        var id = FRONT.post("market-reporter", "collection/listings", listing)
                .expect(201)
                .path("id")
                .asString();
        var refused = FRONT.post("market-approver", "collection/listings/" + id + "/refusal", "{\"reason\":\"证据不足\"}")
                .expect(200);
        assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
        assertThat(House.notices(id)).isEmpty();
        FRONT.post("market-approver", "collection/listings/" + id + "/approval", "{}")
                .expect(409);
    }

    @Test
    void aSystemNamesTwoDifferentOfficers() {
        var listing = invented.listing(run + 3, "SEVERE-FOOD-DRUG");
        listing.withObject("decision").put("decidedBy", "许刚");
        var same = FRONT.post("sys-market", "collection/listings", listing);
        same.expect(422);
        assertThat(same.errors()).containsExactly("decision.decidedBy FOUR_EYES");

        listing.withObject("decision").remove("decidedBy");
        var none = FRONT.post("sys-market", "collection/listings", listing);
        none.expect(422);
        assertThat(none.errors()).contains("decision.decidedBy FOUR_EYES");
    }

    @Test
    void anOfficersChangeThatPutsSomebodyOnTheListWaitsToo() {
        var listing = invented.listing(run + 4, "SEVERE-FOOD-DRUG");
        var id = FRONT.post("sys-market", "collection/listings", listing)
                .expect(201)
                .path("id")
                .asString();
        var persons = Front.JSON.createArrayNode();
        invented.person(persons, "LEGAL_REPRESENTATIVE");
        var change = Front.JSON.createObjectNode().put("reason", "补充查证");
        change.set("persons", persons);
        change.putObject("decision").put("facts", "经补充查证属实。");
        var path = "collection/listings/" + id;
        FRONT.post("market-reporter", path + "/change", change).expect(428);
        FRONT.post("market-reporter", path + "/change", change, "If-Match", "\"99\"")
                .expect(412);
        var seen = FRONT.get("market-reporter", path).header("ETag");
        FRONT.post("market-reporter", path + "/change", change, "If-Match", seen)
                .expect(200);
        assertThat(FRONT.get("market-approver", path).body().path("pending").isObject())
                .isTrue();
        var before = LawCodes.notices(listing);
        eventually(PATIENCE, "its first notices", () -> House.notices(id).size() == before.size());

        FRONT.post("market-approver", path + "/approval", "{}").expect(200);
        listing.set("persons", persons);
        var after = LawCodes.notices(listing);
        assertThat(after).hasSizeGreaterThan(before.size());
        eventually(PATIENCE, "notices of the person", () -> House.notices(id).size() == after.size());
        assertThat(House.meanings(House.notices(id))).containsExactlyInAnyOrderElementsOf(after);
    }
}
