package org.jointcredit.sanction.action;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.sanction.RunningLaw;
import org.jointcredit.sanction.SanctionApplication;
import org.jointcredit.sanction.measure.Measures;
import org.jointcredit.testsupport.TopicReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** S1: a repealed measure's notices are lifted; what else an action is pinned to stays. */
class RepealIT extends RunningLaw {

    private static final String TRIAL = "S-TRIAL";

    @Autowired
    private Measures measures;

    @Autowired
    private Planner planner;

    @Autowired
    private JointActionStore actions;

    @Autowired
    private GroundStore grounds;

    @Autowired
    private Consequences consequences;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Relay actionRelay;

    @Autowired
    private Relay noticeRelay;

    private final List<ListingFact> listed = new ArrayList<>();

    /** Nothing in force is left of law that is taken back. */
    @AfterEach
    void listingsEnd() {
        listed.forEach(fact -> trigger(facts().ended(fact, EndingReason.EXIT), 2));
        await().atMost(PATIENCE)
                .until(() -> listed.stream()
                        .allMatch(fact -> notices(fact).stream()
                                .allMatch(notice ->
                                        notice.path("legal").asString().equals("ENDED"))));
    }

    @Test
    void whenAMeasureIsRepealedItsNoticesAreLiftedOnceAtEachAgencyWhoeverDiesOrRaces() throws Exception {
        putInForce(proposal(freshVersion(), body -> add(body, TRIAL, "drc", "market")));
        list(30);
        awaitTrials(30);
        assertThat(checked(listed.getFirst())).contains(TRIAL);

        try (TopicReader agencies = SYSTEM.reader(Topics.response("drc"), Topics.response("market"))) {
            putInForce(proposal(freshVersion(), body -> without(body, TRIAL)));
            assertThat(checked(listed.getFirst())).doesNotContain(TRIAL);
            // one looks at some and is gone, others race for the rest
            another().lift(3);
            try (var instances = Executors.newFixedThreadPool(3)) {
                List<Future<?>> races = new ArrayList<>();
                IntStream.range(0, 3).forEach(_ -> races.add(instances.submit(another()::run)));
                for (Future<?> race : races) {
                    race.get();
                }
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(listed)
                            .allSatisfy(fact -> assertThat(notices(fact))
                                    .allSatisfy(notice -> assertThat(
                                                    notice.path("legal").asString())
                                            .isEqualTo(isTrial(notice) ? "ENDED" : "IN_FORCE"))));
            var lifted = agencies.await(
                    60,
                    PATIENCE,
                    record -> EventTypes.NOTICE_LIFTED.equals(TopicReader.header(record, CloudEvents.TYPE))
                            && listed.stream().anyMatch(fact -> record.value().contains(fact.listing())));
            assertThat(lifted)
                    .hasSize(60)
                    .allSatisfy(record -> assertThat(
                                    json(record.value()).path("reason").asString())
                            .isEqualTo("MEASURE_REPEALED"));
        }
        for (ListingFact fact : listed) {
            for (Document notice : mongo.getCollection("notices").find(eq("action", fact.listing()))) {
                assertThat(notice.getList("journal", Document.class))
                        .hasSize(notice.getString("measure").equals(TRIAL) ? 2 : 1);
            }
        }
    }

    @Test
    void aListingOfBeforeThatArrivesLateNeverSetsOffWhatIsRepealed() {
        ListingFact early = facts().severe("SEVERE-PYRAMID", "MARKET_ORDER");
        ListingFact late = facts().severe("SEVERE-PYRAMID", "MARKET_ORDER");
        trigger(early, 1);
        listed.add(early);
        await().atMost(PATIENCE).until(() -> notices(early).size() == 29);
        putInForce(proposal(freshVersion(), body -> without(body, "S-ASSOCIATION")));
        trigger(late, 1);
        listed.add(late);
        await().atMost(PATIENCE).until(() -> notices(late).size() == 28);
        assertThat(notices(late))
                .noneMatch(notice -> notice.path("measure").asString().equals("S-ASSOCIATION"))
                .allMatch(notice -> notice.path("lawVersion").asString().equals("default-2021@2021/2021"));
        await().atMost(PATIENCE)
                .until(() -> notices(early).stream()
                        .filter(notice -> notice.path("legal").asString().equals("ENDED"))
                        .map(notice -> notice.path("measure").asString())
                        .toList()
                        .equals(List.of("S-ASSOCIATION")));
    }

