package org.jointcredit.platform.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jointcredit.testsupport.TestSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.transaction.support.TransactionTemplate;

/** Law as data: what is shipped is kept in the database for good, and a version never changes. */
class LawStoreIT {
    record Sample(LocalDate day) {}

    private static final MongoClient CLIENT =
            MongoClients.create(TestSystem.running().properties("collection").get("MONGODB_URI"));

    private MongoTemplate mongo = database();

    @TempDir
    private Path added;

    private static MongoTemplate database() {
        return new MongoTemplate(CLIENT, "law-" + UUID.randomUUID());
    }

    @BeforeEach
    void anEmptyDatabase() {
        mongo = database();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void each_version_is_kept_once_with_basis_day_state_and_digest() {
        start();
        start();
        assertThat(law()).singleElement().satisfies(document -> {
            assertThat(document)
                    .containsEntry("_id", "sample/1")
                    .containsEntry("effectiveFrom", "2021-09-13")
                    .containsEntry("basis", "元政字〔2021〕77号")
                    .containsEntry("state", "IN_FORCE")
                    .containsEntry("entries", List.of(new Document("day", "2026-01-01")));
            assertThat(document.getString("digest")).hasSize(64);
        });
    }

    @Test
    void other_content_under_the_same_version_refuses_the_start_and_says_what_to_do() {
        start();
        mongo.getCollection("law")
                .updateOne(new Document("_id", "sample/1"), new Document("$set", new Document("digest", "0")));
        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("law/sample.yaml: version 1")
                .hasMessageContaining("a version and effectiveFrom of its own");
    }

    @Test
    void a_version_that_an_earlier_release_shipped_stays_readable() {
        mongo.getCollection("law")
                .insertOne(new Document("_id", "sample/0")
                        .append("effectiveFrom", "2019-01-01")
                        .append("basis", "earlier")
                        .append("entries", List.of(new Document("day", "2019-05-01")))
                        .append("state", "IN_FORCE")
                        .append("digest", "x"));
        LawBook<Sample> book = start();
        assertThat(book.versions()).extracting(LawVersion::version).containsExactly("0", "1");
        assertThat(book.inForce(LocalDate.of(2020, 1, 1)).entries())
                .containsExactly(new Sample(LocalDate.of(2019, 5, 1)));
        assertThat(book.inForce(LocalDate.of(2026, 1, 1)).version()).isEqualTo("1");
    }

    @Test
    void instances_that_start_together_agree() throws Exception {
        try (var instances = Executors.newFixedThreadPool(8)) {
            List<Callable<LawBook<Sample>>> starts = IntStream.range(0, 16)
                    .<Callable<LawBook<Sample>>>mapToObj(_ -> this::start)
                    .toList();
            for (Future<LawBook<Sample>> started : instances.invokeAll(starts)) {
                assertThat(started.get().versions()).hasSize(1);
            }
        }
        assertThat(law()).hasSize(1);
    }

    @Test
    void what_the_operator_adds_is_a_version_like_the_shipped_ones_and_stays_when_the_file_is_gone()
            throws IOException {
        Files.writeString(added.resolve("sample.yaml"), """
                versions:
                  - {version: "2", effectiveFrom: 2026-12-01, basis: 后来的通知, entries: [{day: 2027-01-01}]}
                """);
        assertThat(start(added).versions()).extracting(LawVersion::version).containsExactly("1", "2");
        assertThat(start().versions()).extracting(LawVersion::version).containsExactly("1", "2");
        Files.writeString(added.resolve("sample.yaml"), """
                versions:
                  - {version: "1", effectiveFrom: 2021-09-13, basis: 改了, entries: [{day: 2027-01-01}]}
                """);
        assertThatThrownBy(() -> start(added)).hasMessageContaining("a version in force never changes");
    }

    @Test
    void what_is_proposed_is_law_once_another_has_put_it_in_force_and_every_instance_finds_it() {
        LawStore here = new LawStore(mongo, null);
        LawBook<Sample> book = here.load("sample", Sample.class);
        here.start();
        LawStore elsewhere = new LawStore(mongo, null);
        LawBook<Sample> other = elsewhere.load("sample", Sample.class);
        elsewhere.start();
        LawProposals proposals = proposals();
        LawProposal proposal = proposed("2", "r-1");
        assertThat(proposals.insert(proposal)).isTrue();
        assertThat(proposals.insert(proposed("2", "r-2")))
                .as("the name is taken")
                .isFalse();
        assertThat(proposals.insert(proposed("3", "r-1")))
                .as("the request was answered")
                .isFalse();
        here.refresh();
        assertThat(book.versions()).extracting(LawVersion::version).containsExactly("1");

        assertThat(proposals.enact(proposal, word("b"), here.revision())).isTrue();
        assertThat(proposals.enact(proposal, word("c"), here.revision() + 1)).isFalse();
        assertThat(proposals.refuse(proposal, word("c"))).isFalse();
        here.refresh();
        assertThat(book.inForce(LocalDate.of(2027, 1, 1)).enacted()).satisfies(enacted -> {
            assertThat(enacted.proposedBy()).isEqualTo("Officer a");
            assertThat(enacted.enactedBy()).isEqualTo("Officer b");
        });
        assertThat(other.version("2")).as("asked for by name").isPresent();
        assertThat(start().versions()).extracting(LawVersion::version).containsExactly("1", "2");
    }

    @Test
    void what_was_judged_by_other_law_is_not_put_in_force() {
        LawStore store = new LawStore(mongo, null);
        store.load("sample", Sample.class);
        store.start();
        LawProposals proposals = proposals();
        LawProposal first = proposed("2", "r-1");
        LawProposal second = proposed("3", "r-2");
        proposals.insert(first);
        proposals.insert(second);
        long seen = store.revision();
        assertThat(proposals.enact(first, word("b"), seen)).isTrue();
        assertThat(proposals.enact(second, word("b"), seen)).isFalse();
        assertThat(proposals.find("sample", "3").orElseThrow().state()).isEqualTo(LawState.PROPOSED);
        store.refresh();
        assertThat(proposals.enact(second, word("b"), store.revision())).isTrue();
        assertThat(proposals.find("sample", "3").orElseThrow().state()).isEqualTo(LawState.IN_FORCE);
    }

    private static LawProposal proposed(String version, String request) {
        return LawProposal.of(
                new LawVersion<>(
                        "sample",
                        version,
                        LocalDate.of(2026, 12, 1),
                        "后来的通知",
                        List.of(new Sample(LocalDate.of(2027, 1, 1)))),
                List.of(),
                word("a"),
                request,
                "print");
    }

    private static LawProposal.Word word(String officer) {
        return new LawProposal.Word(officer, "Officer " + officer, null, Instant.parse("2026-11-25T02:00:00Z"), null);
    }

    private LawProposals proposals() {
        var index = LawProposals.index();
        mongo.getCollection(index.collection()).createIndex(index.keys(), index.options());
        return new LawProposals(
                mongo, new TransactionTemplate(new MongoTransactionManager(mongo.getMongoDatabaseFactory())));
    }

    @Test
    void a_directory_that_is_not_there_refuses_the_start() {
        assertThatThrownBy(() -> new LawStore(mongo, added.resolve("nowhere")))
                .hasMessageContaining("JC_LAW_DIR")
                .hasMessageContaining("nowhere");
    }

    private LawBook<Sample> start() {
        return start(null);
    }

    private LawBook<Sample> start(@Nullable Path directory) {
        LawStore store = new LawStore(mongo, directory);
        LawBook<Sample> book = store.load("sample", Sample.class);
        store.start();
        return book;
    }

    private List<Document> law() {
        return mongo.find(Query.query(Criteria.where("_id").ne("revision")), Document.class, "law");
    }
}
