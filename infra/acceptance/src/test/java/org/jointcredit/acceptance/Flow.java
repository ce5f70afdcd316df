package org.jointcredit.acceptance;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jointcredit.acceptance.House.FRONT;
import static org.jointcredit.acceptance.House.SYSTEM;
import static org.jointcredit.acceptance.House.eventually;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
    private static final int SENDERS = 2;
    private static final Duration ONE_ANSWER = Duration.ofMinutes(4);

    private final String run = House.freshRun();
    private final List<Case> cases;
    private final Wire wire = Wire.fromNow(SYSTEM, House.EVERYTHING);
    private final Outbox outbox = new Outbox(SYSTEM);
    private final Agencies agencies =
            new Agencies(SYSTEM, outbox, run, _ -> List.of(Report.of(EventTypes.NOTICE_EXECUTED)));
    private final Semaphore released = new Semaphore(0);
    private final Queue<Case> waiting;
    private final AtomicInteger sent = new AtomicInteger();
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
        this.senders = IntStream.range(0, SENDERS)
                .mapToObj(i -> Thread.ofPlatform().name("sender-" + i).start(this::sendAll))
                .toList();
    }

    /** Lets so many more go on their way. */
    void release(int count) {
        released.release(count);
    }

    /** How many have been answered, or taken by the broker. */
    int sent() {
        assertThat(failures).isEmpty();
        return sent.get();
    }

    /** What REST answered other than that it was taken. */
    Collection<Answer> refusals() {
        return refusals;
    }

    int connectionsLost() {
        return connectionsLost.get();
    }

    private void sendAll() {
        try {
            while (true) {
                released.acquire();
                var next = waiting.poll();
                if (next == null) {
                    return;
                }
                if (next.overRest()) {
                    overRest(next);
                } else {
                    overKafka(next);
                }
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
        await(path)
                .atMost(ONE_ANSWER)
                .pollInterval(Duration.ofMillis(200))
                .pollDelay(Duration.ZERO)
                .until(() -> {
                    try {
                        var answer = FRONT.post(who, path, body);
                        if (answer.status() == 200 || answer.status() == 201) {
                            id[0] = answer.body().path("id").asString();
                            return true;
                        }
                        assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(500);
                        refusals.add(answer);
                    } catch (UncheckedIOException _) {
                        connectionsLost.incrementAndGet();
                    }
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
        eventually(patience, "every listing on its way", () -> sent() == cases.size());
        eventually(patience, "a receipt for every listing sent over Kafka", () -> {
            receipts()
                    .forEach(receipt -> accept(
                            receipt.path("number").asString(),
                            receipt.path("id").asString()));
            return ids.size() == cases.size();
        });
        int expected = cases.stream().mapToInt(each -> each.notices().size()).sum();
        await("an execution recorded for each of " + expected + " notices")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(recorded()).hasSize(expected));
        int moved = cases.stream()
                .mapToInt(each -> (int) each.notices().stream()
                        .filter(notice -> !each.legal(notice).equals("IN_FORCE"))
                        .count())
                .sum();
        await(moved + " notices lifted or recalled")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(responses().stream()
                                .filter(event -> !event.type().equals(EventTypes.NOTICE_ISSUED))
                                .map(Seen::subject)
                                .distinct())
                        .hasSize(moved));
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

    private List<JsonNode> receipts() {
        return wire.on(House.RECEIPTS, event -> event.key().startsWith(run))
                .peek(event -> assertThat(event.type()).as(event.text()).isEqualTo(EventTypes.SUBMISSION_ACCEPTED))
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

    /** Notices that an execution was recorded of. */
    private Set<String> recorded() {
        return feedback().stream().map(Seen::subject).collect(toSet());
    }

    /** The id of a notice begins with that of its action, which is its listing's. */
    private boolean isOurs(String notice) {
        int end = notice.indexOf(':');
        return end > 0 && accepted.contains(notice.substring(0, end));
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
