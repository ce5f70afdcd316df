package org.jointcredit.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.disclosure.Cases;
import org.jointcredit.disclosure.Facts;
import org.jointcredit.disclosure.RunningDisclosure;
import org.jointcredit.disclosure.register.RebuildStore.Progress;
import org.jointcredit.disclosure.register.RebuildStore.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The register is made anew from its owners' snapshots and the topics, while it answers, and is the same (X3, C11). */
@SuppressWarnings("NullAway.Init")
class RebuildIT extends RunningDisclosure {
    private static final List<String> PARTS = List.of("records", "listings", "actions", "marks", "subjects");
    private static final int COMPANIES = 12;

    @Autowired
    private RegisterEndpoint register;

    @Autowired
    private RebuildStore rebuilds;

    private final List<ListedSubject> companies = new ArrayList<>();
    private final List<RecordFact> erased = new ArrayList<>();

    @BeforeEach
    void whatWasSaidOfSomeCompaniesAndPersons() {
        // what other tests told has come
        eventually(() -> isSeen(Topics.RECORD, "records") && isSeen(Topics.TRIGGER, "listings"));
        drop();
        OWNERS.forget();
        for (int i = 0; i < COMPANIES; i++) {
            ListedSubject company = Facts.organisation("91150403FAKE000800", "重建旧名" + i + "有限公司");
            companies.add(company);
            RecordFact record = facts().about(company).fact();
            tell(record);
            tell(facts().about(renamed(company, i))
                    .id(record.record())
                    .version(2)
                    .fact());
            var behind = facts().person("吴示例", "999999198503120018");
            var listing = facts().listing(
                            company, null, "SEVERE-TAX", new Facts.Behind(behind.id(), "吴示例", "999999198503120018"));
            tell(listing);
            tell(action(listing.listing()), 2);
            ObjectionFact objection = Cases.objection(company.id(), Cases.record(record.record()));
            tell(objection, 1);
            tell(Cases.decided(objection, ObjectionOutcome.REJECTED, false), 2);
            tell(Cases.objection(company.id(), Cases.listing(listing.listing())), 1);
            var person = facts().person("郑示例", "999999199001010008");
            RecordFact gone = facts().about(person).personName("郑示例").fact();
            tell(gone);
            tell(Cases.objection(person.id(), Cases.record(gone.record())), 1);
            tell(facts().erased(gone));
            erased.add(gone);
        }
        settled();
    }

    @Test
    void whileItIsMadeAnewEverybodyFindsWhatIsThereAndItIsTheSameAfterwards() throws Exception {
        String hash = register.state().hash();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        AtomicInteger asked = new AtomicInteger();
        OWNERS.beforeEachPage(() -> {
            int before = asked.get();
            eventually(() -> asked.get() > before);
        });
        Thread readers = asking(wrong, asked);

        Progress done = rebuilt();
        readers.interrupt();
        readers.join();

        assertThat(done.read()).containsEntry(Topics.RECORD, 3 * COMPANIES).containsEntry(Topics.TRIGGER, COMPANIES);
        assertThat(asked).as("asked while it was made").hasValueGreaterThan(COMPANIES);
        assertThat(wrong).isEmpty();
        assertThat(register.state().hash()).isEqualTo(hash);
    }

    @Test
    void droppedItComesBackTheSameTombstonesIncluded() {
        String hash = register.state().hash();
        drop();
        assertThat(register.state().hash()).isNotEqualTo(hash);

        rebuilt();

        assertThat(register.state().hash()).isEqualTo(hash);
        assertThat(document("records", erased.getFirst().record())).containsKey("erased");
    }

