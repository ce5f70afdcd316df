package org.jointcredit.sanction;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ObjectionFact;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.event.PersonBehind;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * S3, S5: what docs/model promises of every run holds of the service itself, in random orders of facts and reports that
 * cross each other, come late, twice or long after newer ones. The reference knows the rules from interfaces.md alone.
 */
class RandomOrdersIT extends RunningSanction {

    private static final int LISTINGS = 4;
    private static final int COMMANDS = 90;
    private static final List<String> AGENCIES = List.of("trading", "hrss");
    private static final List<String> REPORTS = List.of(
            EventTypes.NOTICE_RECEIVED,
            EventTypes.NOTICE_EXECUTED,
            EventTypes.NOTICE_PAUSED,
            EventTypes.NOTICE_RELEASED,
            EventTypes.NOTICE_UNDONE);
    private static final Map<String, List<String>> ORDERS = Map.of(
            "IN_FORCE", List.of(EventTypes.NOTICE_ISSUED, EventTypes.NOTICE_RESUMED),
            "SUSPENDED", List.of(EventTypes.NOTICE_SUSPENDED),
            "ENDED", List.of(EventTypes.NOTICE_LIFTED),
            "RECALLED", List.of(EventTypes.NOTICE_RECALLED));
    private static final Set<String> MOVES = Set.of(
            EventTypes.NOTICE_ISSUED,
            EventTypes.NOTICE_SUSPENDED,
            EventTypes.NOTICE_RESUMED,
            EventTypes.NOTICE_LIFTED,
            EventTypes.NOTICE_RECALLED);

    /** One objection and what was said of it, the first word at 0. */
    private static final class Case {
        private final List<ObjectionFact> words = new ArrayList<>();
        private int newest;

        private Case(ObjectionFact received) {
            words.add(received);
        }

        private boolean holds(ListingFact listing, String notice, String subject) {
            if (newest == 0) {
                return false;
            }
            ObjectionFact last = words.get(newest - 1);
            boolean on = last.resumesAfter().stream()
                    .filter(version -> version.listing().equals(listing.listing()))
                    .map(version -> listing.version() <= version.version())
                    .findFirst()
                    .orElse(last.holding());
            boolean touched = last.against().kind() == Against.Kind.NOTICE
                    ? notice.equals(last.against().id())
                    : last.subject().equals(listing.subject().id())
                            || last.subject().equals(subject);
            return on && touched;
        }
    }

    /** What is true of one listing, and of what its agencies said. */
    private final class Reference {
        private final String record = UUID.randomUUID().toString();
        private final List<Case> cases = new ArrayList<>();
        private final PersonBehind first = ListingFacts.behind(PersonRole.LEGAL_REPRESENTATIVE, false);
        private final PersonBehind second = ListingFacts.behind(PersonRole.LEGAL_REPRESENTATIVE, false);
        private final List<ListingFact> sent = new ArrayList<>();
        private final Set<String> everReached = new HashSet<>();
        private final Map<String, List<String>> reports = new HashMap<>();
        private int newest;

        private Reference() {
            sent.add(facts().restingOn(facts().severe("SEVERE-FIRE", "LIFE_AND_HEALTH", first), record));
        }

        private String id() {
            return sent.getFirst().listing();
        }

        private ListingFact now() {
            return sent.get(newest - 1);
        }

        /** @param seq as collection numbered it; an older one than was sent before changes nothing */
        private void send(int seq) {
            trigger(sent.get(seq - 1), seq);
            if (seq > newest) {
                newest = seq;
                if (now().ended() == null) {
                    everReached.addAll(reached());
                }
            }
        }

        private Set<String> reached() {
            Set<String> subjects = new HashSet<>(Set.of(now().subject().id()));
            now().persons().forEach(person -> subjects.add(person.subject()));
            return subjects;
        }

        /** Makes a further fact, as the listing may go on after the last one. */
        private void goesOn(Random random) {
            ListingFact last = sent.getLast();
            if (last.ended() != null) {
                if (last.ended().reason() == EndingReason.REVOKED) {
                    return;
                }
                sent.add(facts().ended(sent.get(sent.size() - 2), EndingReason.REVOKED));
                return;
            }
            var changed = facts().with(last, any(random, people()), null);
            sent.add(
                    random.nextInt(4) > 0
                            ? changed
                            : facts().ended(changed, any(random, List.of(EndingReason.EXIT, EndingReason.REVOKED))));
        }

