package org.jointcredit.collection.batch;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.Procedure;
import org.jointcredit.contract.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A file or list that was handed in.
 *
 * @param kind null: not yet looked into
 * @param size of the upload in bytes
 * @param layout of the file; null: none, or not yet looked into
 * @param names of its columns as it writes them
 * @param hiddenRows that were read all the same
 * @param done place of the last row that has its answer
 * @param errors of the whole
 */
record Batch(
        String id,
        Sender sender,
        @Nullable Procedure procedure,
        long size,
        Instant receivedAt,
        BatchState state,
        @Nullable BatchKind kind,
        @Nullable String layout,
        List<String> names,
        int hiddenRows,
        Counts counts,
        int done,
        List<FieldError> errors,
        @Nullable Instant finishedAt) {

    /**
     * @param rows with content, as far as it is known
     * @param refusedBy how many of the refused ones are whose: provider → rows
     */
    record Counts(int rows, int accepted, int refused, int unchanged, Map<String, Integer> refusedBy) {
        static final Counts NONE = of(0);

        Counts {
            refusedBy = Map.copyOf(refusedBy);
        }

        static Counts of(int rows) {
            return new Counts(rows, 0, 0, 0, Map.of());
        }

        Counts with(List<AnsweredRow> answered) {
            Map<String, Integer> by = new HashMap<>(refusedBy);
            for (AnsweredRow row : answered) {
                if (row.whose() != null) {
                    by.merge(row.whose().provider(), 1, Integer::sum);
                }
            }
            return new Counts(
                    rows,
                    accepted + count(answered, Outcome.ACCEPTED),
                    refused + count(answered, Outcome.REFUSED),
                    unchanged + count(answered, Outcome.UNCHANGED),
                    by);
        }

        private static int count(List<AnsweredRow> answered, Outcome outcome) {
            return (int)
                    answered.stream().filter(row -> row.outcome() == outcome).count();
        }
    }

    /** The same with its kind known and its rows counted. */
    Batch running(BatchKind known, @Nullable String itsLayout, List<String> itsNames, int rows, int hidden) {
        return new Batch(
                id,
                sender,
                procedure,
                size,
                receivedAt,
                BatchState.RUNNING,
                known,
                itsLayout,
                itsNames,
                hidden,
                Counts.of(rows),
                0,
                List.of(),
                null);
    }

    Batch with(Counts answered, int last) {
        return new Batch(
                id,
                sender,
                procedure,
                size,
                receivedAt,
                state,
                kind,
                layout,
                names,
                hiddenRows,
                answered,
                last,
                errors,
                finishedAt);
    }

    Batch finished(BatchState end, List<FieldError> why, Instant at) {
        return new Batch(
                id, sender, procedure, size, receivedAt, end, kind, layout, names, hiddenRows, counts, done, why, at);
    }
}
