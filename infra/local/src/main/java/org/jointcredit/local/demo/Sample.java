package org.jointcredit.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jointcredit.contract.event.ContractJson;
import tools.jackson.databind.JsonNode;

/// A listing as the system of its department sends it.
record Sample(String department, JsonNode listing) {
    /// The forty of the contract: every list type, persons behind in every role.
    static List<Sample> all() {
        return StreamSupport.stream(read("/samples/listings.json").spliterator(), false)
                .map(sample -> new Sample(text(sample, "dept"), sample.get("listing")))
                .toList();
    }

    static JsonNode read(String resource) {
        try (InputStream json = Objects.requireNonNull(Sample.class.getResourceAsStream(resource), resource)) {
            return ContractJson.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    String number() {
        return text(listing, "number");
    }

    String listType() {
        return text(listing, "listType");
    }

    String system() {
        return "sys-" + department;
    }
}
