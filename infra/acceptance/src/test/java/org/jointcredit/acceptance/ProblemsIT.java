package org.jointcredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.acceptance.House.FRONT;

import org.junit.jupiter.api.Test;

/** interfaces.md, "Order of judgement": problem documents, in the caller's language, as they leave the gateway. */
class ProblemsIT {
    private final String run = House.freshRun();
    private final Invented invented = new Invented(run.hashCode());

    @Test
    void allErrorsOfABodyAreSaidAtOnceInTheCallersLanguage() {
        var listing = invented.listing(run + 1, "SEVERE-FOOD-DRUG");
        listing.withObject("subject").put("code", "91150403FAKE000801");
        listing.withObject("decision").put("date", "2999-01-01").remove("authority");
        listing.put("effectiveFrom", "2026-02-30");
        var chinese = FRONT.post("sys-market", "collection/listings", listing);
        var english = FRONT.post("sys-market", "collection/listings", listing, "Accept-Language", "en");
        for (var answer : new Front.Answer[] {chinese, english}) {
            answer.expect(422);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.body().propertyNames())
                    .contains("type", "title", "status", "detail", "instance", "errors");
            assertThat(answer.errors())
                    .contains(
                            "subject.code CHECK_DIGIT",
                            "decision.date DATE_IN_FUTURE",
                            "decision.authority REQUIRED",
                            "effectiveFrom FORMAT");
            assertThat(answer.text()).doesNotContain("91150403FAKE000801");
        }
        assertThat(chinese.body().path("title").asString()).containsPattern("\\p{IsHan}");
        assertThat(english.body().path("title").asString()).doesNotContainPattern("\\p{IsHan}");
        assertThat(english.body().path("errors").get(0).path("message").asString())
                .doesNotContainPattern("\\p{IsHan}");
        assertThat(FRONT.get("sys-market", "collection/listings?number=" + run + 1)
                        .expect(200)
                        .path("content"))
                .isEmpty();
    }

    @Test
    void whoIsNobodyIsToldSoAndNeverSentElsewhere() {
        var answer = FRONT.get(Front.NOBODY, "collection/listings", "Accept", "text/html");
        answer.expect(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void whatIsNoJsonIsABadRequestAndAnUnknownPathIsNotFound() {
        FRONT.post("sys-market", "collection/listings", "no json").expect(400);
        FRONT.post("sys-market", "collection/listings", "[]").expect(400);
        FRONT.get("sys-market", "collection/nothing-here").expect(404);
        FRONT.get(Front.NOBODY, "collection/nothing-here").expect(401);
    }

    @Test
    void theSameNumberAgainIsTheFirstAnswerAndWithAnotherBodyADuplicate() {
        var listing = invented.listing(run + 2, "SEVERE-FOOD-DRUG");
        var first = FRONT.post("sys-market", "collection/listings", listing).expect(201);
        var again = FRONT.post("sys-market", "collection/listings", listing);
        assertThat(again.status()).isIn(200, 201);
        assertThat(again.body().path("id")).isEqualTo(first.path("id"));
        listing.withObject("decision").put("facts", "另有事实。");
        var other = FRONT.post("sys-market", "collection/listings", listing);
        assertThat(other.status()).isEqualTo(409);
    }

    @Test
    void aBadPageSizeOrSortIsABadRequest() {
        for (var query : new String[] {"page=-1", "size=0", "size=201", "size=x", "sort=secret", "sort=number,up"}) {
            assertThat(FRONT.get("sys-market", "collection/listings?" + query).status())
                    .as(query)
                    .isEqualTo(400);
            assertThat(FRONT.get("sys-market", "sanction/notices?" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void theInterfacesOfEveryServiceAreDescribed() {
        for (var service : new String[] {"collection", "sanction", "disclosure", "objection"}) {
            assertThat(FRONT.get(Front.NOBODY, service + "/openapi")
                            .expect(200)
                            .path("openapi")
                            .asString())
                    .startsWith("3.");
        }
    }
}