    @Test
    void whateverIsWrongInItIsPutRight() {
        String hash = register.state().hash();
        String some = companies.get(0).id();
        mongo.getCollection("records")
                .updateOne(of(some), set("fact.item", "XYGS-XK").append("$inc", new Document("seen", 40L)));
        mongo.getCollection("records").deleteOne(of(companies.get(1).id()));
        Document known = Objects.requireNonNull(
                mongo.getCollection("records").find(of(companies.get(2).id())).first());
        var person = facts().person("冯示例", "999999199001010008");
        mongo.getCollection("records")
                .insertOne(new Document(known)
                        .append("_id", "of no owner")
                        .append(
                                "fact",
                                new Document(known.get("fact", Document.class))
                                        .append("subject", new Document("id", person.id()).append("kind", "PERSON"))));
        mongo.getCollection("subjects")
                .insertOne(new Document("_id", "nobody").append("rev", 1L).append("kind", "PERSON"));
        mongo.getCollection("subjects").updateOne(new Document("_id", some), set("code", "x"));
        mongo.getCollection("subjects")
                .deleteOne(new Document("_id", companies.get(1).id()));
        assertThat(register.state().hash()).isNotEqualTo(hash);

        rebuilt();

        assertThat(register.state().hash()).isEqualTo(hash);
    }

    @Test
    void whatIsToldMeanwhileIsInIt() {
        var random = new Random(COMPANIES);
        AtomicInteger pages = new AtomicInteger();
        OWNERS.beforeEachPage(() -> {
            int page = pages.incrementAndGet();
            for (int i = 0; i < 3; i++) {
                ListedSubject company = companies.get(random.nextInt(COMPANIES));
                RecordFact fact = facts().about(company).fact();
                tell(fact);
                tell(facts().about(company)
                        .id(fact.record())
                        .version(2)
                        .field("cf_nr", "第" + page + "页")
                        .fact());
                if (i == 0) {
                    var person = facts().person("陈示例", "999999198503120018");
                    RecordFact gone = facts().about(person).personName("陈示例").fact();
                    tell(gone);
                    tell(facts().erased(gone));
                }
            }
        });
        rebuilt();
        OWNERS.beforeEachPage(() -> {});
        assertThat(pages).hasValueGreaterThan(COMPANIES / 5);
        settled();
        String hash = register.state().hash();

        drop();
        rebuilt();

        assertThat(register.state().hash()).isEqualTo(hash);
    }