        /** Somebody objects, or a case that is there goes on. */
        private void remedies(Random random) {
            if (cases.isEmpty() || random.nextInt(3) == 0) {
                Against against = any(
                        random,
                        List.of(
                                Objections.listing(sent.getFirst()),
                                Objections.record(record),
                                Objections.notice(notice("trading"))));
                boolean listed = against.kind() == Against.Kind.NOTICE || random.nextInt(3) > 0;
                String subject = listed ? sent.getFirst().subject().id() : first.subject();
                cases.add(new Case(Objections.received(subject, against)));
            } else {
                goesOn(any(random, cases), random);
            }
            Case last = any(random, cases);
            for (int seq :
                    any(random, List.of(List.of(last.words.size()), List.of(last.words.size(), 1), List.of(1)))) {
                remedy(last.words.get(seq - 1), seq);
                last.newest = Math.max(last.newest, seq);
            }
        }

        private void goesOn(Case one, Random random) {
            ObjectionFact received = one.words.getFirst();
            one.words.add(
                    switch (random.nextInt(3)) {
                        case 0 -> Objections.rejected(received);
                        case 1 -> Objections.decided(received, ObjectionOutcome.PARTLY, true);
                        default ->
                            Objections.decided(
                                    received,
                                    ObjectionOutcome.PARTLY,
                                    random.nextBoolean(),
                                    Objections.version(any(random, sent)));
                    });
        }

        private List<List<PersonBehind>> people() {
            return List.of(List.of(), List.of(first), List.of(second), List.of(first, second));
        }

        private String legal(String notice, String subject) {
            if (now().ended() != null) {
                return now().ended().reason() == EndingReason.REVOKED ? "RECALLED" : "ENDED";
            }
            if (!reached().contains(subject)) {
                return "ENDED";
            }
            return cases.stream().anyMatch(one -> one.holds(now(), notice, subject)) ? "SUSPENDED" : "IN_FORCE";
        }

        private String notice(String agency) {
            return agency.equals("trading")
                    ? id() + ":S-TRADING-LIMIT:trading:"
                            + sent.getFirst().subject().id()
                    : id() + ":S-POST-LIMIT:hrss:" + first.subject();
        }

        private void report(String agency, String type, Random random) {
            String notice = notice(agency);
            String message = UUID.randomUUID().toString();
            for (int time = random.nextInt(2); time < 2; time++) {
                tell(agency, notice, type, message);
            }
            reports.computeIfAbsent(notice, _ -> new ArrayList<>()).add(type);
        }

        private void check(String seed) {
            List<JsonNode> notices = notices(id());
            assertThat(notices).as(seed).isNotEmpty();
            assertThat(notices.stream()
                            .map(notice -> notice.at("/subject/id").asString())
                            .distinct())
                    .as(seed)
                    .containsExactlyInAnyOrderElementsOf(everReached);
            assertThat(notices).allSatisfy(notice -> {
                String id = notice.path("id").asString();
                String legal = legal(id, notice.at("/subject/id").asString());
                var said = new Said(reports.getOrDefault(id, List.of()));
                boolean issued = !notice.path("issuedAt").isNull();
                assertThat(notice.path("legal").asString()).as(seed).isEqualTo(legal);
                assertThat(notice.path("agencyState").asString()).as(seed).isEqualTo(said.state());
                assertThat(notice.path("applied").asBoolean()).as(seed).isEqualTo(said.applied());
                assertThat(issued || !legal.equals("IN_FORCE")).as(seed).isTrue();
                // what was never sent is not stopped either
                assertThat(notice.path("owes").asString()).as(seed).isEqualTo(issued ? said.owes(legal) : "NONE");
            });
        }
    }

    /** The table of interfaces.md. */
    private record Said(List<String> reports) {

        private boolean executedAndNotSince(String... types) {
            int executed = reports.lastIndexOf(EventTypes.NOTICE_EXECUTED);
            return executed >= 0 && Arrays.stream(types).allMatch(type -> reports.lastIndexOf(type) < executed);
        }

        boolean applied() {
            return executedAndNotSince(EventTypes.NOTICE_PAUSED, EventTypes.NOTICE_RELEASED, EventTypes.NOTICE_UNDONE);
        }

        String state() {
            List<String> done = reports.stream()
                    .filter(type -> !type.equals(EventTypes.NOTICE_RECEIVED))
                    .toList();
            if (done.isEmpty()) {
                return reports.isEmpty() ? "NONE" : "RECEIVED";
            }
            String type = done.getLast();
            return type.substring(type.lastIndexOf('-') + 1, type.lastIndexOf(".v"))
                    .toUpperCase(Locale.ROOT);
        }

