package org.jointcredit.collection.batch;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jointcredit.collection.batch.BatchStore.LeaseLost;
import org.jointcredit.collection.batch.FileCheck.Checked;
import org.jointcredit.collection.catalogue.FileLayout;
import org.jointcredit.collection.catalogue.FileLayouts;
import org.jointcredit.collection.record.QualityStore;
import org.jointcredit.collection.record.RecordSubmissions;
import org.jointcredit.collection.record.RecordsErased;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.collection.table.Line;
import org.jointcredit.collection.table.Source;
import org.jointcredit.collection.table.Table;
import org.jointcredit.collection.table.Unreadable;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.eventing.Outage;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.ErrorTexts;
import org.jointcredit.platform.web.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works off the batches behind the answers to those who sent them. Who works on one holds its lease and renews it; where
 * a process dies, another goes on after the last answer that was kept.
 */
@Component
final class BatchRunner {
    private static final Logger log = LoggerFactory.getLogger(BatchRunner.class);
    private static final int AT_ONCE = 2;
    private static final Duration LONGEST_CHUNK = Duration.ofSeconds(10);

    private final BatchStore store;
    private final UploadStore uploads;
    private final FileLayouts layouts;
    private final Departments departments;
    private final RecordSubmissions records;
    private final QualityStore quality;
    private final Redaction redaction;
    private final BusinessClock clock;
    private final Clock systemClock;
    private final String holder = UUID.randomUUID().toString();
    private final Set<String> active = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    BatchRunner(
            BatchStore store,
            UploadStore uploads,
            FileLayouts layouts,
            Departments departments,
            RecordSubmissions records,
            QualityStore quality,
            Redaction redaction,
            BusinessClock clock,
            Clock systemClock) {
        this.store = store;
        this.uploads = uploads;
        this.layouts = layouts;
        this.departments = departments;
        this.records = records;
        this.quality = quality;
        this.redaction = redaction;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    @Scheduled(fixedDelayString = "${jointcredit.batches.every:500ms}")
    void seek() {
        try {
            while (!stopping && active.size() < AT_ONCE) {
                Batch batch = store.lease(holder, active);
                if (batch == null) {
                    return;
                }
                active.add(batch.id());
                Thread.ofPlatform().name("batch").daemon().start(() -> run(batch));
            }
        } catch (RuntimeException e) {
            if (!Outage.is(e)) {
                throw e;
            }
            log.info("batches wait for the database");
        }
    }

    @Scheduled(fixedDelayString = "${jointcredit.batches.renew-every:5s}")
    void renew() {
        try {
            if (!active.isEmpty()) {
                store.renew(active, holder);
            }
        } catch (RuntimeException e) {
            if (!Outage.is(e)) {
                throw e;
            }
        }
    }

    /** Who is in the middle of a chunk keeps its answers first, and lets others go on at once. */
    @PreDestroy
    void stop() {
        stopping = true;
        long until = System.nanoTime() + LONGEST_CHUNK.toNanos();
        while (!active.isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private void run(Batch batch) {
        try {
            work(batch);
        } catch (LeaseLost _) {
            log.info("batch {} is worked on elsewhere", batch.id());
        } catch (BatchWork.Stopped _) {
            release(batch);
        } catch (RuntimeException | OutOfMemoryError e) {
            if (Outage.is(e) || stopping) {
                log.info("batch {} waits for the database", batch.id());
            } else {
                log.error("batch {} failed\n{}", batch.id(), Traces.withoutMessages(e));
                fail(batch);
            }
        } finally {
            active.remove(batch.id());
        }
    }

    private void release(Batch batch) {
        try {
            store.release(batch.id(), holder);
        } catch (RuntimeException _) {
            log.info("the lease of batch {} runs out by itself", batch.id());
        }
    }

    /** A fault of ours; who sent it learns that it has failed, and of which rows there is an answer. */
    private void fail(Batch batch) {
        try {
            Batch now = store.find(batch.id(), new Scope(null));
            if (now != null) {
                end(now.finished(BatchState.FAILED, List.of(), systemClock.instant()));
            }
        } catch (RuntimeException e) {
            log.info("batch {} is tried again", batch.id());
        }
    }

    /** What was refused counts for its providers when the batch ends: once, whoever ends it and how often. */
    private void end(Batch batch) {
        quality.addBatch(
                YearMonth.from(clock.today()), batch.id(), batch.counts().refusedBy());
        store.keep(batch, holder);
        uploads.drop(batch.id());
    }

    private void work(Batch leased) {
        Source source = uploads.open(leased.id(), leased.size());
        try {
            Batch checked = leased.state() == BatchState.RECEIVED ? checked(leased, source) : leased;
            if (leased.state() == BatchState.RECEIVED) {
                store.keep(checked, holder);
            }
            Batch answered = takeIn(checked, source);
            end(answered.finished(BatchState.DONE, List.of(), systemClock.instant()));
        } catch (Unreadable e) {
            var error = new FieldError(
                    "file",
                    ErrorCode.FORMAT,
                    ErrorTexts.hint(e.reason(), e.details().toArray(new String[0])),
                    null);
            refuse(leased, List.of(error));
        } catch (Heading.Refused e) {
            refuse(leased, e.errors());
        }
    }

    private void refuse(Batch batch, List<FieldError> errors) {
        quality.addFile(YearMonth.from(clock.today()), batch.sender().department(), batch.id());
        end(batch.finished(BatchState.FAILED, errors, systemClock.instant()));
    }

    private Batch checked(Batch batch, Source source) {
        if (batch.kind() == BatchKind.JSON) {
            return batch.running(BatchKind.JSON, null, List.of(), batch.counts().rows(), 0);
        }
        Table table = Table.of(source);
        Checked checked = FileCheck.of(source, table, layouts.inForce(clock.today()));
        Heading heading = checked.heading();
        return batch.running(
                BatchKind.valueOf(table.name()),
                heading.layout().code(),
                heading.names(),
                checked.rows(),
                checked.hidden());
    }

    private Batch takeIn(Batch batch, Source source) {
        try (var work = new BatchWork(
                batch, records::submit, records::whose, redaction, clock.now(), this::keep, () -> stopping)) {
            if (batch.kind() == BatchKind.JSON) {
                JsonRecords.read(source, work::element);
            } else {
                Table table = Table.of(source);
                var rows = new Rows(batch, work, table == Table.CSV);
                table.read(source, rows::line);
            }
            return work.finish();
        }
    }

    private void keep(Batch batch, List<AnsweredRow> rows) {
        store.keepRows(batch.id(), rows);
        // what was erased after the rows were judged may have been told before they were kept
        forget(records.erased(
                rows.stream().flatMap(row -> row.prints().stream()).toList()));
        store.keep(batch, holder);
    }

    @EventListener
    void erased(RecordsErased gone) {
        forget(gone.prints());
    }

    private void forget(Collection<String> prints) {
        if (!prints.isEmpty()) {
            store.forget(prints);
        }
    }

    /** The lines of a file that has been checked: the first one has the names. */
    private final class Rows {
        private final Batch batch;
        private final BatchWork work;
        private final boolean exactWidth;
        private @Nullable Heading heading;
        private @Nullable RowReader reader;

        private Rows(Batch batch, BatchWork work, boolean exactWidth) {
            this.batch = batch;
            this.work = work;
            this.exactWidth = exactWidth;
        }

        private void line(Line line) {
            if (heading == null || reader == null) {
                heading = Heading.read(line, layout());
                reader =
                        new RowReader(heading, departments.all(), batch.sender().office(), batch.procedure());
            } else {
                work.line(line, heading, reader, exactWidth);
            }
        }

        private FileLayout layout() {
            return layouts.inForce(clock.today()).stream()
                    .filter(layout -> layout.code().equals(batch.layout()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the layout is not in force any more"));
        }
    }
}
