package org.jointcredit.acceptance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.SYSTEM;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.jointcredit.acceptance.Agencies.Report;
import org.jointcredit.acceptance.Front.Answer;
import org.jointcredit.acceptance.LawCodes.Expected;
import org.jointcredit.acceptance.Wire.Seen;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.local.LocalSystem;
import tools.jackson.databind.JsonNode;

/**
 * Listings flow in, half over REST, half over Kafka, by clients that try again until they are answered; some are changed
 * or ended at once. Agencies execute every notice. Afterwards nothing may be lost or done twice, whatever happened.
 */
final class Flow implements AutoCloseable {
    private static final Duration ONE_ANSWER = Duration.ofMinutes(4);

    private final String run = House.freshRun();
    private final List<Case> cases;
    private final Wire wire = Wire.fromNow(
            SYSTEM,
            Stream.of(House.EVERYTHING, House.REPORTS)
                    .flatMap(Collection::stream)
                    .toList());
    private final Outbox outbox = new Outbox(SYSTEM);
    private final Agencies agencies =
            new Agencies(SYSTEM, outbox, run, _ -> List.of(Report.of(EventTypes.NOTICE_EXECUTED)));
    private final Queue<Case> waiting;
    private final BlockingQueue<Case> rest = new LinkedBlockingQueue<>();
    private final BlockingQueue<Case> kafka = new LinkedBlockingQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    /** By number. */
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Queue<Answer> refusals = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connectionsLost = new AtomicInteger();
    private final List<Thread> senders;

    Flow(long seed, int size) {
        var invented = new Invented(seed);
        this.cases = IntStream.range(0, size)
                .mapToObj(place -> Case.of(place, run + place, invented))
                .toList();
        this.waiting = new ConcurrentLinkedQueue<>(cases);
        this.senders = List.of(
                Thread.ofPlatform().name("rest-1").start(() -> sendAll(rest, this::overRest)),
                Thread.ofPlatform().name("rest-2").start(() -> sendAll(rest, this::overRest)),
                // one, because a change must not overtake its listing
                Thread.ofPlatform().name("kafka").start(() -> sendAll(kafka, this::overKafka)));
    }

    /** Lets so many more go on their way. */
    void release(int count) {
        for (int i = 0; i < count; i++) {
            var next = waiting.poll();
            if (next == null) {
                return;
            }
            (next.overRest() ? rest : kafka).add(next);
        }
    }

    /** How many have been answered, or taken by the broker. */
    int sent() {
        assertThat(failures).isEmpty();
        return sent.get();
    }

    /**
     * Nothing that was sent may be refused or put aside, whatever was killed; and a client of the test that is no
     * longer there must not look like a loss.
     */
    private void nothingIsLostYet() {
        assertThat(failures).as("senders that gave up").isEmpty();
        assertThat(agencies.dead()).as("agencies that gave up").isEmpty();
        assertThat(wire.death()).as("the reader of the topics gave up").isEmpty();
        assertThat(wire.on(House.RECEIPTS, event -> event.type().equals(EventTypes.SUBMISSION_REFUSED))
                        .filter(event -> event.key().startsWith(run)))
                .as("submissions refused")
                .isEmpty();
        assertThat(wire.on(House.RESPONSES, event -> event.type().equals(EventTypes.FEEDBACK_REFUSED))
                        .filter(event -> isOurs(event.key())))
                .as("reports refused")
                .isEmpty();
        nothingGoodWasPutAside();
    }

    /** How often REST has answered, whatever it said. */
    int answered() {
        return answered.get();
    }

    /** What REST answered other than that it was taken. */
    Collection<Answer> refusals() {
        return refusals;
    }

    int connectionsLost() {
        return connectionsLost.get();
    }