    @Test
    void aRuleSetPutInForceInTheMiddleOfAFanOutLeavesEachActionWhollyUnderOneVersionWhicheverInstancePlans() {
        try (var second = instance()) {
            assertThat(second.isRunning()).isTrue();
            list(25);
            String version = freshVersion();
            putInForce(proposal(version, body -> add(body, TRIAL, "drc")));
            List<ListingFact> after = list(25);
            await().atMost(PATIENCE)
                    .until(() -> listed.stream().noneMatch(fact -> notices(fact).isEmpty()));
            for (ListingFact fact : listed) {
                List<JsonNode> notices = notices(fact);
                Set<String> laws = notices.stream()
                        .map(notice -> notice.path("lawVersion").asString())
                        .collect(Collectors.toSet());
                assertThat(laws).hasSize(1);
                boolean isNew = laws.iterator().next().endsWith("/" + version);
                assertThat(notices).hasSize(isNew ? 29 : 28);
                assertThat(notices.stream().anyMatch(RepealIT::isTrial)).isEqualTo(isNew);
                assertThat(isNew || !after.contains(fact)).isTrue();
            }
        }
    }

    /** As another machine would run it. */
    private ConfigurableApplicationContext instance() {
        List<String> settings = new ArrayList<>();
        SYSTEM.properties("sanction").forEach((name, value) -> settings.add("--" + name + "=" + value));
        settings.add("--spring.mongodb.database=" + mongo.getDb().getName());
        settings.add("--server.port=0");
        return new SpringApplicationBuilder(SanctionApplication.class).run(settings.toArray(String[]::new));
    }

    private Repeals another() {
        return new Repeals(
                measures, planner, actions, grounds, consequences, clock, transactions, actionRelay, noticeRelay);
    }

    private ListingFact fact() {
        return facts().published(facts().severe("SEVERE-FIRE", "LIFE_AND_HEALTH"), clock.now());
    }

    private List<ListingFact> list(int number) {
        List<ListingFact> facts =
                IntStream.range(0, number).mapToObj(_ -> fact()).toList();
        facts.forEach(fact -> trigger(fact, 1));
        listed.addAll(facts);
        return facts;
    }

    private void awaitTrials(int actions) {
        await().atMost(PATIENCE)
                .until(() -> listed.stream()
                                .filter(fact -> notices(fact).stream().anyMatch(RepealIT::isTrial))
                                .count()
                        == actions);
    }

    private static boolean isTrial(JsonNode notice) {
        return notice.path("measure").asString().equals(TRIAL);
    }

    private List<JsonNode> notices(ListingFact fact) {
        return body(call("drc-supervisor", GET, "notices?size=200&listing=" + fact.listing(), null, null), 200)
                .path("content")
                .valueStream()
                .toList();
    }

    /** What a check of the market bureau names of a listing. */
    private List<String> checked(ListingFact fact) {
        return body(
                        call(
                                "market-implementer",
                                POST,
                                "checks",
                                """
                                {"subject":{"kind":"ORGANISATION","code":"%s"},"scene":"CREDIT","item":"JY-1","stage":"DECISION"}""".formatted(fact.subject().code()),
                                null),
                        201)
                .path("measures")
                .valueStream()
                .filter(measure -> measure.path("listing").asString().equals(fact.listing()))
                .map(measure -> measure.path("code").asString())
                .toList();
    }
}
