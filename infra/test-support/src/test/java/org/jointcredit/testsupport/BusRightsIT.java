package org.jointcredit.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

/// The bus asks for identity and keeps each department to its own topics (architecture.md, "The flow").
final class BusRightsIT {
    private static final String TYPE = "org.jointcredit.department.listing-submitted.v1";
    private final TestSystem system = TestSystem.running();

    @Test
    void aDepartmentWritesToItsOwnIntake() {
        var number = "bus-" + UUID.randomUUID();
        var id = system.send("sys-tax", "intake.tax", number, TYPE, "{}");
        try (var reader = system.reader("intake.tax")) {
            var found = reader.await(1, Duration.ofSeconds(30), record -> number.equals(record.key()));
            assertThat(TopicReader.header(found.getFirst(), "ce_id")).isEqualTo(id);
        }
    }

    @Test
    void noDepartmentWritesToAnothersIntake() {
        assertThatThrownBy(() -> system.send("sys-market", "intake.tax", "x", TYPE, "{}"))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void noDepartmentReadsWhatIsMeantForAnother() {
        try (var consumer = system.consumer("sys-market", "market-test")) {
            consumer.subscribe(List.of("response.tax"));
            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void noDepartmentJoinsAnothersGroup() {
        try (var consumer = system.consumer("sys-market", "tax-test")) {
            consumer.subscribe(List.of("response.market"));
            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
                    .isInstanceOf(GroupAuthorizationException.class);
        }
    }

    @Test
    void theServiceReadsEveryIntakeByPattern() {
        var number = "bus-" + UUID.randomUUID();
        system.send("sys-court", "intake.court", number, TYPE, "{}");
        try (var consumer = system.consumer("svc-collection", "collection-" + number)) {
            consumer.subscribe(java.util.regex.Pattern.compile("intake\\.[a-z0-9-]+"));
            try (var reader = new TopicReader(consumer)) {
                reader.await(1, Duration.ofSeconds(30), record -> number.equals(record.key()));
            }
        }
    }
}
