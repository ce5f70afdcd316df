package org.jointcredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jointcredit.acceptance.LawCodes.Expected;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.testsupport.TestSystem;
import tools.jackson.databind.JsonNode;

/** The running system with its real processes, and what every test asks of it. */
public final class House {
    public static final TestSystem SYSTEM = TestSystem.whole();
    public static final Front FRONT = new Front(SYSTEM);

    static final List<String> RECEIPTS = each(Topics::receipt);
    static final List<String> RESPONSES = each(Topics::response);
    /** What agencies report; each has its own topic. */
    static final List<String> REPORTS = each(Topics::feedback);

    static final List<String> DEAD_LETTERS = Stream.of("collection", "sanction", "disclosure", "objection")
            .map(Topics::deadLetter)
            .toList();
    static final List<String> EVERYTHING = Stream.of(
                    RECEIPTS, RESPONSES, DEAD_LETTERS, List.of(Topics.TRIGGER, Topics.FEEDBACK))
            .flatMap(Collection::stream)
            .toList();

    private static final Map<String, String> NUMBERS = new ConcurrentHashMap<>();

    private House() {}

    /** Begins the numbers of what one test sends, so that it finds its own again. */
    public static String freshRun() {
        return Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-";
    }

    public static void eventually(Duration patience, String what, Callable<Boolean> holds) {
        await(what)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(holds);
    }

    /** The notices of a listing, as the supervisor sees them. */
    public static List<JsonNode> notices(String listing) {
        return FRONT.all("drc-supervisor", "sanction/notices?listing=" + listing);
    }

    /** What a notice is, in the words of the law codes; who a person is its own agency asks. */
    static Expected meaning(JsonNode notice) {
        var agency = notice.path("agency").asString();
        return new Expected(notice.path("measure").asString(), agency, number(notice));
    }

    private static String number(JsonNode notice) {
        var subject = notice.path("subject");
        return subject.path("kind").asString().equals("ORGANISATION")
                ? subject.path("code").asString()
                : NUMBERS.computeIfAbsent(subject.path("id").asString(), _ -> {
                    var id = notice.path("id").asString(notice.path("notice").asString());
                    return FRONT.get("sys-" + notice.path("agency").asString(), "sanction/notices/" + id)
                            .expect(200)
                            .path("subject")
                            .path("idNumber")
                            .asString();
                });
    }

    /** No two notices mean the same. */
    static List<Expected> meanings(Collection<JsonNode> notices) {
        var meanings = new ArrayList<>(notices.stream().map(House::meaning).toList());
        assertThat(meanings).doesNotHaveDuplicates();
        return meanings;
    }

    private static List<String> each(java.util.function.UnaryOperator<String> topic) {
        return LawCodes.DEPARTMENTS.stream().map(topic).toList();
    }
}
