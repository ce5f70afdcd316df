package org.jointcredit.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jointcredit.contract.identity.DocumentKind;
import org.jointcredit.contract.identity.PersonDocument;
import org.jointcredit.contract.identity.Read;
import org.jointcredit.contract.identity.UnifiedCode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The forty sample listings are what departments may send: valid, and every code and number readable (C4, A2).
class SampleListingsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private final List<JsonNode> samples = ContractJson.mapper()
            .readTree(EventCatalogue.RESOURCES.resolve("samples/listings.json"))
            .valueStream()
            .toList();

    @Test
    void there_are_forty_of_37_list_types() {
        assertThat(samples).hasSize(40);
        assertThat(samples.stream()
                        .map(sample -> sample.at("/listing/listType").stringValue())
                        .distinct())
                .hasSize(37);
    }

    @Test
    void each_is_a_valid_submission() {
        assertThat(samples)
                .allSatisfy(sample -> assertThat(Schemas.errors("listing-submission.v1", sample.get("listing")))
                        .isEmpty());
    }

    @Test
    void every_code_and_number_is_read_and_everybody_is_of_age() {
        for (var sample : samples) {
            var listing = sample.get("listing");
            var decided = LocalDate.parse(listing.at("/decision/date").stringValue());
            if (listing.at("/subject/code").isString()) {
                assertThat(UnifiedCode.read(listing.at("/subject/code").stringValue(), TODAY, true))
                        .isInstanceOf(Read.Good.class);
            }
            Stream.concat(
                            Stream.of(listing.get("subject")),
                            listing.get("persons").valueStream())
                    .filter(person -> person.has("idNumber"))
                    .forEach(person -> assertThat(document(person).lacksCapacityOn(decided, false))
                            .isFalse());
        }
    }

    private static PersonDocument document(JsonNode person) {
        return switch (DocumentKind.CITIZEN.readNumber(person.get("idNumber").stringValue(), TODAY, true)) {
            case Read.Good<PersonDocument> good -> good.value();
            case Read.Bad<PersonDocument> bad -> throw new AssertionError("refused: " + bad);
        };
    }
}
