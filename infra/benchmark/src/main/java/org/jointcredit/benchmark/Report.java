package org.jointcredit.benchmark;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/// The table, with what its figures were taken on.
record Report(List<Figure> figures, String loadBefore, String loadAfter) {
    String markdown() {
        return """
                # Benchmark, %s

                %s. Load average %s before and %s after; on an idle machine it begins near 0, so with more than that other
                work ran beside and only the ratios count.

                | figure | product | baseline | ratio | aim | met? |
                | --- | ---: | ---: | ---: | --- | --- |
                %s

                Throughput: the baseline is the same number of copies of real notices, with the same declared indexes, in raw
                bulk upserts of 1,000 (w: majority, j: true), and the same messages sent to one topic (acks=all); both are
                counted by the same reader, from the first arrival to the last; product and baseline alternate three times
                after one round of warming, medians. Latency: from when a listing was to be sent to when each notice was read;
                the baseline sends the same listings to one topic with nothing behind it. Stops: objections as objection-service
                tells them on `remedy`, one after another while listings flood `trigger`; from the sending until the check
                names the measure no more, and until each agency has read its suspension. Gateway: the same list of notices
                from the service itself, one request after another, in turns of 400. Overview: a year of notices of 20 lists
                in the product's database, asked one after the other with changing filters; behind: now less the overview's
                `asOf`. Files and register: the baseline writes what the product has stored, with the same declared indexes,
                in raw bulks of 1,000 (w: majority, j: true); rows count from the upload to the last answer, events from the
                first sent to the last subject known. Queries: 16 clients at once, with a Spring MVC endpoint that reads one
                document by its id as the baseline; the clients run on the same two processors. Search: beside the same
                search by the whole name. Starts: the launcher's `start` until health is UP, everything but the service running, medians of
                three. All our JVMs run with the settings of
                `infra/local` (C1 compiler, serial collector).
                """.formatted(
                        Instant.now().truncatedTo(ChronoUnit.MINUTES),
                        Machine.description(),
                        loadBefore,
                        loadAfter,
                        figures.stream().map(Figure::markdown).collect(Collectors.joining("\n")));
    }
}
