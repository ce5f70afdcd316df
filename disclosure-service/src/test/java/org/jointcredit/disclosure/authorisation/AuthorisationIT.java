package org.jointcredit.disclosure.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.disclosure.Invented;
import org.jointcredit.disclosure.RunningDisclosure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** D2, A17, A18: an authorised other reads what the authorisation covers, as long as it holds; the subject sees it. */
class AuthorisationIT extends RunningDisclosure {
    private ListedSubject person;

    @BeforeEach
    void liHasRecords() {
        person = facts().person("李示例", Invented.number());
        SYSTEM.local().setSubject("citizen-li", person.id());
        SYSTEM.local().setSubject("citizen-wang", UUID.randomUUID().toString());
        SYSTEM.local().setSubject("company-agent", UUID.randomUUID().toString());
        tell(facts().about(person)
                .personName("李示例")
                .item("PER-A-01")
                .disclosure(Disclosure.CLOSED)
                .fact());
        tell(facts().about(person)
                .personName("李示例")
                .item("PER-A-02")
                .disclosure(Disclosure.CLOSED)
                .fact());
        tell(facts().listing(person, "李示例", "SEVERE-AUTHORISED"));
        eventually(() -> mongo.getCollection("records").countDocuments(new Document("fact.subject.id", person.id()))
                        == 2
                && mongo.getCollection("listings").countDocuments(new Document("fact.subject.id", person.id())) == 1);
    }

    @Test
    void theGranteeReadsWhatIsCoveredAndTheSubjectSeesThatItDid() {
        Reply given = give("{\"items\":[\"PER-A-01\"]}", clock.today().plusDays(30));
        assertThat(given.status()).isEqualTo(201);
        String id = given.text("/id");
        assertThat(given.text("/state")).isEqualTo("VALID");

        Reply information = get("citizen-wang", "/authorisations/{id}/information", id);
        assertThat(information.status()).isEqualTo(200);
        assertThat(information
                        .at("/records")
                        .valueStream()
                        .map(record -> record.path("item").asString()))
                .containsExactly("PER-A-01");
        assertThat(information.at("/listings")).isEmpty();

        var look = get("citizen-li", "/me/accesses").at("/content/0");
        assertThat(look.path("kind").asString()).isEqualTo("AUTHORISED");
        assertThat(look.path("request").asString()).isEqualTo(id);
        assertThat(look.path("purposeText").asString()).as("why").isEqualTo("贷款申请");
        assertThat(get("drc-auditor", "/queries?sort=at,desc").text("/content/0/purposeText"))
                .isEqualTo("贷款申请");
        assertThat(String.valueOf(mongo.getCollection("accesses")
                        .find(new Document("request", id))
                        .first()))
                .as("in the subject's words, so sealed")
                .doesNotContain("贷款申请");
        assertThat(look.path("officer").asString()).isNotEmpty();

        String wide = give("{\"categories\":[\"ADVERSE\"],\"listings\":true}", clock.today())
                .text("/id");
        Reply all = get("citizen-wang", "/authorisations/{id}/information", wide);
        assertThat(all.at("/records")).hasSize(2);
        assertThat(all.at("/listings")).hasSize(1);
        String other = give("{\"categories\":[\"BASIC\"]}", clock.today()).text("/id");
        assertThat(get("citizen-wang", "/authorisations/{id}/information", other)
                        .at("/records"))
                .isEmpty();
    }

