package org.jointcredit.disclosure.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.jointcredit.disclosure.Facts;
import org.jointcredit.disclosure.Invented;
import org.jointcredit.disclosure.RunningDisclosure;
import org.jointcredit.local.LocalSystem;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** D4: no answer leaves before its entry is durable, and no entry is changed unnoticed (A20, A27, A33). */
class AccessLogIT extends RunningDisclosure {
    private static final Asker ASKER = new Asker("赵示例", "log-test", "market", "console");

    @Autowired
    private AccessLog log;

    @Autowired
    private AccessLogStore store;

    @Autowired
    private Chain chain;

    @Autowired
    private LogCheck check;

    @Test
    void whatManyWriteAtOnceStandsInOneWholeChain() throws Exception {
        List<Callable<Boolean>> askers = new ArrayList<>();
        var other = new AccessLog(store, chain, Clock.systemUTC());
        other.start();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                AccessLog instance = i % 2 == 0 ? log : other;
                String request = UUID.randomUUID().toString();
                askers.add(() -> {
                    instance.write(List.of(look(request), look(request)));
                    return countOf(request) == 2;
                });
            }
            for (Future<Boolean> stands : threads.invokeAll(askers)) {
                assertThat(stands.get())
                        .as("it stands there when the writer goes on")
                        .isTrue();
            }
        } finally {
            other.stop();
        }
        assertThat(check.check().brokenAt()).isNull();
        assertThat(check.check().entries()).isGreaterThanOrEqualTo(600);
    }

    @Test
    void whoChangesAnEntryIsFound() {
        String request = UUID.randomUUID().toString();
        log.write(List.of(look(request), look(request)));
        var entries = mongo.getCollection(AccessLogStore.COLLECTION);
        Document entry = Objects.requireNonNull(
                entries.find(new Document("request", request)).first());
        var id = new Document("_id", entry.get("_id"));
        try {
            entries.updateOne(id, new Document("$set", new Document("officer", "钱示例")));
            assertThat(check.check().brokenAt()).isEqualTo(entry.get("_id"));
            entries.deleteOne(id);
            assertThat(check.check().brokenAt()).isEqualTo(entry.get("_id"));
        } finally {
            entries.replaceOne(id, entry, new ReplaceOptions().upsert(true));
        }
        assertThat(check.check().brokenAt()).isNull();
    }

    @Test
    void withoutAnEntryThereIsNoAnswer() {
        var subject = Facts.organisation(Invented.code(), "元宝山日志示例有限公司");
        var record = facts().about(subject).field("cf_sy", "NOTTOLEAVE").fact();
        tell(record);
        String question = question(subject.code());
        eventually(
                () -> post("sys-market", "/queries", question).body().toString().contains("NOTTOLEAVE"));

        refuseEntries(new Document("officer", "nobody"));
        try {
            var refused = post("sys-market", "/queries", question);
            assertThat(refused.status()).isGreaterThanOrEqualTo(500);
            assertThat(refused.body().toString()).doesNotContain("NOTTOLEAVE");
        } finally {
            refuseEntries(new Document());
        }
        assertThat(post("sys-market", "/queries", question).status()).isEqualTo(201);
    }

    private void refuseEntries(Document unless) {
        mongo.getDb().runCommand(new Document("collMod", AccessLogStore.COLLECTION).append("validator", unless));
    }

    @Test
    void everyAnswerHasItsEntryWhenTheDatabaseIsKilledInBetween() throws Exception {
        var subject = Facts.organisation(Invented.code(), "元宝山断电示例有限公司");
        tell(facts().about(subject).fact());
        String question = question(subject.code());
        eventually(() -> post("sys-market", "/queries", question).at("/known").asBoolean());

        Queue<String> answered = new ConcurrentLinkedQueue<>();
        Queue<Reply> others = new ConcurrentLinkedQueue<>();
        var goOn = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> {
                    while (goOn.get()) {
                        var reply = post("sys-market", "/queries", question);
                        if (reply.status() == 201) {
                            answered.add(reply.text("/id"));
                        } else {
                            others.add(reply);
                        }
                    }
                });
            }
            try {
                eventually(() -> answered.size() > 100);
                SYSTEM.local().kill(LocalSystem.MONGODB);
                eventually(() -> others.size() > 8);
            } finally {
                SYSTEM.local().start(LocalSystem.MONGODB);
            }
            int before = answered.size();
            eventually(() -> answered.size() > before + 100);
            goOn.set(false);
        }
        assertThat(answered).allSatisfy(id -> assertThat(countOf(id)).as(id).isEqualTo(1));
        assertThat(others)
                .allSatisfy(
                        reply -> assertThat(reply.status()).as(reply.toString()).isEqualTo(503))
                .allSatisfy(reply -> assertThat(reply.retryAfter()).isNotBlank());
        assertThat(check.check().brokenAt()).isNull();
    }

    @Test
    void whoStopsTakesNoMore() {
        var stopped = new AccessLog(store, chain, Clock.systemUTC());
        assertThatThrownBy(() -> stopped.write(List.of(look("never")))).isInstanceOf(Problem.class);
        assertThat(countOf("never")).isZero();
    }

    @Test
    void anOrganReadsItsOwnLogTheAuditorAll() {
        String request = UUID.randomUUID().toString();
        log.write(List.of(look(request)));
        assertThat(find("drc-auditor", request)).isTrue();
        assertThat(find("drc-supervisor", request)).isFalse();
        for (String who : List.of("market-implementer", "sys-market", "citizen-li", "market-approver")) {
            assertThat(get(who, "/queries").status()).as(who).isEqualTo(403);
            assertThat(get(who, "/alarms").status()).as(who).isEqualTo(403);
        }
        assertThat(get("drc-auditor", "/queries?size=0").status()).isEqualTo(400);
        assertThat(get("drc-auditor", "/queries?sort=officer").status()).isEqualTo(400);
    }

    private boolean find(String who, String request) {
        return get(who, "/queries?size=200&sort=at,desc").body().toString().contains(request);
    }

    private static String question(@Nullable String code) {
        return """
                {"subject": {"kind": "ORGANISATION", "code": "%s"}, "purpose": "INSPECTION", "matter": "检查〔2026〕9号",
                 "by": "孙示例"}""".formatted(code);
    }

    private long countOf(String request) {
        return mongo.getCollection(AccessLogStore.COLLECTION).countDocuments(new Document("request", request));
    }

    private static Look look(String request) {
        return new Look(LookKind.QUERY, ASKER, null, "LICENCE", "元审〔2026〕1号", request, 0, null);
    }
}
