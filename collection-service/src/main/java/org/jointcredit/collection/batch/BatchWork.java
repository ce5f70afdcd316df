package org.jointcredit.collection.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jointcredit.collection.batch.RowReader.Row;
import org.jointcredit.collection.record.RecordAnswer;
import org.jointcredit.collection.record.RecordSubmissions.Submission;
import org.jointcredit.collection.record.RecordSubmissions.Whose;
import org.jointcredit.collection.submission.Refusal;
import org.jointcredit.collection.table.Line;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.contract.problem.FieldWarning;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.web.ErrorTexts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes in the rows of one batch, some hundred at a time; with each the answers and how far it is are kept, so that who
 * takes over goes on there.
 */
final class BatchWork implements AutoCloseable {
    private static final int AT_ONCE = 500;
    private static final Map<Refusal, ErrorCode> CODES = Map.of(
            Refusal.UNKNOWN, ErrorCode.NOT_YOURS,
            Refusal.NOT_YOURS, ErrorCode.NOT_YOURS,
            Refusal.DUPLICATE, ErrorCode.DUPLICATE);

    private final Function<List<Submission>, List<RecordAnswer>> records;
    private final Function<Submission, Whose> whose;
    private final Redaction redaction;
    private final Progress progress;
    private final BooleanSupplier stopping;
    private final Instant at;
    private final SeenKeys seen = new SeenKeys();
    private final List<Pending> waiting = new ArrayList<>();
    private final int doneBefore;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("batch-writer").daemon().factory());
    private @Nullable Future<Batch> written;
    private Batch batch;

    /** Where answers and progress are kept. */
    interface Progress {
        void keep(Batch batch, List<AnsweredRow> rows);
    }

    /** The service stops; somebody else goes on. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Stopped() {
            super("stopped", null, false, false);
        }
    }

    /**
     * A row that waits for its answer.
     *
     * @param read null: not a row of a file
     * @param submission null: no record could be made of it
     * @param errors for which it is refused already
     * @param content as it is kept if it is refused
     */
    private record Pending(
            int row,
            @Nullable Row read,
            @Nullable Submission submission,
            List<FieldError> errors,
            Supplier<String> content) {

        boolean isOpen() {
            return submission != null && errors.isEmpty();
        }
    }

    BatchWork(
            Batch batch,
            Function<List<Submission>, List<RecordAnswer>> records,
            Function<Submission, Whose> whose,
            Redaction redaction,
            Instant at,
            Progress progress,
            BooleanSupplier stopping) {
        this.batch = batch;
        this.doneBefore = batch.done();
        this.records = records;
        this.whose = whose;
        this.redaction = redaction;
        this.at = at;
        this.progress = progress;
        this.stopping = stopping;
    }

    /** A row of a file. */
    void line(Line line, Heading heading, RowReader reader, boolean exactWidth) {
        int row = line.place() - 1;
        if (line.isBlank()) {
            return;
        }
        if ((exactWidth && line.cells().size() != heading.width()) || holdsNameless(line, heading)) {
            int wanted = heading.width();
            add(new Pending(
                    row,
                    null,
                    null,
                    List.of(new FieldError(
                            "",
                            ErrorCode.FORMAT,
                            ErrorTexts.hint(
                                    "cells", Integer.toString(line.cells().size()), Integer.toString(wanted)),
                            null)),
                    () -> cells(line, heading, MissingNode.getInstance())));
            return;
        }
        Row read = reader.read(line);
        boolean again = read.key() != null && !seen.add(read.key());
        List<FieldError> errors = again
                ? List.of(new FieldError(read.field("number"), ErrorCode.DUPLICATE, ErrorTexts.hint("inFile"), null))
                : List.of();
        add(new Pending(
                row,
                read,
                new Submission(
                        read.body(),
                        batch.sender(),
                        cause(row),
                        heading.layout().code(),
                        batch.id()),
                errors,
                () -> cells(line, heading, read.body())));
    }

    private String cells(Line line, Heading heading, JsonNode body) {
        return CellsJson.write(redaction.of(heading.withoutOurs(line), body));
    }

    private static boolean holdsNameless(Line line, Heading heading) {
        for (int i = 0; i < line.cells().size(); i++) {
            if (!line.cell(i).isBlank() && !heading.reads(i)) {
                return true;
            }
        }
        return false;
    }

    /** An element of a list. */
    void element(JsonNode node, int row) {
        boolean isObject = node.isObject();
        add(new Pending(
                row,
                null,
                isObject ? new Submission((ObjectNode) node, batch.sender(), cause(row), null, batch.id()) : null,
                isObject ? List.of() : List.of(new FieldError("", ErrorCode.FORMAT)),
                () -> redaction.of(node).toString()));
    }

    /** The same whoever works on the batch: what a process took in before it died is known by it as taken in now. */
    private Cause cause(int row) {
        return new Cause(
                batch.sender().name(),
                at,
                batch.id(),
                batch.id() + "/" + row,
                batch.sender().from());
    }

    private void add(Pending pending) {
        if (pending.row() <= doneBefore) {
            return;
        }
        waiting.add(pending);
        if (waiting.size() == AT_ONCE) {
            flush();
        }
    }

    /** Answers what still waits. */
    Batch finish() {
        flush();
        awaitWritten();
        return batch;
    }

    /** Returns when nothing is written any more. */
    @Override
    public void close() {
        writer.close();
    }

    private void flush() {
        awaitWritten();
        if (stopping.getAsBoolean()) {
            throw new Stopped();
        }
        if (!waiting.isEmpty()) {
            Batch before = batch;
            List<Pending> rows = List.copyOf(waiting);
            waiting.clear();
            written = writer.submit(() -> taken(before, rows));
        }
    }

    private void awaitWritten() {
        if (written == null) {
            return;
        }
        try {
            batch = written.get();
            written = null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    /** Takes some rows in, while the next ones are being read. */
    private Batch taken(Batch before, List<Pending> rows) {
        List<Submission> submissions = new ArrayList<>();
        for (Pending pending : rows) {
            if (pending.isOpen()) {
                submissions.add(Objects.requireNonNull(pending.submission()));
            }
        }
        var answers = submissions.isEmpty()
                ? List.<RecordAnswer>of().iterator()
                : records.apply(submissions).iterator();
        List<AnsweredRow> answered = new ArrayList<>();
        for (Pending pending : rows) {
            answered.add(
                    pending.isOpen()
                            ? answer(pending, answers.next())
                            : refused(
                                    pending, pending.errors(), pending.content().get()));
        }
        Batch now = before.with(before.counts().with(answered), rows.getLast().row());
        progress.keep(now, answered);
        return now;
    }

    private AnsweredRow answer(Pending pending, RecordAnswer answer) {
        return switch (answer) {
            case RecordAnswer.Taken taken -> {
                if (pending.read() != null && !pending.read().wrong().isEmpty()) {
                    throw new IllegalStateException("a row with cells that could not be read was taken");
                }
                yield new AnsweredRow(
                        pending.row(),
                        taken.unchanged() ? Outcome.UNCHANGED : Outcome.ACCEPTED,
                        taken.id(),
                        List.of(),
                        warnings(pending, taken.warnings()),
                        null,
                        null);
            }
            // what was erased is kept nowhere, nor as a row to be corrected
            case RecordAnswer.Refused refused ->
                refused(
                        pending,
                        errors(pending, refused),
                        refused.reason() == Refusal.WRONG_STATE
                                ? null
                                : pending.content().get());
        };
    }

    private AnsweredRow refused(Pending pending, List<FieldError> errors, @Nullable String content) {
        Submission submission = pending.submission();
        return new AnsweredRow(
                pending.row(),
                Outcome.REFUSED,
                null,
                errors,
                List.of(),
                content,
                submission == null ? new Whose(batch.sender().department(), List.of()) : whose.apply(submission));
    }

    private static List<FieldError> errors(Pending pending, RecordAnswer.Refused refused) {
        List<FieldError> errors = refused.errors().isEmpty()
                ? List.of(new FieldError("number", CODES.getOrDefault(refused.reason(), ErrorCode.WRONG_STATE)))
                : refused.errors();
        return pending.read() == null ? errors : pending.read().errors(errors);
    }

    private static List<FieldWarning> warnings(Pending pending, List<FieldWarning> warnings) {
        Row read = pending.read();
        return read == null
                ? warnings
                : warnings.stream()
                        .map(warning ->
                                new FieldWarning(read.field(warning.field()), warning.code(), warning.message()))
                        .toList();
    }
}
