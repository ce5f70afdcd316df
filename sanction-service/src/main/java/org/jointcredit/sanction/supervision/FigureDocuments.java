package org.jointcredit.sanction.supervision;

import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Legal;

/** How cells and lines look in the database. */
final class FigureDocuments {

    static final String COUNTS = "counts";

    private FigureDocuments() {}

    static Document cell(Cell cell, Tally tally) {
        var counts = new Document();
        tally.forEach((counter, n) -> counts.append(counter.text(), n));
        return new Document("_id", cell.id()).append(COUNTS, counts);
    }

    static Cell cell(Document document) {
        return Cell.of(document.getString("_id"));
    }

    static Tally tally(Document document) {
        var tally = new Tally();
        document.get(COUNTS, Document.class).forEach((text, n) -> {
            // what there was once, and is none of now, stays as a zero
            if (n instanceof Number number && number.intValue() != 0) {
                tally.add(Counter.of(text), number.intValue());
            }
        });
        return tally;
    }

    static Document line(Line line) {
        return new Document("at", Date.from(line.at()))
                .append("type", line.type().name())
                .append("action", line.action())
                .append("notice", line.notice())
                .append("listType", line.listType())
                .append("measure", line.measure())
                .append("agency", line.agency())
                .append("agencies", new Document(Map.copyOf(line.agencies())))
                .append("count", line.count())
                .append("legal", line.legal().name())
                .append("agencyState", line.agencyState().name());
    }

    static Line line(Document document) {
        Map<String, Integer> agencies = new TreeMap<>();
        document.get("agencies", Document.class).forEach((agency, n) -> agencies.put(agency, (Integer) n));
        return new Line(
                document.getDate("at").toInstant(),
                Line.Type.valueOf(document.getString("type")),
                document.getString("action"),
                document.getString("notice"),
                document.getString("listType"),
                document.getString("measure"),
                document.getString("agency"),
                agencies,
                document.getInteger("count"),
                Legal.valueOf(document.getString("legal")),
                AgencyState.valueOf(document.getString("agencyState")));
    }
}
