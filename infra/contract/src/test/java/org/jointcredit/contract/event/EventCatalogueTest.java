package org.jointcredit.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.WarningCode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `asyncapi.yaml`, the constants, the schemas and the examples speak of the same events.
class EventCatalogueTest {
    private final EventCatalogue catalogue = EventCatalogue.read();

    @Test
    void every_type_is_described_on_one_topic() throws IllegalAccessException {
        var constants = new ArrayList<Object>();
        for (var field : EventTypes.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                constants.add(field.get(null));
            }
        }
        assertThat(catalogue.messages().stream().map(message -> (Object) message.type()))
                .as("asyncapi.yaml and EventTypes must name the same types")
                .containsExactlyInAnyOrderElementsOf(constants)
                .doesNotHaveDuplicates();
    }

    @Test
    void every_topic_is_described_with_who_writes_and_who_reads_it() {
        assertThat(catalogue.channels().stream().map(EventCatalogue.Channel::address))
                .containsExactlyInAnyOrder(
                        Topics.intake("{department}"),
                        Topics.receipt("{department}"),
                        Topics.TRIGGER,
                        Topics.RECORD,
                        Topics.response("{agency}"),
                        Topics.feedback("{agency}"),
                        Topics.FEEDBACK,
                        Topics.REMEDY,
                        Topics.deadLetter("{service}"));
        assertThat(catalogue.channels()).allSatisfy(channel -> {
            assertThat(channel.writers()).as(channel.name()).isNotEmpty();
            assertThat(channel.readers()).as(channel.name()).isNotEmpty();
        });
    }

    @Test
    void what_carries_persons_in_the_open_is_kept_for_72_hours_and_the_rest_for_30_days() {
        assertThat(catalogue.channels())
                .allSatisfy(channel -> assertThat(channel.days())
                        .as(channel.name())
                        .isEqualTo(channel.name().equals("intake") ? 3 : 30));
    }

    @Test
    void every_schema_is_the_value_of_a_type_or_part_of_one() {
        var used = catalogue.described().stream()
                .map(EventCatalogue.Message::schema)
                .distinct();
        assertThat(EventCatalogue.files(EventCatalogue.RESOURCES.resolve("schema")).stream()
                        .map(file -> file.getFileName().toString().replace(".json", "")))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                used,
                                Stream.of("common.v1", "listing-sealed.v1", "record-sealed.v1", "feedback-sealed.v1"))
                        .toList());
    }

    @Test
    void every_value_has_a_record_except_what_departments_submit() {
        assertThat(catalogue.described().stream()
                        .filter(message -> message.payload().isEmpty())
                        .map(EventCatalogue.Message::type))
                .as("collection reads submissions leniently, to name all errors at once")
                .isEqualTo(List.of(
                        EventTypes.LISTING_SUBMITTED,
                        EventTypes.LISTING_CHANGE_SUBMITTED,
                        EventTypes.LISTING_ENDING_SUBMITTED,
                        EventTypes.RECORD_SUBMITTED,
                        EventTypes.RECORD_WITHDRAWAL_SUBMITTED));
    }

    @Test
    void every_value_has_examples_and_every_example_a_type() {
        assertThat(catalogue.described())
                .allSatisfy(message ->
                        assertThat(message.examples()).as(message.type()).isNotEmpty());
        var types =
                catalogue.described().stream().map(EventCatalogue.Message::type).toList();
        assertThat(EventCatalogue.files(EventCatalogue.RESOURCES.resolve("examples")).stream()
                        .map(folder -> folder.getFileName().toString())
                        .filter(folder -> !folder.equals("sealed")))
                .containsExactlyInAnyOrderElementsOf(types);
    }

    @Test
    void refusals_and_warnings_have_the_codes_of_the_front_doors() {
        var common = ContractJson.mapper().readTree(EventCatalogue.RESOURCES.resolve("schema/common.v1.json"));
        assertThat(strings(common.at("/$defs/fieldError/properties/code/enum"))).isEqualTo(names(ErrorCode.values()));
        assertThat(strings(common.at("/$defs/fieldWarning/properties/code/enum")))
                .isEqualTo(names(WarningCode.values()));
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
