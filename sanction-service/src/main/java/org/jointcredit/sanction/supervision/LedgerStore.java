package org.jointcredit.sanction.supervision;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jointcredit.contract.event.EventIds;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.sanction.action.NoticeChange;
import org.jointcredit.sanction.action.NoticeWatch;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps what writes of notices change in the figures until it is folded. Entries are only added here, one for a batch,
 * within the transaction that writes the notices: so nothing is counted that was not written, nothing twice, and two
 * writers never meet.
 */
@Component
final class LedgerStore implements NoticeWatch {

    static final String COLLECTION = "supervision_ledger";
    private static final int CELLS_A_CORRECTION = 200;

    private final MongoTemplate mongo;
    private final BusinessClock clock;
    private final Clock system;

    LedgerStore(MongoTemplate mongo, BusinessClock clock, Clock system) {
        this.mongo = mongo;
        this.clock = clock;
        this.system = system;
    }

    @Override
    public void changed(List<NoticeChange> changes) {
        var counts = new Counts();
        changes.forEach(change -> {
            if (change.before() != null) {
                counts.add(change.before(), -1);
            }
            counts.add(change.notice(), 1);
        });
        List<Document> cells = new ArrayList<>();
        counts.forEach((cell, tally) -> cells.add(FigureDocuments.cell(cell, tally)));
        List<Document> lines = Line.of(changes, clock.now()).stream()
                .map(FigureDocuments::line)
                .toList();
        if (!cells.isEmpty() || !lines.isEmpty()) {
            Document entry = entry().append("cells", cells).append("lines", lines);
            mongo.execute(COLLECTION, ledger -> ledger.insertOne(entry));
        }
    }

    /** Sorted by time; the moment is the system's, because the lag is measured with it. */
    private Document entry() {
        return new Document("_id", EventIds.next()).append("at", Date.from(system.instant()));
    }

    /** The corrections that a recount asks for, within the caller's transaction; in parts, as they may be many. */
    void correct(Counts difference) {
        List<Document> cells = new ArrayList<>();
        difference.forEach((cell, tally) -> {
            cells.add(FigureDocuments.cell(cell, tally));
            if (cells.size() == CELLS_A_CORRECTION) {
                keep(cells);
            }
        });
        if (!cells.isEmpty()) {
            keep(cells);
        }
    }

    private void keep(List<Document> correctedCells) {
        Document entry = correction(correctedCells);
        mongo.execute(COLLECTION, ledger -> ledger.insertOne(entry));
        correctedCells.clear();
    }

    private Document correction(List<Document> cells) {
        return entry().append("cells", List.copyOf(cells))
                .append("lines", List.of())
                .append("correction", true);
    }
}
