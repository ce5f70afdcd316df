package org.jointcredit.collection.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Bodies.COMPANY;
import static org.jointcredit.collection.Bodies.LI;
import static org.jointcredit.collection.Bodies.WANG;
import static org.jointcredit.collection.Bodies.change;
import static org.jointcredit.collection.Bodies.citizen;
import static org.jointcredit.collection.Bodies.ending;
import static org.jointcredit.collection.Bodies.listing;
import static org.jointcredit.collection.Bodies.number;
import static org.jointcredit.collection.Bodies.person;
import static org.jointcredit.collection.Bodies.personEntry;
import static org.jointcredit.collection.Bodies.with;

import java.util.List;
import org.jointcredit.collection.Bodies;
import org.jointcredit.collection.RunningCollection;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.IndexEntry;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ListingSealed;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Listings over REST, as departments and their officers send them (C6, P4.1, P4.2; interfaces: listings). */
class ListingRestIT extends RunningCollection {
    private static final String LISTINGS = "/api/collection/listings";

    @Test
    void aDepartmentsOwnSystemThatNamesTwoOfficersPublishesAtOnce() {
        Reply reply = submit("sys-market", listing(clock.today()));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("/state")).isEqualTo("PUBLISHED");
        assertThat(reply.location()).isEqualTo(LISTINGS + "/" + reply.text("/id"));
        assertThat(reply.etag()).isEqualTo("\"1\"");
        assertThat(reply.text("/decision/decidedBy")).isEqualTo("局长 尤可方");
        assertThat(reply.text("/persons/1/idNumber")).isEqualTo("999999************");
    }

    @Test
    void theFactOnTriggerCarriesItsWholeStateAndNamesPersonsInTheSealedPartOnlyX4() {
        try (TopicReader trigger = SYSTEM.reader(Topics.TRIGGER)) {
            ObjectNode body = listing(clock.today());
            String id = submit("sys-market", body).text("/id");

            var record = trigger.await(1, PATIENCE, about(id)).getFirst();

            assertThat(type(record)).isEqualTo(EventTypes.LISTING_PUBLISHED);
            assertThat(record.value()).doesNotContain("李示例", "王示例", LI, WANG, "许刚", "经查证属实");
            ListingFact fact = ContractJson.mapper().readValue(record.value(), ListingFact.class);
            assertThat(record.key()).isEqualTo(fact.subject().id());
            assertThat(fact.number()).isEqualTo(body.get("number").asString());
            assertThat(fact.department()).isEqualTo("market");
            assertThat(fact.group()).isEqualTo("MARKET_ORDER");
            assertThat(fact.subject().code()).isEqualTo(COMPANY);
            assertThat(fact.subject().name()).isEqualTo("元宝山示例有限公司");
            assertThat(fact.persons())
                    .extracting("role")
                    .extracting(Object::toString)
                    .containsExactly("LEGAL_REPRESENTATIVE", "DIRECTOR");
            assertThat(fact.persons().get(1).directlyResponsible()).isTrue();
            assertThat(fact.persons().getFirst().index())
                    .extracting(IndexEntry::of)
                    .containsExactly(IndexEntry.Of.NUMBER, IndexEntry.Of.NAME_AND_LAST_FOUR);
            var sealed = ContractJson.mapper()
                    .readValue(cipher.open(fact.sealed(), "listing", "sealed", id), ListingSealed.class);
            assertThat(sealed.persons()).extracting("name").containsExactly("李示例", "王示例");
            assertThat(sealed.persons()).extracting("masked").containsExactly("李**", "王**");
            assertThat(sealed.decidedBy()).isEqualTo("局长 尤可方");
        }
    }

    @Test
    void numbersOfPersonsAreNowhereInTheDatabaseInTheOpenX4() {
        submit("sys-market", person(clock.today()));

        for (String collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection)
                    .find()
                    .forEach(document -> assertThat(document.toString())
                            .as(collection)
                            .doesNotContain(LI)
                            .doesNotContain(WANG));
        }
    }

    @Test
    void anOfficersListingWaitsForAnotherOfficerOfTheSameDepartmentP41() {
        ObjectNode body = listing(clock.today());
        Reply proposed = submit("market-reporter", body);
        String id = proposed.text("/id");

        assertThat(proposed.status()).isEqualTo(201);
        assertThat(proposed.text("/state")).isEqualTo("PROPOSED");
        assertThat(proposed.text("/decision/proposedBy")).isEqualTo("market-reporter");
        assertThat(proposed.body().at("/decision/decidedBy").isMissingNode()).isTrue();
        assertThat(post("tax-approver", LISTINGS + "/" + id + "/approval", null, "")
                        .status())
                .isEqualTo(404);
        assertThat(post("market-reporter", LISTINGS + "/" + id + "/approval", null, "")
                        .status())
                .isEqualTo(403);

        Reply approved = post("market-approver", LISTINGS + "/" + id + "/approval", null, "");

        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.text("/state")).isEqualTo("PUBLISHED");
        assertThat(approved.text("/decision/decidedBy")).isEqualTo("market-approver");
        Reply again = post("market-approver", LISTINGS + "/" + id + "/approval", null, "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.errors()).containsExactly(" WRONG_STATE");
    }

    @Test
    void theSecondOfficerMayRefuseWithAReason() {
        String id = submit("market-reporter", listing(clock.today())).text("/id");

        assertThat(post("market-approver", LISTINGS + "/" + id + "/refusal", null, "{}")
                        .errors())
                .containsExactly("reason REQUIRED");
        Reply refused = post("market-approver", LISTINGS + "/" + id + "/refusal", change("证据不足"));

        assertThat(refused.text("/state")).isEqualTo("REFUSED");
        Reply seen = get("market-reporter", LISTINGS + "/" + id);
        assertThat(seen.text("/journal/1/reason")).isEqualTo("证据不足");
        assertThat(seen.text("/journal/1/by")).isEqualTo("market-approver");
        assertThat(seen.text("/journal/1/proposedBy")).isEqualTo("market-reporter");
    }

    @Test
    void onlyTheInitiatingDepartmentOfTheListTypeListsAndHearsItBeforeAnythingElse() {
        ObjectNode body = with(listing(clock.today()), wrong -> wrong.remove("number"));

        Reply reply = submit("sys-tax", body);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.errors()).containsExactly("listType NOT_YOURS");
        assertThat(submit("market-implementer", listing(clock.today())).status())
                .isEqualTo(403);
    }

    @Test
    void allErrorsComeAtOnceAndNothingIsStored() {
        String number = number();
        ObjectNode body = with(listing(clock.today()), wrong -> {
            wrong.put("number", number);
            wrong.put("listType", "SEVERE-NOTHING");
            ((ObjectNode) wrong.get("subject")).put("code", "91150403FAKE000801");
            ((ObjectNode) wrong.get("decision")).put("decidedBy", "许 刚");
            wrong.put("until", "2020-02-30");
        });

        Reply reply = submit("sys-market", body);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.errors())
                .containsExactlyInAnyOrder(
                        "listType UNKNOWN_CODE",
                        "subject.code CHECK_DIGIT",
                        "decision.decidedBy FOUR_EYES",
                        "until FORMAT");
        assertThat(reply.body().toString()).doesNotContain("91150403FAKE000801");
        assertThat(get("market-reporter", LISTINGS + "?number=" + number).text("/page/totalElements"))
                .isEqualTo("0");
    }

    @Test
    void theSameNumberAndContentAgainIsAnsweredAsTheFirstTimeAndOtherContentIsADuplicate() {
        ObjectNode body = listing(clock.today());
        Reply first = submit("sys-market", body);
        ObjectNode shuffled = ContractJson.mapper().createObjectNode();
        body.properties().stream()
                .toList()
                .reversed()
                .forEach(member -> shuffled.set(member.getKey(), member.getValue()));
        shuffled.put("somethingNobodyKnows", 1);

        Reply again = submit("sys-market", shuffled);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        ((ObjectNode) body.get("decision")).put("facts", "另一事实。");
        Reply other = submit("sys-market", body);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.errors()).containsExactly("number DUPLICATE");
        body.remove("evidence");
        assertThat(submit("sys-market", body).status())
                .as("what is known of the number comes before the fields")
                .isEqualTo(409);
    }

    @Test
    void aReferenceListSetsOffNothingP55() {
        try (TopicReader trigger = SYSTEM.reader(Topics.TRIGGER)) {
            Reply reply =
                    submit("sys-drc", with(listing(clock.today()), body -> body.put("listType", "REF-ASSOCIATION")));
            Reply next = submit("sys-market", listing(clock.today()));

            assertThat(reply.text("/state")).isEqualTo("PUBLISHED");
            trigger.await(1, PATIENCE, about(next.text("/id")));
            assertThat(trigger.seen()).noneMatch(about(reply.text("/id")));
        }
    }

    @Test
    void aChangeThatAddsAPersonWaitsForTheSecondOfficerAndOthersActAtOnceC6() {
        String id = submit("sys-market", listing(clock.today())).text("/id");
        ObjectNode added = with(
                change("补充实际负责人"),
                body -> body.putArray("persons")
                        .add(personEntry("LEGAL_REPRESENTATIVE", "李示例", LI))
                        .add(personEntry("PRINCIPAL", "王示例", WANG)));

        assertThat(post("market-reporter", LISTINGS + "/" + id + "/change", added)
                        .status())
                .isEqualTo(428);
        assertThat(post("market-reporter", LISTINGS + "/" + id + "/change", "\"7\"", added.toString())
                        .status())
                .isEqualTo(412);
        Reply pending = post("market-reporter", LISTINGS + "/" + id + "/change", "\"1\"", added.toString());

        assertThat(pending.status()).isEqualTo(200);
        assertThat(get("market-approver", LISTINGS + "?waits=true&sort=createdAt,desc")
                        .body()
                        .at("/content")
                        .valueStream()
                        .map(one -> one.at("/id").asString()))
                .contains(id);
        assertThat(pending.text("/pending/reason")).isEqualTo("补充实际负责人");
        assertThat(pending.text("/persons/1/role")).isEqualTo("DIRECTOR");
        assertThat(post(
                                "market-reporter",
                                LISTINGS + "/" + id + "/change",
                                "\"2\"",
                                change("再改").toString())
                        .status())
                .isEqualTo(409);

        Reply approved = post("market-approver", LISTINGS + "/" + id + "/approval", null, "");

        assertThat(approved.body().at("/pending").isMissingNode()).isTrue();
        assertThat(approved.text("/persons/1/role")).isEqualTo("PRINCIPAL");
        assertThat(approved.body().at("/evidence"))
                .as("what the change leaves out stays")
                .isNotEmpty()
                .isEqualTo(pending.body().at("/evidence"));
        ObjectNode removed = with(
                change("王示例不负责"), body -> body.putArray("persons").add(personEntry("LEGAL_REPRESENTATIVE", "李示例", LI)));
        Reply atOnce = post("market-reporter", LISTINGS + "/" + id + "/change", approved.etag(), removed.toString());
        assertThat(atOnce.body().at("/persons")).hasSize(1);
    }

    @Test
    void whoStaysOnAListingIsNamedByItsSubjectBecauseTheNumberIsShownMaskedC6() {
        Reply listed = submit("sys-market", listing(clock.today()));
        String path = LISTINGS + "/" + listed.text("/id");
        ObjectNode asShown = with(change("王示例不再直接负责"), body -> {
            body.set("persons", listed.body().at("/persons").deepCopy());
            ((ObjectNode) body.at("/persons/1")).put("directlyResponsible", false);
        });

        Reply changed = post("market-reporter", path + "/change", "\"1\"", asShown.toString());

        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        assertThat(changed.text("/persons/1/subject")).isEqualTo(listed.text("/persons/1/subject"));
        assertThat(changed.body().at("/persons/1/directlyResponsible").booleanValue())
                .isFalse();
        ObjectNode stranger = with(
                change("补充"),
                body -> body.putArray("persons")
                        .addObject()
                        .put("role", "PRINCIPAL")
                        .put("name", "赵示例")
                        .put("subject", "nobody-here"));
        assertThat(post("market-reporter", path + "/change", "\"2\"", stranger.toString())
                        .errors())
                .containsExactly("persons[0].idNumber REQUIRED");
    }

    @Test
    void ofWhomLivesOnOwnEarningsItIsKeptAndStaysSoInAChangeThatNamesItByItsSubjectA2() {
        Reply listed = submit("sys-market", with(listing(clock.today()), body -> {
            ObjectNode director = (ObjectNode) body.at("/persons/1");
            director.put("name", "周示例").put("idNumber", citizen(clock.today().minusYears(17)));
            director.put("ownEarnings", true);
        }));
        assertThat(listed.status()).as(listed.body().toString()).isEqualTo(201);
        assertThat(listed.body().at("/persons/1/ownEarnings").booleanValue()).isTrue();
        assertThat(listed.body().at("/persons/0/ownEarnings").isMissingNode()).isTrue();
        ObjectNode asShown = with(change("周示例不再直接负责"), body -> {
            body.set("persons", listed.body().at("/persons").deepCopy());
            ((ObjectNode) body.at("/persons/1"))
                    .put("directlyResponsible", false)
                    .remove("ownEarnings");
        });

        Reply changed =
                post("market-reporter", LISTINGS + "/" + listed.text("/id") + "/change", "\"1\"", asShown.toString());

        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        assertThat(changed.body().at("/persons/1/ownEarnings").booleanValue()).isTrue();
    }

    @Test
    void whoApprovesMaySayWhatWasLookedAtSoThatNobodyApprovesWhatCameMeanwhileC6() {
        Reply proposed = submit("market-reporter", listing(clock.today()));
        String path = LISTINGS + "/" + proposed.text("/id");

        assertThat(post("market-approver", path + "/approval", "\"7\"", "").status())
                .isEqualTo(412);
        assertThat(post("market-approver", path + "/refusal", "\"7\"", "{\"reason\": \"不符\"}")
                        .status())
                .isEqualTo(412);
        assertThat(post("market-approver", path + "/approval", proposed.etag(), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aSystemNamesBothOfficersWhereItAddsAPerson() {
        String id = submit("sys-market", with(listing(clock.today()), body -> body.putArray("persons")))
                .text("/id");
        ObjectNode added =
                with(change("补充"), body -> body.putArray("persons").add(personEntry("PRINCIPAL", "王示例", WANG)));

        assertThat(post("sys-market", LISTINGS + "/" + id + "/change", added).errors())
                .containsExactly("decision REQUIRED", "decision.decidedBy FOUR_EYES");
        added.putObject("decision")
                .put("facts", "王示例为实际负责人。")
                .put("proposedBy", "许刚")
                .put("decidedBy", "许刚 ");
        assertThat(post("sys-market", LISTINGS + "/" + id + "/change", added).errors())
                .containsExactly("decision.decidedBy FOUR_EYES");
        ((ObjectNode) added.get("decision")).put("decidedBy", "局长 尤可方");
        Reply changed = post("sys-market", LISTINGS + "/" + id + "/change", added);

        assertThat(changed.text("/version")).isEqualTo("2");
        assertThat(changed.text("/decision/facts")).isEqualTo("王示例为实际负责人。");
        assertThat(post("sys-market", LISTINGS + "/" + id + "/change", added).text("/version"))
                .as("the same change again")
                .isEqualTo("2");
    }

    @Test
    void anEndedListingMayStillBeRevokedAndNothingElse() {
        try (TopicReader trigger = SYSTEM.reader(Topics.TRIGGER)) {
            String id = submit("sys-market", listing(clock.today())).text("/id");
            String path = LISTINGS + "/" + id + "/ending";

            assertThat(post("sys-market", path, ending("EXIT", clock.today().plusDays(1)))
                            .errors())
                    .containsExactly("decision.date DATE_IN_FUTURE", "on DATE_IN_FUTURE");
            Reply ended = post("sys-market", path, ending("EXIT", clock.today()));
            assertThat(ended.text("/state")).isEqualTo("ENDED");
            assertThat(ended.text("/ended/reason")).isEqualTo("EXIT");
            assertThat(post("sys-market", path, ending("COURT", clock.today())).status())
                    .isEqualTo(409);
            assertThat(post("sys-market", path, Bodies.json("{}")).status())
                    .as("state is judged before fields")
                    .isEqualTo(409);
            Reply revoked = post("sys-market", path, ending("REVOKED", clock.today()));
            assertThat(revoked.text("/ended/reason")).isEqualTo("REVOKED");
            assertThat(post("sys-market", path, ending("REVOKED", clock.today()))
                            .status())
                    .isEqualTo(409);

            var facts = trigger.await(3, PATIENCE, about(id));
            assertThat(facts.stream().map(RunningCollection::type))
                    .containsExactly(EventTypes.LISTING_PUBLISHED, EventTypes.LISTING_ENDED, EventTypes.LISTING_ENDED);
            assertThat(facts.getLast().value()).contains("\"reason\":\"REVOKED\"");
        }
    }

    @Test
    void aListingIsSeenByItsDepartmentAndByTheOfficeAndByNobodyElseX1() {
        Reply listed = submit("sys-market", person(clock.today()));
        String path = LISTINGS + "/" + listed.text("/id");
        String byNumber = LISTINGS + "?number=" + listed.text("/number");

        for (String who : List.of(
                "sys-market", "market-reporter", "market-approver", "drc-office", "drc-supervisor", "drc-auditor")) {
            Reply one = get(who, path);
            assertThat(one.status()).as(who).isEqualTo(200);
            assertThat(one.etag()).isEqualTo("\"1\"");
            assertThat(one.text("/subject/name")).isEqualTo("李示例");
            assertThat(one.text("/subject/idNumber")).isEqualTo("999999************");
            assertThat(one.text("/journal/0/what")).isEqualTo("listing-published");
            assertThat(one.text("/journal/0/basis")).isEqualTo("国办发〔2020〕49号");
            Reply list = get(who, byNumber);
            assertThat(list.body().at("/content")).as(who).hasSize(1);
            assertThat(list.text("/content/0/subject/name")).isEqualTo("李**");
        }
        for (String who : List.of("sys-tax", "tax-reporter", "tax-approver")) {
            assertThat(get(who, path).status()).as(who).isEqualTo(404);
            assertThat(get(who, byNumber).body().at("/content")).as(who).isEmpty();
            assertThat(get(who, path + "0").status()).as("one that never was").isEqualTo(404);
        }
        assertThat(get("market-implementer", path).status()).isEqualTo(403);
        assertThat(get("citizen-li", path).status()).isEqualTo(403);
        assertThat(post("sys-tax", path + "/ending", ending("EXIT", clock.today()))
                        .status())
                .isEqualTo(404);
        assertThat(get("drc-office", LISTINGS + "?sort=nonsense").status()).isEqualTo(400);
        assertThat(get("drc-office", LISTINGS + "?state=NONSENSE").status()).isEqualTo(400);
    }
}
