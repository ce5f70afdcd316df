package org.jointcredit.sanction.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** V1: time to receive and to execute, median and nine tenths. */
class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "-5, 0",
        "0, 0",
        "3599, 3599",
        "3600, 3600",
        "3659, 3600",
        "3660, 3660",
        "86399, 86340",
        "86400, 86400",
        "89999, 86400",
        "90000, 90000",
        "31536000, 31536000"
    })
    void aTimeIsExactBelowAnHourThenInMinutesAboveADayInHours(long seconds, long counted) {
        assertThat(Span.seconds(Span.bucket(Instant.EPOCH, Instant.EPOCH.plusSeconds(seconds))))
                .isEqualTo(counted);
    }

    @Test
    void medianAndNineTenthsAreByNearestRank() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            var times = new Times();
            List<Long> all = new ArrayList<>();
            for (int i = random.nextInt(50); i > 0; i--) {
                int bucket = Span.bucket(Instant.EPOCH, Instant.EPOCH.plusSeconds(random.nextInt(1_000_000)));
                times.add(bucket, 1);
                all.add(Span.seconds(bucket));
            }
            Collections.sort(all);
            assertThat(times.summary())
                    .as("seed " + seed)
                    .isEqualTo(
                            all.isEmpty()
                                    ? new Times.Summary(null, null, 0)
                                    : new Times.Summary(rank(all, 0.5), rank(all, 0.9), all.size()));
        }
    }

    private static long rank(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(sorted.size() * share) - 1);
    }
}
