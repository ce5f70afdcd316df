package org.jointcredit.objection.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Hold;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ListingVersion;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.ObjectionState;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.objection.RunningObjection;
import org.jointcredit.platform.time.WorkingDays;
import org.jointcredit.testsupport.TopicReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** O1, O2, O3, S5: an objection holds at once, is verified by who said it, and is decided by somebody else. */
class ObjectionIT extends RunningObjection {
    private static final String DECISION = """
            {"outcome":"%s","reasons":"已经核实","basis":"A30"}""";
    private static final String FINDING = """
            {"finding":"CONFIRMED","statement":"决定书送达无误","by":"赵核查"}""";

    private String company;
    private String person;

    @BeforeEach
    void aCompanyAndThePersonBehindIt() {
        company = UUID.randomUUID().toString();
        person = UUID.randomUUID().toString();
        SYSTEM.local().setSubject("company-agent", company);
        SYSTEM.local().setSubject("citizen-li", person);
        SYSTEM.local().setSubject("citizen-wang", UUID.randomUUID().toString());
    }

    @Test
    void itHoldsAtOnceAndSaysWhenSanctionHasConfirmed() {
        ListingFact listing = told(listing(company, person, List.of()));

        Reply filed = object("company-agent", against("LISTING", listing.listing()));

        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        String id = filed.text("/id");
        assertThat(filed.location()).isEqualTo("/api/objection/objections/" + id);
        assertThat(filed.text("/number")).matches("异〔\\d{4}〕\\d{6}号");
        assertThat(filed.text("/state")).isEqualTo("RECEIVED");
        var due = WorkingDays.shipped().after(clock.today(), 20);
        assertThat(filed.text("/dueOn")).isEqualTo(due.date().toString());
        assertThat(filed.body().path("provisional").asBoolean()).isEqualTo(due.provisional());
        assertThat(filed.text("/holds/0/listing")).isEqualTo(listing.listing());
        assertThat(filed.text("/holds/0/state")).isEqualTo("PLACED");
        ObjectionFact told = facts(id, 1).getFirst();
        assertThat(told.holding()).isTrue();
        assertThat(told.subject()).isEqualTo(company);
        assertThat(told.department()).isEqualTo("market");
        assertThat(told.against().id()).isEqualTo(listing.listing());

        confirm(listing, id);

        eventually(() ->
                get("company-agent", "/objections/" + id).text("/holds/0/state").equals("CONFIRMED"));
        Reply one = get("company-agent", "/objections/" + id);
        assertThat(one.text("/holds/0/confirmedAt")).isNotEmpty();
        assertThat(one.text("/timeline/0/what")).isEqualTo("RECEIVED");
        assertThat(one.text("/timeline/0/by")).isEqualTo("subject");
        assertThat(one.text("/timeline/0/basis")).isEqualTo("A30");
    }

    @Test
    void anObjectedRecordHoldsTheListingsThatRestOnIt() {
        RecordFact record = told(record(company, "XYGS-CF"));
        ListingFact listing = told(listing(company, person, List.of(record.record())));
        Reply filed = object("company-agent", against("RECORD", record.record()));
        assertThat(filed.text("/holds/0/listing")).isEqualTo(listing.listing());
        assertThat(filed.text("/department")).isEqualTo("education");
    }

