package org.jointcredit.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `docs/events.md` is made from `asyncapi.yaml`. To make it again:
/// `JC_WRITE_DOCS=true ./mvnw -pl infra/contract test -Dtest=EventsPageTest`
class EventsPageTest {
    private static final Path PAGE = Path.of("../../docs/events.md");

    @Test
    void the_page_is_in_step() throws IOException {
        var page = page(EventCatalogue.read());
        if (Boolean.parseBoolean(System.getenv("JC_WRITE_DOCS"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/events.md is out of step: run this test with JC_WRITE_DOCS=true and commit the page")
                .isEqualTo(page);
    }

    private static String page(EventCatalogue catalogue) {
        var page = new StringBuilder("""
                # Events

                Made from `infra/contract/src/main/resources/asyncapi.yaml` by `EventsPageTest`; change it there. Every type begins
                with `org.jointcredit.` and ends with `.v1`; schemas lie in `infra/contract/src/main/resources/schema`, golden
                examples beside them in `examples`.
                """);
        for (var channel : catalogue.channels()) {
            page.append("\n## `%s`\n%s\n\n".formatted(channel.address(), channel.description()));
            page.append("Written by %s, read by %s; key: %s; kept %d days.\n"
                    .formatted(
                            String.join(", ", channel.writers()),
                            String.join(", ", channel.readers()),
                            channel.key(),
                            channel.days()));
            if (!channel.messages().isEmpty()) {
                page.append("\n| type | says | value |\n| --- | --- | --- |\n");
            }
            for (var message : channel.messages()) {
                page.append("| `%s` | %s | %s |\n"
                        .formatted(
                                message.type().replace("org.jointcredit.", "").replace(".v1", ""),
                                message.summary(),
                                message.schema() == null ? "" : "`" + message.schema() + "`"));
            }
        }
        return page.toString();
    }
}