    private void sendAll(BlockingQueue<Case> lane, Consumer<Case> way) {
        try {
            while (true) {
                way.accept(lane.take());
                sent.incrementAndGet();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            failures.add(e);
        }
    }

    private void overRest(Case next) {
        var who = "sys-" + next.department();
        var id = taken(who, "collection/listings", next.listing());
        accept(next.number(), id);
        if (next.command() != null) {
            taken(who, "collection/listings/" + id + "/" + next.command(), next.body());
        }
    }

    private void accept(String number, String id) {
        ids.put(number, id);
        accepted.add(id);
    }

    /** @return the id of the listing */
    private String taken(String who, String path, JsonNode body) {
        var id = new String[1];
        var doubtful = new AtomicBoolean();
        await(path)
                .atMost(ONE_ANSWER)
                .pollInterval(Duration.ofMillis(200))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    try {
                        var answer = FRONT.post(who, path, body);
                        answered.incrementAndGet();
                        if (answer.status() == 200 || answer.status() == 201) {
                            id[0] = answer.body().path("id").asString();
                            return true;
                        }
                        if (answer.status() == 409 && doubtful.get() && path.endsWith("/ending")) {
                            return true; // ended by the attempt whose answer was lost: no listing ends twice
                        }
                        assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(500);
                        refusals.add(answer);
                    } catch (UncheckedIOException _) {
                        connectionsLost.incrementAndGet();
                    }
                    doubtful.set(true);
                    return false;
                });
        return id[0];
    }

    private void overKafka(Case next) {
        taken(next, EventTypes.LISTING_SUBMITTED, next.listing());
        if (next.command() != null) {
            var body = next.body().deepCopy().put("number", next.number());
            taken(
                    next,
                    next.isEnded() ? EventTypes.LISTING_ENDING_SUBMITTED : EventTypes.LISTING_CHANGE_SUBMITTED,
                    body);
        }
    }

    private void taken(Case next, String type, JsonNode body) {
        await(type)
                .atMost(ONE_ANSWER)
                .pollInterval(Duration.ofMillis(200))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    try {
                        outbox.send(
                                        Topics.intake(next.department()),
                                        next.number(),
                                        type,
                                        next.number() + "/" + type,
                                        body)
                                .get();
                        return true;
                    } catch (ExecutionException _) {
                        return false;
                    }
                });
    }

    /** Waits until everything has arrived everywhere, or says what is missing. */
    void awaitTheEnd(Duration patience) {
        untilNothingIsMissing(
                patience,
                "every listing on its way",
                () -> assertThat(sent.get()).isEqualTo(cases.size()));
        untilNothingIsMissing(patience, "a receipt for every listing sent over Kafka", () -> {
            receipts()
                    .forEach(receipt -> accept(
                            receipt.path("number").asString(),
                            receipt.path("id").asString()));
            assertThat(ids.keySet())
                    .containsAll(cases.stream().map(Case::number).toList());
        });
        untilNothingIsMissing(
                patience,
                "every notice issued to its agency",
                () -> assertThat(withoutAllTheirNotices()).isEmpty());
        untilNothingIsMissing(
                patience,
                "an execution recorded for each notice",
                () -> assertThat(withoutRecord()).isEmpty());
        int moved = cases.stream()
                .mapToInt(each -> (int) each.notices().stream()
                        .filter(notice -> !each.legal(notice).equals("IN_FORCE"))
                        .count())
                .sum();
        untilNothingIsMissing(
                patience,
                "notices lifted or recalled",
                () -> assertThat(responses().stream()
                                .filter(event -> !event.type().equals(EventTypes.NOTICE_ISSUED))
                                .map(Seen::subject)
                                .distinct()
                                .count())
                        .isEqualTo(moved));
    }

    private void untilNothingIsMissing(Duration patience, String what, ThrowingRunnable holds) {
        await(what)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(500))
                .failFast("something is lost", this::nothingIsLostYet)
                .untilAsserted(holds);
    }

    /** The listings that have set off less than they must, and how far the news of them has come. */
    private List<String> withoutAllTheirNotices() {
        var issued = issued().stream().collect(groupingBy(Flow::listing, counting()));
        return cases.stream()
                .filter(each -> issued.getOrDefault(ids.get(each.number()), 0L)
                        != each.notices().size())
                .map(each -> {
                    var id = ids.get(each.number());
                    return "%s (%s, %s): %d of %d issued; on the topic of triggers: %s; its receipts: %s"
                            .formatted(
                                    id,
                                    each.overRest() ? "REST" : "Kafka",
                                    each.command(),
                                    issued.getOrDefault(id, 0L),
                                    each.notices().size(),
                                    types(wire.on(
                                            List.of(Topics.TRIGGER),
                                            event -> event.subject().equals(id))),
                                    types(wire.on(
                                            House.RECEIPTS, event -> event.key().equals(each.number()))));
                })
                .toList();
    }

    /** The notices whose execution is not known, and who has lost the report of it. */
    private List<String> withoutRecord() {
        var missing = new TreeSet<>(issued());
        missing.removeAll(recorded());
        var reported = missing.isEmpty()
                ? Set.of()
                : wire.on(House.REPORTS, event -> missing.contains(event.key()))
                        .map(Seen::key)
                        .collect(toSet());
        return missing.stream()
                .map(notice -> notice
                        + (reported.contains(notice)
                                ? ": its report is on the agency's topic, nothing was made of it"
                                : ": its agency's report is not on the topic"))
                .toList();
    }

    private static List<String> types(Stream<Seen> events) {
        return events.map(event -> event.type().replaceAll(".*\\.([a-z-]+)\\.v1", "$1"))
                .toList();
    }

    /** Every accepted listing has exactly the notices of the law codes, each in the state that its listing gives it. */
    void everyListingHasExactlyItsNotices() {
        for (var each : cases) {
            var notices = House.notices(ids.get(each.number()));
            assertThat(House.meanings(notices))
                    .as(each.listing().toString())
                    .containsExactlyInAnyOrderElementsOf(each.notices());
            assertThat(notices).as(each.number()).allSatisfy(notice -> {
                assertThat(notice.path("legal").asString()).isEqualTo(each.legal(House.meaning(notice)));
                assertThat(notice.path("agencyState").asString()).isEqualTo("EXECUTED");
            });
        }
    }

    /**
     * Each agency's topic holds the events of each of its notices in order, nothing missing: what is seen again was
     * seen before, what is new has the next sequence.
     */
    void everyTopicHoldsEachNoticesEventsInOrder() {
        var issued = new HashMap<String, Expected>();
        var numbers = cases.stream().collect(toMap(each -> ids.get(each.number()), each -> each));
        var events = new HashMap<String, List<Seen>>();
        for (var event : responses()) {
            var before = events.computeIfAbsent(event.subject(), _ -> new ArrayList<>());
            boolean again = before.stream().anyMatch(seen -> seen.id().equals(event.id()));
            if (!again) {
                assertThat(before).as(event.toString()).allMatch(seen -> seen.sequence() < event.sequence());
                before.add(event);
            }
        }
        events.forEach((notice, seen) -> {
            assertThat(seen.getFirst().type()).as(notice).isEqualTo(EventTypes.NOTICE_ISSUED);
            assertThat(seen.stream().map(Seen::topic).distinct()).as(notice).hasSize(1);
            var value = seen.getFirst().value();
            var meaning = House.meaning(value);
            issued.put(notice, meaning);
            var legal = numbers.get(value.path("listing").asString()).legal(meaning);
            assertThat(seen.stream().skip(1).map(Seen::type)).as(notice).containsExactlyElementsOf(moves(legal));
        });
        assertThat(issued)
                .hasSize(cases.stream().mapToInt(each -> each.notices().size()).sum());
        nothingIsMissing(events);
    }

    private static List<String> moves(String legal) {
        return switch (legal) {
            case "ENDED" -> List.of(EventTypes.NOTICE_LIFTED);
            case "RECALLED" -> List.of(EventTypes.NOTICE_RECALLED);
            default -> List.of();
        };
    }

    /** The sequences of a notice on its agency's topic and on the topic of feedback together have no gap. */
    private void nothingIsMissing(Map<String, List<Seen>> events) {
        var sequences = new HashMap<String, Set<Long>>();
        events.forEach((notice, seen) ->
                sequences.put(notice, seen.stream().map(Seen::sequence).collect(toSet())));
        feedback().forEach(event -> sequences.get(event.subject()).add(event.sequence()));
        assertThat(sequences.values())
                .allSatisfy(all -> assertThat(all)
                        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, all.size())
                                .mapToObj(Long::valueOf)
                                .toList()));
    }

    /** No fact was made twice: one publication a listing, one issue a notice, one record of a report, by distinct id. */
    void nothingWasAppliedTwice() {
        assertThat(distinct(wire.on(Topics.TRIGGER).stream()
                        .filter(event -> event.type().equals(EventTypes.LISTING_PUBLISHED))
                        .filter(event -> accepted.contains(event.subject()))
                        .toList()))
                .hasSize(cases.size());
        assertThat(distinct(responses().stream()
                        .filter(event -> event.type().equals(EventTypes.NOTICE_ISSUED))
                        .toList()))
                .doesNotHaveDuplicates();
        assertThat(distinct(feedback())).doesNotHaveDuplicates();
    }

    /** The aggregates of these events, each as often as it has an event of its own. */
    private static List<String> distinct(Collection<Seen> events) {
        return events.stream().collect(toMap(Seen::id, Seen::subject, (first, _) -> first)).values().stream()
                .toList();
    }

    void nothingGoodWasPutAside() {
        assertThat(House.DEAD_LETTERS.stream().flatMap(topic -> wire.on(topic).stream()))
                .isEmpty();
    }

    /** V1: what the office is shown is what there is, and soon. */
    void theFiguresAreThoseOfARecount() {
        var recount = House.FRONT.recount();
        assertThat(recount.path("equal").asBoolean()).as(recount.toString()).isTrue();
        House.eventually(
                Duration.ofSeconds(30),
                "all counted",
                () -> House.FRONT
                                .get("drc-supervisor", "sanction/supervision/overview")
                                .expect(200)
                                .path("total")
                                .asLong()
                        == recount.path("notices").asLong());
    }

    private List<JsonNode> receipts() {
        return wire.on(House.RECEIPTS, event -> event.type().equals(EventTypes.SUBMISSION_ACCEPTED))
                .filter(event -> event.key().startsWith(run))
                .map(Seen::value)
                .toList();
    }

    private List<Seen> responses() {
        return wire.on(House.RESPONSES, event -> isOurs(event.subject())).toList();
    }

    private List<Seen> feedback() {
        return wire.on(Topics.FEEDBACK).stream()
                .filter(event -> event.type().equals(EventTypes.FEEDBACK_RECORDED))
                .filter(event -> isOurs(event.subject()))
                .toList();
    }

    private Set<String> issued() {
        return responses().stream()
                .filter(event -> event.type().equals(EventTypes.NOTICE_ISSUED))
                .map(Seen::subject)
                .collect(toSet());
    }

    /** Notices that an execution was recorded of. */
    private Set<String> recorded() {
        return feedback().stream().map(Seen::subject).collect(toSet());
    }

    private boolean isOurs(String notice) {
        return accepted.contains(listing(notice));
    }

    /** The id of a notice begins with that of its action, which is its listing's. */
    private static String listing(String notice) {
        return notice.substring(0, Math.max(0, notice.indexOf(':')));
    }

    static Duration patience(int size) {
        return Duration.ofSeconds(120 + size / 4);
    }

    static boolean isLong() {
        return Boolean.getBoolean("jointcredit.long");
    }

    static LocalSystem local() {
        return SYSTEM.local();
    }

    @Override
    public void close() {
        senders.forEach(Thread::interrupt);
        agencies.close();
        outbox.close();
        wire.close();
    }
}