    @Test
    void nobodyElseReadsItAndNotOutsideItsTermOrAfterItsRevocation() {
        String id = give("{\"items\":[\"PER-A-01\"]}", clock.today()).text("/id");
        assertThat(get("company-agent", "/authorisations/{id}/information", id).status())
                .isEqualTo(404);
        assertThat(get("company-agent", "/authorisations/{id}", id).status()).isEqualTo(404);
        assertThat(get("citizen-li", "/authorisations/{id}/information", id).status())
                .isEqualTo(404);
        for (String who : List.of("market-implementer", "drc-auditor", "sys-bank")) {
            assertThat(get(who, "/authorisations/{id}/information", id).status())
                    .as(who)
                    .isEqualTo(403);
        }
        assertThat(post("citizen-wang", "/authorisations/" + id + "/revocation", "")
                        .status())
                .isEqualTo(404);
        assertThat(get("citizen-wang", "/authorisations/{id}/information", id).status())
                .isEqualTo(200);

        assertThat(post("citizen-li", "/authorisations/" + id + "/revocation", "")
                        .text("/state"))
                .isEqualTo("REVOKED");
        assertThat(post("citizen-li", "/authorisations/" + id + "/revocation", "")
                        .status())
                .as("twice is as once")
                .isEqualTo(200);
        assertThat(get("citizen-wang", "/authorisations/{id}/information", id).status())
                .isEqualTo(403);

        Reply later = post(
                "citizen-li",
                "/authorisations",
                body("{\"items\":[\"PER-A-01\"]}", clock.today().plusDays(9))
                        .replace("\"until\"", "\"from\":\"" + clock.today().plusDays(2) + "\",\"until\""));
        assertThat(later.text("/state")).isEqualTo("WAITING");
        assertThat(get("citizen-wang", "/authorisations/{id}/information", later.text("/id"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoReadsFirstIsWhoIsMeantWhoeverHasTheNameLater() {
        String id = give("{\"items\":[\"PER-A-01\"]}", clock.today()).text("/id");
        assertThat(get("citizen-li", "/authorisations/{id}", id)
                        .at("/acceptedAt")
                        .isMissingNode())
                .as("nobody has used it, or perhaps nobody is called so")
                .isTrue();
        assertThat(get("citizen-wang", "/authorisations/{id}/information", id).status())
                .isEqualTo(200);
        String accepted = get("citizen-li", "/authorisations/{id}", id).text("/acceptedAt");
        assertThat(accepted).endsWith("+08:00");
        assertThat(get("citizen-wang", "/authorisations/{id}/information", id).status())
                .isEqualTo(200);
        assertThat(get("citizen-li", "/authorisations/{id}", id).text("/acceptedAt"))
                .isEqualTo(accepted);

        SYSTEM.local().setSubject("citizen-wang", UUID.randomUUID().toString());
        for (String door : List.of("/authorisations/{id}/information", "/authorisations/{id}")) {
            assertThat(get("citizen-wang", door, id).status())
                    .as("another person under the same log-in name")
                    .isEqualTo(404);
        }
        assertThat(get("citizen-wang", "/authorisations/received?size=200")
                        .body()
                        .toString())
                .doesNotContain(id);
    }

    @Test
    void whetherThereIsSuchAnAccountIsForNobodyToTryOut() {
        Reply unknown = post(
                "citizen-li",
                "/authorisations",
                body("{\"listings\":true}", clock.today()).replace("citizen-wang", "nobody-of-that-name"));
        assertThat(unknown.status()).isEqualTo(201);
        assertThat(get("citizen-li", "/authorisations/{id}", unknown.text("/id"))
                        .at("/acceptedAt")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void bothSidesFindIt() {
        String id = give("{\"items\":[\"PER-A-02\"]}", clock.today()).text("/id");
        assertThat(get("citizen-li", "/authorisations?size=200&sort=grantedAt,desc")
                        .text("/content/0/id"))
                .isEqualTo(id);
        assertThat(get("citizen-wang", "/authorisations/received?sort=grantedAt,desc")
                        .text("/content/0/id"))
                .isEqualTo(id);
        assertThat(get("citizen-wang", "/authorisations?size=200").body().toString())
                .doesNotContain(id);
        assertThat(get("market-reporter", "/authorisations").status()).isEqualTo(403);
    }

    @Test
    void allErrorsAreToldAtOnce() {
        Reply refused = post(
                "citizen-li",
                "/authorisations",
                "{\"grantee\":{},\"scope\":{\"categories\":[\"ALL\"]},\"until\":\""
                        + clock.today().minusDays(1) + "\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(errors(refused))
                .containsExactlyInAnyOrder(
                        "grantee.username REQUIRED",
                        "scope.categories[0] UNKNOWN_CODE",
                        "purpose REQUIRED",
                        "until DATE_ORDER");
        assertThat(errors(give("{}", clock.today()))).containsExactly("scope.categories REQUIRED");
        assertThat(errors(give("{\"items\":[\"PER-A-01\",\"NONE-1\",\"../x\"]}", clock.today())))
                .containsExactly("scope.items[1] UNKNOWN_CODE", "scope.items[2] UNKNOWN_CODE");
        assertThat(errors(post(
                        "citizen-li",
                        "/authorisations",
                        body("{\"listings\":true}", clock.today()).replace("citizen-wang", "Citizen-Li"))))
                .as("nobody needs to be allowed to see what is its own")
                .containsExactly("grantee.username CODE_NOT_ALLOWED");
    }

    private Reply give(String scope, LocalDate until) {
        return post("citizen-li", "/authorisations", body(scope, until));
    }

    private static String body(String scope, LocalDate until) {
        return "{\"grantee\":{\"username\":\"citizen-wang\"},\"scope\":%s,\"purpose\":\"贷款申请\",\"until\":\"%s\"}"
                .formatted(scope, until);
    }

    private static List<String> errors(Reply reply) {
        return reply.at("/errors")
                .valueStream()
                .map(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}