    @Test
    void aRejectedOneLetsGoAndIsNotTakenAgainWithoutNewEvidence() {
        ListingFact listing = told(listing(company, person, List.of()));
        String id =
                object("company-agent", against("LISTING", listing.listing())).text("/id");

        Reply found = post("sys-market", "/objections/" + id + "/verification", FINDING, null);
        assertThat(found.status()).as(found.body().toString()).isEqualTo(200);
        assertThat(found.text("/state")).isEqualTo("VERIFYING");
        Reply decided = post("drc-office", "/objections/" + id + "/decision", DECISION.formatted("REJECTED"), null);
        assertThat(decided.status()).as(decided.body().toString()).isEqualTo(200);

        List<ObjectionFact> told = facts(id, 2);
        assertThat(told.getLast().holding()).isFalse();
        assertThat(told.getLast().state()).isEqualTo(ObjectionState.DECIDED);
        assertThat(told.getLast().outcome()).isEqualTo(ObjectionOutcome.REJECTED);
        Reply result = get("company-agent", "/objections/" + id);
        assertThat(result.text("/decision/reasons")).isEqualTo("已经核实");
        assertThat(result.text("/decision/basis")).isEqualTo("A30");
        assertThat(result.text("/decision/review/basis")).isEqualTo("A31");
        assertThat(result.body()
                        .path("timeline")
                        .valueStream()
                        .map(e -> e.path("what").asString()))
                .containsExactly("RECEIVED", "VERIFIED", "DECIDED");

        Reply again = object("company-agent", against("LISTING", listing.listing()));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/errors/0/code")).isEqualTo("WRONG_STATE");
        assertThat(again.text("/detail")).contains("复核");
        Reply withEvidence = object(
                "company-agent",
                body(
                        against("LISTING", listing.listing()),
                        "{\"name\":\"判决书.pdf\",\"sha256\":\"" + "a".repeat(64) + "\"}"));
        assertThat(withEvidence.status()).isEqualTo(201);
    }

    @Test
    void whatIsUpheldStaysHeldUntilTheOwnerHasActed() {
        RecordFact record = told(record(company, "XYGS-CF"));
        ListingFact listing = told(listing(company, person, List.of(record.record())));
        String id = object("company-agent", against("RECORD", record.record())).text("/id");

        Reply decided = post("drc-office", "/objections/" + id + "/decision", DECISION.formatted("UPHELD"), null);
        assertThat(decided.body().path("holding").asBoolean()).isTrue();
        ObjectionFact upheld = facts(id, 2).getLast();
        assertThat(upheld.holding()).isTrue();
        assertThat(upheld.resumesAfter()).containsExactly(new ListingVersion(listing.listing(), 1));

        tell(later(record, RecordState.WITHDRAWN));
        told(later(listing, EndingReason.REVOKED));

        ObjectionFact done = facts(id, 3).getLast();
        assertThat(done.holding()).isFalse();
        assertThat(done.outcome()).isEqualTo(ObjectionOutcome.UPHELD);
    }

    @Test
    void aPartlyUpheldRecordIsHeldUntilItsRevisionArrives() {
        RecordFact record = told(record(company, "XYGS-CF"));
        String id = object("company-agent", against("RECORD", record.record())).text("/id");
        post("drc-office", "/objections/" + id + "/decision", DECISION.formatted("PARTLY"), null);
        assertThat(facts(id, 2).getLast().holding()).isTrue();
        tell(later(record, RecordState.PUBLISHED));
        assertThat(facts(id, 3).getLast().holding()).isFalse();
    }

