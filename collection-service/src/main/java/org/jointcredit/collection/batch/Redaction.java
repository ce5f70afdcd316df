package org.jointcredit.collection.batch;

import java.util.List;
import org.jointcredit.collection.catalogue.ForbiddenData;
import org.jointcredit.collection.catalogue.ForbiddenDatum.Rule;
import org.jointcredit.collection.table.Cell;
import org.jointcredit.contract.event.SubjectKind;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of a refused row, before it is kept for its correction, what must not be collected: not for the reason of the
 * refusal alone, because a row that was refused for something else has not been judged to its end (C3). The lexicon finds
 * what stands there instead, so that an uncorrected row is refused again.
 */
@Component
final class Redaction {
    static final String REMOVED = "〔不得归集已删除〕";

    private final ForbiddenData forbidden;

    Redaction(ForbiddenData forbidden) {
        this.forbidden = forbidden;
    }

    /** @param body of the record that the row says; missing where it could not be read */
    List<Cell> of(List<Cell> cells, JsonNode body) {
        boolean consented = isConsented(body);
        return cells.stream()
                .map(cell -> isKept(cell.text(), consented) ? cell : Cell.text(REMOVED))
                .toList();
    }

    JsonNode of(JsonNode element) {
        return of(element, isConsented(element));
    }

    private JsonNode of(JsonNode node, boolean consented) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode left = object.objectNode();
                object.properties().forEach(member -> {
                    String name = member.getKey();
                    String kept = isKept(name, consented) ? name : REMOVED;
                    if (forbidden.inName(name).isPresent()) {
                        left.put(kept, REMOVED);
                    } else {
                        left.set(kept, of(member.getValue(), consented));
                    }
                });
                yield left;
            }
            case ArrayNode array -> {
                ArrayNode left = array.arrayNode();
                array.forEach(item -> left.add(of(item, consented)));
                yield left;
            }
            default ->
                node.isString() && !isKept(node.stringValue(), consented)
                        ? JsonNodeFactory.instance.stringNode(REMOVED)
                        : node;
        };
    }

    /** What needs a person's consent is taken out unless there is one, or the row is not about a person. */
    private static boolean isConsented(JsonNode body) {
        return body.path("subject").path("kind").asString("").equals(SubjectKind.ORGANISATION.name())
                || body.path("consent").isObject();
    }

    private boolean isKept(String text, boolean consented) {
        return forbidden.in(text, Rule.FORBIDDEN).isEmpty()
                && (consented || forbidden.in(text, Rule.CONSENT).isEmpty());
    }
}
