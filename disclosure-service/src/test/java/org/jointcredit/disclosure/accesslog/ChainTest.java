package org.jointcredit.disclosure.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A33: no entry of the log is changed, removed or slipped in unnoticed. */
class ChainTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00.123456Z");
    private static final Asker ASKER = new Asker("赵示例", "market-implementer", "market", "console");

    private final Chain chain = new Chain(keys(1));
    private final List<LogEntry> entries = chain.continued(null, List.of(look("a"), look(null), look("c")), NOW);

    @Test
    void entriesAreNumberedWithoutGapAndEachHoldsTheOneBefore() {
        assertThat(entries).extracting(LogEntry::number).containsExactly(1L, 2L, 3L);
        assertThat(wholeUpTo(entries)).isEqualTo(3);
        List<LogEntry> more = chain.continued(entries.getLast(), List.of(look("d")), NOW);
        assertThat(chain.holds(entries.getLast(), more.getFirst())).isTrue();
    }

    @Test
    void aChangedWordBreaksIt() {
        LogEntry second = entries.get(1);
        var changed = new Look(LookKind.QUERY, ASKER, "somebody else", "LICENCE", "元审〔2026〕1号", "q", 3, null);
        var forged = new LogEntry(2, second.at(), changed, second.previous(), second.seal());
        assertThat(wholeUpTo(List.of(entries.get(0), forged, entries.get(2)))).isEqualTo(1);
    }

    @Test
    void aRemovedEntryBreaksIt() {
        assertThat(wholeUpTo(List.of(entries.get(0), entries.get(2)))).isEqualTo(1);
        assertThat(wholeUpTo(entries.subList(1, 3))).isZero();
    }

    @Test
    void whoHasNotTheKeyCannotWriteItAnew() {
        Chain other = new Chain(keys(2));
        assertThat(wholeUpTo(other.continued(null, List.of(look("a")), NOW))).isZero();
    }

    private int wholeUpTo(List<LogEntry> log) {
        LogEntry before = null;
        int whole = 0;
        for (LogEntry entry : log) {
            if (!chain.holds(before, entry)) {
                return whole;
            }
            before = entry;
            whole++;
        }
        return whole;
    }

    private static Look look(@Nullable String subject) {
        return new Look(LookKind.QUERY, ASKER, subject, "LICENCE", "元审〔2026〕1号", "q", 3, null);
    }

    private static IndexKeys keys(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return new IndexKeys("k:" + Base64.getEncoder().encodeToString(key));
    }
}
