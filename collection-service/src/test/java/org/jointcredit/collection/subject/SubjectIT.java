package org.jointcredit.collection.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.collection.Bodies.COMPANY;
import static org.jointcredit.collection.Bodies.LI;
import static org.jointcredit.collection.Bodies.OTHER_COMPANY;
import static org.jointcredit.collection.Bodies.listing;
import static org.jointcredit.collection.Bodies.penalty;
import static org.jointcredit.collection.Bodies.person;
import static org.jointcredit.collection.Bodies.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jointcredit.collection.Bodies;
import org.jointcredit.collection.RunningCollection;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.identity.DocumentKind;
import org.jointcredit.contract.identity.PersonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Subjects: one for each code or number, whatever the name, found by keyed hash (C4, X4). */
class SubjectIT extends RunningCollection {
    @Autowired
    private SubjectStore subjects;

    @Test
    void manyWhoNameTheSameSubjectAtOnceGetOne() throws Exception {
        Identity somebody = passport("E" + System.nanoTime() % 100_000_000);
        List<Callable<String>> askers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            askers.add(() -> id(subjects.findOrCreate(Map.of(somebody, clock.today())), somebody));
        }
        Set<String> ids = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> id : threads.invokeAll(askers)) {
                ids.add(id.get());
            }
        }
        assertThat(ids).hasSize(1);
    }

    @Test
    void theSameDigitsUnderTwoKindsAreTwoSubjects() {
        String digits = "A" + System.nanoTime() % 100_000_000;
        Identity passport = passport(digits);
        Identity other = new Identity.Person(new PersonDocument(kind("OTHER"), digits), "李示例");
        var found = subjects.findOrCreate(Map.of(passport, clock.today(), other, clock.today()));
        assertThat(id(found, passport)).isNotEqualTo(id(found, other));
    }

    @Test
    void anotherNameThanTheKnownOneIsTakenWithAWarningAndBothAreKept() {
        ObjectNode body = listing(clock.today());
        ((ObjectNode) body.get("subject")).put("code", OTHER_COMPANY).put("name", "元宝山甲公司（赤峰）");
        submit("sys-market", body);
        Reply spelling = submit("sys-market", renamed("元宝山甲公司(赤峰)"));
        Reply other = submit("sys-market", renamed("元宝山乙公司"));

        assertThat(spelling.warnings()).doesNotContain("subject.name NAME_DIFFERS");
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.warnings()).contains("subject.name NAME_DIFFERS");
        Document stored = only(SubjectStore.COLLECTION, "code", OTHER_COMPANY);
        assertThat(stored.getList("names", Document.class))
                .extracting(name -> name.getString("name"))
                .containsExactly("元宝山甲公司（赤峰）", "元宝山乙公司");
    }

    @Test
    void thePresentNameIsThatOfTheLatestDecisionInWhateverOrderTheyArriveC4() {
        String digits = "B" + System.nanoTime() % 100_000_000;
        String id = "";
        for (String told : List.of("2022-05-01 乙", "2020-01-01 甲", "2021-01-01 甲", "2019-01-01 丙")) {
            id = called(digits, told.substring(11), LocalDate.parse(told.substring(0, 10)));
        }
        assertThat(Objects.requireNonNull(subjects.find(id)).name()).isEqualTo("乙");

        called(digits, "甲", LocalDate.of(2024, 3, 1));

        Subject subject = Objects.requireNonNull(subjects.find(id));
        assertThat(subject.name()).as("an earlier name is taken again").isEqualTo("甲");
        assertThat(subject.names())
                .containsExactly(
                        new Subject.Named("丙", LocalDate.of(2019, 1, 1)),
                        new Subject.Named("乙", LocalDate.of(2022, 5, 1)),
                        new Subject.Named("甲", LocalDate.of(2024, 3, 1)));
    }

    @Test
    void whatWasRefusedNamesNobodyC4() {
        ObjectNode body = penalty(clock.today());
        assertThat(post("sys-market", "/api/collection/records", body).status()).isEqualTo(201);
        ObjectNode other = with(body.deepCopy(), wrong -> ((ObjectNode) wrong.get("subject")).put("name", "冒名示例公司"));
        assertThat(post("sys-market", "/api/collection/records", other).errors())
                .containsExactly("number DUPLICATE");
        String number = Bodies.number();
        String list = "[%s,%s]"
                .formatted(
                        with(body.deepCopy(), first -> first.put("number", number)),
                        with(other.deepCopy(), twin -> twin.put("number", number)));
        String batch = post("sys-market", "/api/collection/batches", null, list).text("/id");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> get("sys-market", "/api/collection/batches/" + batch)
                        .text("/state")
                        .equals("DONE"));

        assertThat(get("sys-market", "/api/collection/batches/" + batch).text("/refused"))
                .isEqualTo("1");
        assertThat(only(SubjectStore.COLLECTION, "code", COMPANY).toJson()).doesNotContain("冒名示例公司");
    }

    private String called(String digits, String name, LocalDate on) {
        Identity identity = new Identity.Person(new PersonDocument(kind("PASSPORT"), digits), name);
        return id(subjects.findOrCreate(Map.of(identity, on)), identity);
    }

    @Test
    void noNameOfAPersonStandsInTheOpenAndNoneIsKeptTwice() {
        String number = "E" + System.nanoTime() % 100_000_000;
        for (String name : List.of("欧阳示例", "诸葛示例", "诸葛示例", "诸葛示例")) {
            called(number, name, clock.today());
        }
        Identity somebody = new Identity.Person(new PersonDocument(kind("PASSPORT"), number), "诸葛示例");
        var found = Objects.requireNonNull(
                subjects.findOrCreate(Map.of(somebody, clock.today())).get(somebody));

        Document stored = only(SubjectStore.COLLECTION, "_id", found.id());
        assertThat(found.nameDiffers()).isFalse();
        assertThat(stored.getList("names", Document.class)).hasSize(2);
        assertThat(stored.toJson()).doesNotContain("欧阳", "诸葛", "示例", number);
        assertThat(Objects.requireNonNull(subjects.find(found.id())).names())
                .extracting(Subject.Named::name)
                .containsExactly("欧阳示例", "诸葛示例");
    }

    @Test
    void whoASubjectIsIsToldToOurServicesOnlyAndEachLookIsLogged() {
        String id = submit("sys-market", person(clock.today())).text("/subject/id");
        String path = "/api/collection/subjects/" + id + "/identity";

        for (String who : List.of("sys-market", "market-reporter", "drc-auditor", "citizen-li")) {
            assertThat(get(who, path).status()).as(who).isEqualTo(403);
        }
        Reply identity = get("svc-sanction", path);

        assertThat(identity.status()).isEqualTo(200);
        assertThat(identity.text("/name")).isEqualTo("李示例");
        assertThat(identity.text("/documentKind")).isEqualTo("身份证");
        assertThat(identity.text("/idNumber")).isEqualTo(LI);
        Document look = only(IdentityLookStore.COLLECTION, "subject", id);
        assertThat(look.getString("client")).isEqualTo("svc-sanction");
        assertThat(get("svc-sanction", path.replace(id, "nobody")).status()).isEqualTo(404);
    }

    @Test
    void whichSubjectSomebodyIsIsToldToOurServicesOnly() {
        String path = "/api/collection/subjects";
        ObjectNode li = ContractJson.mapper()
                .createObjectNode()
                .put("kind", "PERSON")
                .put("name", "李示例")
                .put("idNumber", LI);

        for (String who : List.of("sys-market", "market-reporter", "drc-auditor", "citizen-li")) {
            assertThat(post(who, path, li).status()).as(who).isEqualTo(403);
        }
        Reply known = post("svc-disclosure", path, li);
        assertThat(known.status()).isEqualTo(200);
        assertThat(post("svc-disclosure", path, li).text("/id")).isEqualTo(known.text("/id"));
        assertThat(post("svc-disclosure", path, li.deepCopy().put("idNumber", "99999919900101000X"))
                        .errors())
                .containsExactly("idNumber CHECK_DIGIT");
    }

    private Document only(String collection, String field, String value) {
        List<Document> found =
                mongo.getCollection(collection).find(new Document(field, value)).into(new ArrayList<>());
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String id(Map<Identity, SubjectStore.Found> found, Identity identity) {
        return Objects.requireNonNull(found.get(identity)).id();
    }

    private ObjectNode renamed(String name) {
        return with(
                listing(clock.today()),
                body -> ((ObjectNode) body.get("subject"))
                        .put("code", OTHER_COMPANY)
                        .put("name", name));
    }

    private static Identity passport(String number) {
        return new Identity.Person(new PersonDocument(kind("PASSPORT"), number), "李示例");
    }

    private static DocumentKind kind(String code) {
        return DocumentKind.all().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