    @Test
    void whoFiledOrVerifiedDoesNotDecide() {
        ListingFact listing = told(listing(company, person, List.of()));
        OWNERS.knows("91150403FAKE000800", company);
        String mine = "{\"subject\":{\"kind\":\"ORGANISATION\",\"code\":\"91150403FAKE000800\",\"name\":\"元宝山示例有限公司\"},"
                + body(against("LISTING", listing.listing()), "").substring(1);
        Reply filed = post("drc-office", "/objections", mine, null);
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        assertThat(filed.text("/subject")).isEqualTo(company);
        String id = filed.text("/id");

        Reply own = post("drc-office", "/objections/" + id + "/decision", DECISION.formatted("REJECTED"), null);
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.text("/errors/0/code")).isEqualTo("FOUR_EYES");
        assertThat(post("market-reporter", "/objections/" + id + "/decision", DECISION.formatted("REJECTED"), null)
                        .status())
                .isEqualTo(403);
        assertThat(post("drc-office2", "/objections/" + id + "/decision", DECISION.formatted("REJECTED"), null)
                        .status())
                .isEqualTo(200);
        assertThat(post("drc-office2", "/objections/" + id + "/decision", DECISION.formatted("UPHELD"), null)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anUnclearSubjectIsSaidBesideEverythingElse() {
        Reply refused = post(
                "drc-office",
                "/objections",
                "{\"subject\":{\"kind\":\"ORGANISATION\",\"code\":\"9\",\"name\":\"x\"},\"against\":{\"kind\":\"LISTING\"},\"claim\":\"NONE\"}",
                null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(e -> e.path("field").asString() + " "
                                + e.path("code").asString()))
                .containsExactlyInAnyOrder(
                        "subject.code CHECK_DIGIT",
                        "against.id REQUIRED",
                        "claim UNKNOWN_CODE",
                        "statement REQUIRED",
                        "evidence REQUIRED");
        assertThat(post("drc-office", "/objections", body(against("MISSING", ""), ""), null)
                        .text("/errors/0/field"))
                .isEqualTo("subject");
    }

    @Test
    void anotherPersonsThingsAreNotKnownAndAPersonBehindMayObject() {
        ListingFact listing = told(listing(company, person, List.of()));
        assertThat(object("citizen-wang", against("LISTING", listing.listing())).status())
                .isEqualTo(404);
        assertThat(object("citizen-wang", against("LISTING", "nowhere")).status())
                .isEqualTo(404);
        Reply behind = object("citizen-li", against("LISTING", listing.listing()));
        assertThat(behind.status()).isEqualTo(201);
        assertThat(behind.text("/subject")).isEqualTo(person);
        String id = behind.text("/id");
        assertThat(get("company-agent", "/objections/" + id).status()).isEqualTo(404);
        assertThat(get("sys-tax", "/objections/" + id).status()).isEqualTo(404);
        assertThat(get("market-reporter", "/objections/" + id).status()).isEqualTo(200);
        assertThat(get("drc-reviewer", "/objections/" + id).status()).isEqualTo(200);
        assertThat(post("tax-reporter", "/objections/" + id + "/verification", FINDING, null)
                        .status())
                .isEqualTo(404);
        assertThat(object("market-implementer", against("LISTING", listing.listing()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsNotKnownYetIsAskedOfItsOwner() {
        ListingFact listing = listing(company, person, List.of());
        OWNERS.keeps(listing.listing(), EventTypes.LISTING_PUBLISHED, company, listing);
        RecordFact record = record(company, "XYGS-CF");
        OWNERS.keeps(record.record(), EventTypes.RECORD_PUBLISHED, company, record);
        Reply filed = object("company-agent", against("LISTING", listing.listing()));
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        assertThat(filed.text("/holds/0/listing")).isEqualTo(listing.listing());
        assertThat(object("company-agent", against("RECORD", record.record())).status())
                .isEqualTo(201);
        ListingFact second = listing(company, person, List.of());
        OWNERS.keeps(second.listing(), EventTypes.LISTING_PUBLISHED, company, second);
        String notice = "n-" + UUID.randomUUID();
        OWNERS.keeps(notice, EventTypes.ACTION_CHANGED, "a", action(second, notice, null));
        Reply against = object("company-agent", against("NOTICE", notice));
        assertThat(against.status()).as(against.body().toString()).isEqualTo(201);
        assertThat(against.text("/department")).isEqualTo("market");
        assertThat(against.text("/holds/0/listing")).isEqualTo(second.listing());
    }

    @Test
    void aDepartmentOpensOneForAnErrorOfItsOwnAndNobodyElses() {
        ListingFact listing = told(listing(company, person, List.of()));
        assertThat(object("sys-tax", against("LISTING", listing.listing())).status())
                .isEqualTo(404);
        Reply own = object("sys-market", against("LISTING", listing.listing()));
        assertThat(own.status()).as(own.body().toString()).isEqualTo(201);
        assertThat(own.text("/subject")).isEqualTo(company);
        assertThat(own.text("/filedBy")).isEqualTo("DEPARTMENT");
        String id = own.text("/id");
        assertThat(get("company-agent", "/objections/" + id).status()).isEqualTo(200);
        assertThat(post("company-agent", "/objections/" + id + "/withdrawal", "{}", null)
                        .status())
                .isEqualTo(403);
        assertThat(post("sys-market", "/objections/" + id + "/withdrawal", "{}", null)
                        .text("/state"))
                .isEqualTo("WITHDRAWN");
        assertThat(facts(id, 2).getLast().holding()).isFalse();
        assertThat(object("sys-market", against("LISTING", listing.listing())).status())
                .as("what was withdrawn may be opened again")
                .isEqualTo(201);
    }

    @Test
    void theSameIsTakenOnceHoweverManyFileItAtOnce() throws Exception {
        ListingFact listing = told(listing(company, person, List.of()));
        try (var many = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> calls = Stream.generate(() ->
                            (Callable<Integer>) () -> object("company-agent", against("LISTING", listing.listing()))
                                    .status())
                    .limit(8)
                    .toList();
            assertThat(many.invokeAll(calls).stream()
                            .map(java.util.concurrent.Future::resultNow)
                            .sorted()
                            .toList())
                    .containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        }
    }

    @Test
    void theSameKeyOrNumberGivesTheFirstAnswerAgain() {
        RecordFact record = told(record(company, "XYGS-CF"));
        String key = UUID.randomUUID().toString();
        String body = body(against("RECORD", record.record()), "");
        Reply first = post("company-agent", "/objections", body, key);
        assertThat(post("company-agent", "/objections", body.replace(":", " : "), key)
                        .body())
                .isEqualTo(first.body());
        assertThat(post("company-agent", "/objections", body.replace("不实", "不准"), key)
                        .text("/errors/0/code"))
                .isEqualTo("DUPLICATE");

        RecordFact other = told(record(company, "XYGS-CF"));
        String numbered = "{\"number\":\"我方第1号\","
                + body(against("RECORD", other.record()), "").substring(1);
        Reply named = post("company-agent", "/objections", numbered, null);
        assertThat(named.text("/number")).isEqualTo("我方第1号");
        assertThat(post("company-agent", "/objections", numbered, null).text("/id"))
                .isEqualTo(named.text("/id"));
        assertThat(post("company-agent", "/objections", numbered.replace("不实", "不准"), null)
                        .text("/errors/0/field"))
                .isEqualTo("number");
    }

    @Test
    void twoHundredInAMinuteDoNoHarm() {
        int tooMany = 0;
        for (int i = 0; i < 200; i++) {
            Reply reply = object("company-agent", against("MISSING", ""));
            if (reply.status() == 429) {
                tooMany++;
            } else {
                assertThat(reply.status()).isEqualTo(201);
            }
        }
        // a minute may end between
        assertThat(tooMany).isBetween(100, 170);
        assertThat(get("company-agent", "/objections?size=200")
                        .body()
                        .at("/page/totalElements")
                        .asInt())
                .isEqualTo(200 - tooMany);
    }

    @Test
    void aFileIsWhatItsContentSaysAndOnlyThePartiesReadIt() {
        ListingFact listing = told(listing(company, person, List.of()));
        String id =
                object("company-agent", against("LISTING", listing.listing())).text("/id");
        byte[] pdf = ("%PDF-1.7\n" + "x".repeat(400_000)).getBytes(StandardCharsets.UTF_8);

        Reply kept = handIn("company-agent", id, "判决书.pdf", pdf);

        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(201);
        assertThat(kept.text("/mediaType")).isEqualTo("application/pdf");
        assertThat(kept.text("/sha256")).hasSize(64);
        String path = "/objections/" + id + "/evidence";
        assertThat(get("market-reporter", path).text("/0/name")).isEqualTo("判决书.pdf");
        ResponseEntity<byte[]> file = as("market-reporter")
                .get()
                .uri("/api/objection" + path + "/" + kept.text("/id"))
                .retrieve()
                .toEntity(byte[].class);
        assertThat(file.getBody()).isEqualTo(pdf);
        assertThat(file.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.getHeaders().getContentDisposition().isAttachment()).isTrue();
        assertThat(get("citizen-wang", path).status()).isEqualTo(404);
        assertThat(get("sys-tax", path).status()).isEqualTo(404);
        assertThat(get("drc-auditor", path).status()).isEqualTo(403);
        assertThat(mongo.getCollection("evidence.chunks")
                        .find()
                        .map(chunk -> new String(
                                chunk.get("data", org.bson.types.Binary.class).getData(), StandardCharsets.ISO_8859_1))
                        .into(new java.util.ArrayList<>()))
                .as("no file lies open")
                .noneMatch(data -> data.contains("%PDF"));

        assertThat(handIn("company-agent", id, "判决书.png", pdf).text("/errors/0/code"))
                .isEqualTo("FORMAT");
        assertThat(handIn("company-agent", id, "程序.pdf", new byte[] {'M', 'Z', 0, 1})
                        .status())
                .isEqualTo(422);
        assertThat(handIn("company-agent", id, "大.pdf", java.util.Arrays.copyOf(pdf, 21 * 1024 * 1024))
                        .status())
                .isEqualTo(413);
        assertThat(get("company-agent", path).body().size()).isEqualTo(1);
    }

    @Test
    void theListIsNarrowedAndEverybodySeesTheirOwn() {
        ListingFact listing = told(listing(company, person, List.of()));
        String id =
                object("company-agent", against("LISTING", listing.listing())).text("/id");
        assertThat(get("company-agent", "/objections")
                        .body()
                        .at("/page/totalElements")
                        .asInt())
                .isEqualTo(1);
        assertThat(get("market-approver", "/objections?state=RECEIVED&sort=receivedAt,desc")
                        .text("/content/0/id"))
                .isEqualTo(id);
        assertThat(get("drc-auditor", "/objections?department=market&overdue=false&sort=receivedAt,desc")
                        .text("/content/0/id"))
                .isEqualTo(id);
        assertThat(get("drc-office", "/objections?overdue=true")
                        .body()
                        .at("/page/totalElements")
                        .asInt())
                .isZero();
        assertThat(get("citizen-wang", "/objections")
                        .body()
                        .at("/page/totalElements")
                        .asInt())
                .isZero();
        assertThat(get("drc-office", "/objections?state=OPEN").status()).isEqualTo(400);
        assertThat(get("market-implementer", "/objections").status()).isEqualTo(403);
    }

    private void confirm(ListingFact listing, String objection) {
        tell(action(listing, "n-" + UUID.randomUUID(), objection), 2);
    }

    private static ActionChanged action(ListingFact listing, String notice, @Nullable String holder) {
        return new ActionChanged(
                "a-" + listing.listing(),
                listing.listing(),
                holder == null ? List.of() : List.of(new Hold(holder, "objection", Instant.now())),
                List.of(new ActionChanged.Notice(
                        notice,
                        "M-01",
                        "finance",
                        listing.subject().id(),
                        holder == null ? Legal.IN_FORCE : Legal.SUSPENDED,
                        Owes.NONE)));
    }

    private static String against(String kind, String id) {
        return "{\"kind\":\"" + kind + "\",\"id\":\"" + id + "\"}";
    }

    private static String body(String against, String evidence) {
        return "{\"against\":" + against + ",\"claim\":\"WRONG\",\"statement\":\"信息不实\",\"evidence\":[" + evidence
                + "]}";
    }

    private Reply object(String who, String againstOrBody) {
        return post(
                who,
                "/objections",
                againstOrBody.startsWith("{\"kind\"") ? body(againstOrBody, "") : againstOrBody,
                null);
    }

    private Reply handIn(String who, String objection, String name, byte[] content) {
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        return reply(as(who).post()
                .uri("/api/objection/objections/" + objection + "/evidence")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .retrieve()
                .toEntity(String.class));
    }

    private List<ObjectionFact> facts(String objection, int least) {
        try (TopicReader remedy = SYSTEM.reader(Topics.REMEDY)) {
            return remedy
                    .await(
                            least,
                            PATIENCE,
                            event -> TopicReader.header(event, "ce_type").contains(".objection-")
                                    && TopicReader.header(event, "ce_subject").equals(objection))
                    .stream()
                    .map(event -> ContractJson.mapper().readValue(event.value(), ObjectionFact.class))
                    .toList();
        }
    }
}
