package org.jointcredit.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Force;
import org.jointcredit.contract.event.MeasureKind;
import org.jointcredit.contract.event.NoticeIssued;
import org.jspecify.annotations.Nullable;

/// How an agency works: most answer in time, two are slow, now and then something is forgotten. Decided by the seed and
/// what the notice says, never by its id, so that the same year comes out of every new system.
record Habits(long seed, String agency) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> SLOW = List.of("culture", "trading");

    /// @param type of the report
    /// @param reason of one that declines
    record Answer(String type, LocalDate day, @Nullable String reason) {}

    List<Answer> to(NoticeIssued notice) {
        var dice = dice(notice.listingNumber(), notice.measure(), "issued");
        var issued = notice.effectiveFrom();
        if (dice.nextInt(150) == 0) {
            return List.of();
        }
        int receiving = SLOW.contains(agency) ? 1 + dice.nextInt(4) : dice.nextInt(3);
        int working = SLOW.contains(agency) ? 3 + dice.nextInt(15) : 1 + dice.nextInt(11);
        var received = Year.open(issued.plusDays(receiving));
        var receipt = new Answer(EventTypes.NOTICE_RECEIVED, received, null);
        if (dice.nextInt(60) == 0) {
            return List.of(receipt);
        }
        var done = Year.open(received.plusDays(working));
        return List.of(
                receipt,
                notice.force() == Force.RECOMMENDED && dice.nextInt(8) == 0
                        ? new Answer(EventTypes.NOTICE_DECLINED, done, declined(notice))
                        : new Answer(EventTypes.NOTICE_EXECUTED, done, null));
    }

    /// When it releases what was lifted, or undoes what was recalled.
    Optional<Answer> toItsEnd(NoticeIssued notice, String moved, Instant at) {
        var dice = dice(notice.listingNumber(), notice.measure(), moved);
        if (dice.nextInt(25) == 0) {
            return Optional.empty();
        }
        var type = moved.equals(EventTypes.NOTICE_LIFTED) ? EventTypes.NOTICE_RELEASED : EventTypes.NOTICE_UNDONE;
        var day = Year.open(day(at).plusDays(dice.nextInt(SLOW.contains(agency) ? 8 : 4)));
        return Optional.of(new Answer(type, day, null));
    }

    private static String declined(NoticeIssued notice) {
        return notice.kind() == MeasureKind.INCENTIVE ? "本年度名额已满，暂不安排" : "经核查，与该主体无业务往来";
    }

    private RandomGenerator dice(String listing, String measure, String what) {
        long mixed = seed;
        for (var part : List.of(listing, measure, what, agency)) {
            mixed = mixed * 1_000_003 + part.hashCode();
        }
        return RandomGeneratorFactory.of("SplittableRandom").create(mixed);
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }
}
