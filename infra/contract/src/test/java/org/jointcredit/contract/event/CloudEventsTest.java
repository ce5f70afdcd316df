package org.jointcredit.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// CloudEvents in binary mode, as the front doors ask for them.
class CloudEventsTest {
    private static final Map<String, String> REQUIRED = Map.of(
            "ce_specversion", "1.0",
            "ce_id", "1",
            "ce_source", "/sys-tax",
            "ce_type", EventTypes.NOTICE_RECEIVED);

    @Test
    void what_was_written_is_read_again() {
        var event = new EventHeaders(
                EventIds.next(),
                "/sanction-service",
                EventTypes.NOTICE_ISSUED,
                "n1",
                Instant.parse("2026-11-24T01:02:03Z"),
                7L,
                "c",
                "b",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        assertThat(CloudEvents.read(CloudEvents.write(event))).isEqualTo(event);
        assertThat(CloudEvents.write(event))
                .containsEntry("ce_sequence", "7")
                .containsEntry("content-type", "application/json");
    }

    @Test
    void four_headers_are_enough_from_an_outsider() {
        assertThat(CloudEvents.read(REQUIRED))
                .isEqualTo(new EventHeaders(
                        "1", "/sys-tax", EventTypes.NOTICE_RECEIVED, null, null, null, null, null, null));
    }

    @Test
    void what_is_missing_is_reported_by_name() {
        for (var name : REQUIRED.keySet()) {
            var headers = new HashMap<>(REQUIRED);
            headers.remove(name);
            assertThat(CloudEvents.read(headers)).isEqualTo(new UnreadableHeaders("missing headers: " + name));
        }
        assertThat(CloudEvents.read(Map.of()))
                .isEqualTo(new UnreadableHeaders("missing headers: ce_specversion, ce_id, ce_source, ce_type"));
    }

    @Test
    void another_version_of_the_specification_is_not_guessed_at() {
        var headers = new HashMap<>(REQUIRED);
        headers.put("ce_specversion", "0.3");
        assertThat(CloudEvents.read(headers)).isEqualTo(new UnreadableHeaders("ce_specversion is not 1.0"));
    }

    @Test
    void an_optional_header_without_sense_counts_as_absent() {
        var headers = new HashMap<>(REQUIRED);
        headers.put("ce_time", "yesterday");
        headers.put("ce_sequence", "A7");
        assertThat(CloudEvents.read(headers)).isEqualTo(CloudEvents.read(REQUIRED));
    }

    @Test
    void ids_sort_by_time() {
        List<String> ids =
                IntStream.range(0, 1000).mapToObj(_ -> EventIds.next()).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id.charAt(14) == '7');
    }

    @Test
    void the_agency_is_known_by_its_topic() {
        assertThat(Topics.owner(Topics.feedback("tax"))).isEqualTo("tax");
        assertThat(Topics.feedback("tax")).matches(Topics.FEEDBACK_PATTERN);
        assertThat(Topics.FEEDBACK).doesNotMatch(Topics.FEEDBACK_PATTERN);
        assertThat(Topics.intake("tax")).matches(Topics.INTAKE_PATTERN);
    }
}
