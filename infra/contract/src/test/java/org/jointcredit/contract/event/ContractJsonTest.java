package org.jointcredit.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The records promise more than Jackson keeps by itself: these are the promises of [ContractJson].
class ContractJsonTest {
    private final JsonMapper json = ContractJson.mapper();

    @Test
    void reads_what_an_agency_must_send_and_no_more() {
        var report =
                json.readValue("{\"notice\":\"n1\",\"by\":\"张三\",\"until\":1,\"reason\":null}", AgencyReport.class);

        assertThat(report.by()).isEqualTo("张三");
        assertThat(report.reason()).isNull();
        assertThat(report.evidence()).isEmpty();
        assertThat(json.writeValueAsString(report)).isEqualTo("{\"notice\":\"n1\",\"by\":\"张三\"}");
    }

    private record Lists(List<String> always, @Nullable List<String> perhaps) {}

    @Test
    void a_missing_list_is_empty_and_one_that_may_be_absent_stays_absent() {
        var nothing = new Lists(List.of(), null);

        assertThat(json.readValue("{}", Lists.class)).isEqualTo(nothing);
        assertThat(json.readValue(json.writeValueAsString(nothing), Lists.class))
                .isEqualTo(nothing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"by\":\"a\"}", "{\"notice\":null,\"by\":\"a\"}"})
    void names_the_member_that_is_missing(String text) {
        assertThatThrownBy(() -> json.readValue(text, AgencyReport.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("notice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "1.5", "true", "[\"n\"]", "{}"})
    void takes_an_identifier_as_text_only(String value) {
        assertThatThrownBy(() -> json.readValue("{\"notice\":" + value + ",\"by\":\"a\"}", AgencyReport.class))
                .isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"SEVER\"", "0", "\"\"", "null"})
    void takes_no_unknown_state_for_a_known_one(String value) {
        var entry = "{\"kid\":\"k\",\"of\":" + value + ",\"mac\":\"m\"}";
        assertThatThrownBy(() -> json.readValue(entry, IndexEntry.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void reads_times_of_any_offset_and_writes_text() {
        var report = json.readValue(
                "{\"notice\":\"n\",\"by\":\"a\",\"executedAt\":\"2026-11-24T18:00:00+08:00\"}", AgencyReport.class);

        assertThat(report.executedAt()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(json.writeValueAsString(report)).contains("\"executedAt\":\"2026-11-24T10:00:00Z\"");
    }
}
