package org.jointcredit.collection.batch;

import java.util.ArrayList;
import java.util.List;
import org.jointcredit.collection.table.Cell;
import org.jointcredit.contract.event.ContractJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The cells of a refused row as they are kept for the correction file: a text, or {@code {"NUMBER": "…"}}. */
final class CellsJson {
    private CellsJson() {}

    static String write(List<Cell> cells) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Cell cell : cells) {
            if (cell.kind() == Cell.Kind.TEXT) {
                array.add(cell.text());
            } else {
                array.addObject().put(cell.kind().name(), cell.text());
            }
        }
        return array.toString();
    }

    static List<Cell> read(String json) {
        List<Cell> cells = new ArrayList<>();
        for (JsonNode node : ContractJson.mapper().readTree(json)) {
            if (node.isString()) {
                cells.add(Cell.text(node.stringValue()));
            } else {
                node.properties()
                        .forEach(kind -> cells.add(new Cell(
                                Cell.Kind.valueOf(kind.getKey()),
                                kind.getValue().stringValue())));
            }
        }
        return cells;
    }
}
