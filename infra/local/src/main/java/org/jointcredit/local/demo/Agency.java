package org.jointcredit.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jointcredit.contract.event.AgencyReport;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.event.Force;
import org.jointcredit.contract.event.MeasureKind;
import org.jointcredit.contract.event.NoticeIssued;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.local.Department;
import org.jointcredit.local.LocalSystem;

/// The system of one implementing agency: reads its own topic, confirms each notice, then executes it, or declines one
/// in eight of those it may. Notices that the demonstration did not set off are left to whoever plays that agency.
/// Where it is stopped it goes on next time; a report sent twice bears the same id.
final class Agency implements Runnable {
    private static final int DECLINES_ONE_IN = 8;

    private final LocalSystem system;
    private final Department department;
    private final Set<String> listings;
    private final BooleanSupplier over;

    /// @param listings numbers of those whose notices it answers
    Agency(LocalSystem system, Department department, Set<String> listings, BooleanSupplier over) {
        this.system = system;
        this.department = department;
        this.listings = listings;
        this.over = over;
    }

    @Override
    public void run() {
        try (var consumer = Messages.consumer(system, department.code(), Topics.response(department.code()));
                var producer = Messages.producer(system, department.code())) {
            while (!over.getAsBoolean()) {
                var sent = new ArrayList<Future<RecordMetadata>>();
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    if (Messages.header(message, CloudEvents.TYPE).equals(EventTypes.NOTICE_ISSUED)) {
                        var notice = Messages.read(message, NoticeIssued.class);
                        if (listings.contains(notice.listingNumber())) {
                            reports(notice).forEach(report -> sent.add(producer.send(report)));
                        }
                    }
                }
                Messages.await(sent);
                consumer.commitSync();
            }
        }
    }

    private List<ProducerRecord<String, byte[]>> reports(NoticeIssued notice) {
        var received = new AgencyReport(notice.notice(), officer(), null, null, null, null, List.of());
        var answer = declines(notice)
                ? report(EventTypes.NOTICE_DECLINED, notice, declined(notice))
                : report(EventTypes.NOTICE_EXECUTED, notice, executed(notice));
        return List.of(report(EventTypes.NOTICE_RECEIVED, notice, received), answer);
    }

    /// The same ones each time the samples go through a new system: ids of notices differ, these do not.
    static boolean declines(NoticeIssued notice) {
        var what = notice.listingNumber() + notice.measure() + notice.agency();
        return notice.force() == Force.RECOMMENDED && Math.floorMod(what.hashCode(), DECLINES_ONE_IN) == 0;
    }

    private AgencyReport declined(NoticeIssued notice) {
        var reason = notice.kind() == MeasureKind.INCENTIVE ? "本年度名额已满，暂不安排" : "经核查，与该主体无业务往来";
        return new AgencyReport(notice.notice(), officer(), null, null, null, reason, List.of());
    }

    private AgencyReport executed(NoticeIssued notice) {
        var evidence = new Evidence("执行登记表.txt", sha256(notice.notice() + ' ' + notice.text()));
        return new AgencyReport(notice.notice(), officer(), "已执行", Instant.now(), null, null, List.of(evidence));
    }

    private ProducerRecord<String, byte[]> report(String type, NoticeIssued notice, AgencyReport report) {
        return Messages.message(
                Topics.feedback(department.code()),
                notice.notice(),
                department.code(),
                notice.notice() + '/' + type.replaceAll("^.*notice-|\\.v1$", ""),
                type,
                report);
    }

    private String officer() {
        return department.code() + "-implementer";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
