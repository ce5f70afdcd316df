package org.jointcredit.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jointcredit.contract.event.AgencyReport;
import org.jointcredit.contract.event.CloudEvents;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.NoticeIssued;
import org.jointcredit.contract.event.NoticeMoved;
import org.jointcredit.contract.event.Receipt;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.local.LocalSystem;
import org.jointcredit.local.demo.Habits.Answer;
import org.jspecify.annotations.Nullable;

/// The system of one department: sends its listings and answers what its agency is told. It reads its topics from the
/// beginning, so where it was stopped it goes on; what it sends twice bears the same id.
final class Desk implements AutoCloseable {
    private final String code;
    private final Habits habits;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, NoticeIssued> notices = new HashMap<>();
    private final Map<String, Legal> told = new HashMap<>();
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final TreeMap<LocalDate, List<Report>> plan = new TreeMap<>();

    private record Report(NoticeIssued notice, Answer answer) {}

    Desk(LocalSystem system, String code, long seed) {
        this.code = code;
        this.habits = new Habits(seed, code);
        this.consumer = Messages.everything(system, "sys-" + code, Topics.response(code), Topics.receipt(code));
        this.producer = Messages.producer(system, code);
    }

    /// Sends what an act of the department says; it may be sent again.
    void submit(Act act) {
        Messages.await(List.of(producer.send(
                Messages.message(Topics.intake(code), act.number(), code, id(act), act.type(), act.body()))));
    }

    /// What collection answered to it; null: nothing yet.
    @Nullable
    Receipt receipt(Act act) {
        return receipts.get(id(act));
    }

    private static String id(Act act) {
        return act.number() + '/' + act.type();
    }

    /// Takes in what has arrived.
    void read() {
        consumer.poll(Duration.ZERO).forEach(this::read);
    }

    private void read(ConsumerRecord<String, byte[]> message) {
        if (message.topic().equals(Topics.receipt(code))) {
            receipts.put(Messages.header(message, CloudEvents.CAUSATION_ID), Messages.read(message, Receipt.class));
            return;
        }
        var type = Messages.header(message, CloudEvents.TYPE);
        switch (type) {
            case EventTypes.NOTICE_ISSUED -> {
                var notice = Messages.read(message, NoticeIssued.class);
                notices.put(notice.notice(), notice);
                told.put(notice.notice(), Legal.IN_FORCE);
                habits.to(notice).forEach(answer -> plan(notice, answer));
            }
            case EventTypes.NOTICE_LIFTED, EventTypes.NOTICE_RECALLED -> {
                var moved = Messages.read(message, NoticeMoved.class);
                told.put(moved.notice(), type.equals(EventTypes.NOTICE_LIFTED) ? Legal.ENDED : Legal.RECALLED);
                var notice = notices.get(moved.notice());
                plan.values()
                        .forEach(reports -> reports.removeIf(
                                report -> report.notice().notice().equals(moved.notice())));
                if (notice != null && moved.due() != null) {
                    habits.toItsEnd(notice, type, moved.at()).ifPresent(answer -> plan(notice, answer));
                }
            }
            default -> {}
        }
    }

    private void plan(NoticeIssued notice, Answer answer) {
        plan.computeIfAbsent(answer.day(), _ -> new ArrayList<>()).add(new Report(notice, answer));
    }

    /// Whether it has been told that a notice is worth this.
    boolean knows(String notice, Legal legal) {
        return legal == told.get(notice);
    }

    /// Reports what it does until a day.
    ///
    /// @return the ids of the reports
    List<String> work(LocalDate today, Instant now) {
        var sent = new ArrayList<Future<RecordMetadata>>();
        var ids = new ArrayList<String>();
        while (!plan.isEmpty() && !plan.firstKey().isAfter(today)) {
            for (var report : plan.pollFirstEntry().getValue()) {
                var id = report.notice().notice() + '/' + report.answer().type().replaceAll("^.*notice-|\\.v1$", "");
                ids.add(id);
                sent.add(producer.send(Messages.message(
                        Topics.feedback(code),
                        report.notice().notice(),
                        code,
                        id,
                        report.answer().type(),
                        body(report, now))));
            }
        }
        Messages.await(sent);
        return ids;
    }

    private AgencyReport body(Report report, Instant now) {
        var notice = report.notice();
        return switch (report.answer().type()) {
            case EventTypes.NOTICE_EXECUTED ->
                new AgencyReport(
                        notice.notice(),
                        officer(),
                        "已执行",
                        now,
                        null,
                        null,
                        List.of(new Evidence("执行登记表.txt", sha256(notice.listingNumber() + ' ' + notice.text()))));
            case EventTypes.NOTICE_DECLINED ->
                new AgencyReport(
                        notice.notice(),
                        officer(),
                        null,
                        null,
                        null,
                        report.answer().reason(),
                        List.of());
            default -> new AgencyReport(notice.notice(), officer(), null, null, null, null, List.of());
        };
    }

    private String officer() {
        return code + "-implementer";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