    @Test
    void aKilledOneIsStartedAgainAndThereIsNeverMoreThanOne() throws Exception {
        String hash = register.state().hash();
        drop();
        var held = new CountDownLatch(1);
        OWNERS.beforeEachPage(() -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        long first = started().number();

        assertThat(started().number()).as("while it runs").isEqualTo(first);
        // its instance is gone: nobody renews its lease
        mongo.getCollection("rebuilds").updateOne(new Document(), set("until", new Date(0)));
        assertThat(Objects.requireNonNull(rebuilds.progress()).state()).isEqualTo(State.INTERRUPTED);
        long second = started().number();
        assertThat(second).isGreaterThan(first);
        held.countDown();

        eventually(() -> Objects.requireNonNull(rebuilds.progress()).state() == State.DONE);
        assertThat(Objects.requireNonNull(rebuilds.progress()).number()).isEqualTo(second);
        assertThat(register.state().hash()).isEqualTo(hash);
    }

    /** Collection restored from a copy that knows the record still: what the register knows of its end stands. */
    @Test
    void whatIsErasedStaysErasedWhateverTheOwnerSays() {
        RecordFact gone = erased.getFirst();
        OWNERS.forget(Topics.RECORD, gone.record());
        tell(gone);
        tell(facts().about(gone.subject())
                .id(gone.record())
                .version(9)
                .personName("郑示例")
                .fact());

        RecordFact last = facts().about(gone.subject()).fact();
        tell(facts().erased(last));
        eventually(() -> find("records", last.record()) != null);

        rebuilt();

        assertThat(document("records", gone.record()).keySet()).containsExactlyInAnyOrder("_id", "seen", "erased");
        assertThat(mongo.getCollection("subjects")
                        .find(new Document("_id", gone.subject().id()))
                        .first())
                .isNull();
        OWNERS.forget(Topics.RECORD, gone.record());
    }

    @Test
    void onlyOperatorsMakeItAnew() {
        for (String who : List.of("sys-market", "drc-office", "drc-supervisor", "citizen-li")) {
            assertThat(reply(as(who).post().uri("/actuator/register").retrieve().toEntity(String.class))
                            .status())
                    .as(who)
                    .isEqualTo(403);
        }
    }

    private void drop() {
        PARTS.forEach(part -> mongo.getCollection(part).deleteMany(new Document()));
    }

    private static ListedSubject renamed(ListedSubject company, int i) {
        return Facts.organisation(company.id(), String.valueOf(company.code()), "重建新名" + i + "有限公司");
    }

    private static ActionChanged action(String listing) {
        return new ActionChanged(
                listing,
                listing,
                List.of(),
                List.of(new ActionChanged.Notice("n", "S-DISCLOSE", "tax", "s", Legal.IN_FORCE, Owes.RECEIPT)));
    }

    /** Each company has its record, is on its list and is found by its old name, at every moment. */
    private Thread asking(Queue<String> wrong, AtomicInteger asked) {
        return Thread.ofPlatform().start(() -> {
            int i = 0;
            while (!Thread.currentThread().isInterrupted()) {
                int which = i++ % COMPANIES;
                Reply whole = read("/subjects/{id}", companies.get(which).id());
                Reply found = search("重建旧名" + which + "有限");
                if (whole.at("/records/content").size() != 1
                        || whole.at("/listings/content").size() != 1
                        || !found.text("/content/0/id")
                                .equals(companies.get(which).id())) {
                    wrong.add(whole.body() + " " + found.body());
                }
                asked.incrementAndGet();
            }
        });
    }

    private Progress started() {
        return progress(reply(
                as("drc-admin").post().uri("/actuator/register").retrieve().toEntity(String.class)));
    }

    private Progress rebuilt() {
        long number = started().number();
        eventually(() -> progress(reply(as("drc-admin")
                                .get()
                                .uri("/actuator/register/rebuild")
                                .retrieve()
                                .toEntity(String.class)))
                        .state()
                != State.RUNNING);
        Progress done = Objects.requireNonNull(rebuilds.progress());
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.number()).isEqualTo(number);
        return done;
    }

    private static Progress progress(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return new Progress(
                reply.at("/number").asLong(),
                State.valueOf(reply.text("/state")),
                java.time.Instant.EPOCH,
                null,
                Collections.emptySortedMap());
    }

    /** What was told is known. */
    private void settled() {
        eventually(() -> isSeen(Topics.RECORD, "records")
                && isSeen(Topics.TRIGGER, "listings")
                && isSeen(Topics.FEEDBACK, "actions")
                && mongo.getCollection("marks").countDocuments() == 2 * COMPANIES
                && erased.stream().allMatch(record -> find("records", record.record()) != null));
        var persons = new Document("kind", "PERSON");
        var renamed = new Document("names.1", new Document("$exists", true));
        eventually(() -> mongo.getCollection("subjects").countDocuments(renamed) == COMPANIES
                && mongo.getCollection("subjects").countDocuments(persons) == COMPANIES);
    }

    private boolean isSeen(String topic, String collection) {
        return OWNERS.sequences(topic).entrySet().stream().allMatch(told -> {
            Document stored = find(collection, told.getKey());
            return stored != null && stored.getLong("seen") >= told.getValue();
        });
    }

    private static Document of(String subject) {
        return new Document("fact.subject.id", subject);
    }

    private static Document set(String field, Object value) {
        return new Document("$set", new Document(field, value));
    }

    private Document document(String collection, String id) {
        return Objects.requireNonNull(find(collection, id), id);
    }

    private @Nullable Document find(String collection, String id) {
        return mongo.getCollection(collection).find(new Document("_id", id)).first();
    }
}
