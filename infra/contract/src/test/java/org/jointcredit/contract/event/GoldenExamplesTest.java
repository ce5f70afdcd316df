package org.jointcredit.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Every example of every released version stays readable and valid. An example is added, never changed.
class GoldenExamplesTest {
    static Stream<Arguments> examples() {
        return Stream.concat(
                EventCatalogue.read().described().stream()
                        .flatMap(message ->
                                message.examples().stream().map(file -> Arguments.of(message.schema(), file))),
                EventCatalogue.files(EventCatalogue.RESOURCES.resolve("examples/sealed")).stream()
                        .map(file -> Arguments.of(file.getFileName().toString().replace(".json", ""), file)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("examples")
    void an_example_is_valid(String schema, Path example) {
        assertThat(Schemas.errors(schema, read(example))).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("examples")
    void an_example_is_read_by_its_record_and_written_the_same(String schema, Path example) {
        var json = ContractJson.mapper();
        EventCatalogue.recordOf(schema).ifPresent(type -> {
            var written = json.writeValueAsString(json.treeToValue(read(example), type));
            assertThat(json.readTree(written)).isEqualTo(read(example));
        });
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("examples")
    void a_member_that_a_later_version_adds_disturbs_nobody(String schema, Path example) {
        var later = ((ObjectNode) read(example)).put("addedLater", 1);
        assertThat(Schemas.errors(schema, later)).isEmpty();
        EventCatalogue.recordOf(schema).ifPresent(type -> ContractJson.mapper().treeToValue(later, type));
    }

    @Test
    void X4_no_event_names_a_natural_person_in_the_open() {
        for (var example : new String[] {
            "org.jointcredit.collection.listing-published.v1/person.json",
            "org.jointcredit.sanction.notice-issued.v1/person.json"
        }) {
            var schema = example.contains("listing") ? "listing-fact.v1" : "notice-issued.v1";
            var named = (ObjectNode)
                    read(EventCatalogue.RESOURCES.resolve("examples").resolve(example));
            ((ObjectNode) named.get("subject")).put("name", "李示例");
            assertThat(Schemas.errors(schema, named)).as(example).isNotEmpty();
        }
    }

    private static JsonNode read(Path example) {
        return ContractJson.mapper().readTree(example);
    }
}