        String owes(String legal) {
            return switch (legal) {
                case "IN_FORCE" ->
                    switch (state()) {
                        case "NONE" -> "RECEIPT";
                        case "EXECUTED" -> "NONE";
                        default -> "EXECUTION";
                    };
                case "SUSPENDED" ->
                    switch (state()) {
                        case "NONE", "RECEIVED", "EXECUTED" -> "PAUSE";
                        default -> "NONE";
                    };
                case "ENDED" ->
                    executedAndNotSince(EventTypes.NOTICE_RELEASED, EventTypes.NOTICE_UNDONE) ? "RELEASE" : "NONE";
                default -> executedAndNotSince(EventTypes.NOTICE_UNDONE) ? "UNDOING" : "NONE";
            };
        }
    }

    @Test
    void whateverTheOrderNoticesFollowTheNewestFactAndNoOrderIsLostOrOvertaken() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<Reference> listings =
                Stream.generate(Reference::new).limit(LISTINGS).toList();
        String[] topics = Stream.of(
                        "market",
                        "drc",
                        "hrss",
                        "housing",
                        "ecology",
                        "emergency",
                        "transport",
                        "finance",
                        "approval",
                        "trading",
                        "culture",
                        "bank",
                        "court",
                        "tax",
                        "education")
                .map(Topics::response)
                .toArray(String[]::new);
        try (TopicReader agencies = SYSTEM.reader(topics)) {
            for (Reference listing : listings) {
                if (random.nextBoolean()) {
                    listing.remedies(random);
                }
                listing.send(1);
            }
            // a report of a notice that does not exist yet is refused, which is another test's matter
            await().atMost(PATIENCE)
                    .until(() -> listings.stream()
                            .noneMatch(listing -> notices(listing.id()).isEmpty()));

            for (int command = 0; command < COMMANDS; command++) {
                command(any(random, listings), random);
            }

            String told = "seed " + seed;
            await().atMost(PATIENCE).untilAsserted(() -> listings.forEach(listing -> listing.check(told)));
            listings.forEach(listing -> ordersArrivedAsJournalled(listing, agencies, told));
        }
    }

    private static void command(Reference listing, Random random) {
        switch (random.nextInt(6)) {
            case 0 -> {
                listing.goesOn(random);
                listing.send(listing.sent.size());
            }
            case 1 -> {
                // two at once, the newer first
                int before = listing.sent.size();
                listing.goesOn(random);
                listing.goesOn(random);
                for (int seq = listing.sent.size(); seq > before; seq--) {
                    listing.send(seq);
                }
            }
            case 2 -> listing.send(1 + random.nextInt(listing.sent.size()));
            case 3, 4 -> listing.remedies(random);
            default -> listing.report(any(random, AGENCIES), any(random, REPORTS), random);
        }
    }

    private void ordersArrivedAsJournalled(Reference listing, TopicReader agencies, String seed) {
        for (Document notice : mongo.getCollection("notices").find(eq("action", listing.id()))) {
            List<Document> orders = notice.getList("journal", Document.class).stream()
                    .filter(entry -> MOVES.contains(entry.getString("type")))
                    .toList();
            if (orders.isEmpty()) {
                assertThat(notice.get("issuedAt")).as(seed).isNull();
                continue;
            }
            String last = orders.getLast().getString("id");
            agencies.await(
                    1,
                    PATIENCE,
                    record -> TopicReader.header(record, CloudEvents.ID).equals(last));
            assertThat(agencies.seen().stream()
                            .filter(record -> TopicReader.header(record, CloudEvents.SUBJECT)
                                    .equals(notice.getString("_id")))
                            .filter(record -> MOVES.contains(TopicReader.header(record, CloudEvents.TYPE)))
                            .map(record -> TopicReader.header(record, CloudEvents.ID))
                            .distinct())
                    .as(seed)
                    .containsExactlyElementsOf(
                            orders.stream().map(entry -> entry.getString("id")).toList());
            assertThat(ORDERS.get(notice.getString("legal")))
                    .as(seed)
                    .contains(orders.getLast().getString("type"));
        }
    }

    private List<JsonNode> notices(String listing) {
        return json(as("drc-supervisor")
                        .get()
                        .uri("/api/sanction/notices?size=200&listing={listing}", listing)
                        .retrieve()
                        .body(String.class))
                .path("content")
                .valueStream()
                .toList();
    }

    private static void tell(String agency, String notice, String type, String message) {
        SYSTEM.send(
                "sys-" + agency,
                Topics.feedback(agency),
                notice,
                Map.of(
                        CloudEvents.SPEC_VERSION,
                        "1.0",
                        CloudEvents.ID,
                        message,
                        CloudEvents.SOURCE,
                        "urn:test:" + agency,
                        CloudEvents.TYPE,
                        type),
                ("{\"notice\":\"" + notice + "\",\"by\":\"张办事\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
