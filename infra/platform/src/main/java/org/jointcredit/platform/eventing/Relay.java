package org.jointcredit.platform.eventing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.EventIds;
import org.jointcredit.platform.mongo.DeclaredIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Sends what the journals of one kind of aggregate say must be sent: in each aggregate's order, at least once, never
 * skipping an entry. There is no second way to send. Every instance runs one; leases keep them apart.
 */
public final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    /** Leftovers are looked for this often; what was just written is sent at once. */
    private static final long POLL_MILLIS = 300;

    private static final int BATCH = 500;
    private static final int ENTRIES_AT_ONCE = 50;

    private final MongoDatabaseFactory mongo;
    private final String aggregates;
    private final EventSender sender;
    private final Clock clock;
    /** When it is full the rest waits in the database until its lease runs out: slower, never lost. */
    private final BlockingQueue<List<Dispatch>> handedOver = new ArrayBlockingQueue<>(256);

    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(this::run);

    Relay(MongoDatabaseFactory mongo, String aggregates, EventSender sender, Clock clock) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.sender = sender;
        this.clock = clock;
    }

    /** The index that finds what is due; every collection of aggregates declares it. */
    public static DeclaredIndex index(String aggregates) {
        return DeclaredIndex.partial(aggregates, Indexes.ascending(Journal.DUE), exists(Journal.DUE));
    }

    /** Sends what its writer has just committed under its own lease. */
    public void send(Collection<Dispatch> written) {
        if (!written.isEmpty()) {
            handedOver.offer(List.copyOf(written));
        }
    }

    /** Something has become due: look now, not at the next round. */
    public void wake() {
        handedOver.offer(List.of());
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("relay-" + aggregates).daemon(true).start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        try {
            thread.join(Journal.LEASE_TIME);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        boolean more = false;
        long nextPoll = System.nanoTime();
        while (running) {
            try {
                List<Dispatch> written = more ? handedOver.poll() : handedOver.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (written != null && !written.isEmpty()) {
                    deliver(written);
                }
                boolean woken = written != null && written.isEmpty();
                if (woken || more || System.nanoTime() - nextPoll >= 0) {
                    List<Dispatch> leftovers = leaseDue();
                    deliver(leftovers);
                    more = leftovers.size() == BATCH;
                    nextPoll = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                more = false;
                log.warn("{}: not sent now, tried again: {}", aggregates, Outage.describe(e));
                Outage.pause(POLL_MILLIS);
            }
        }
    }

    private List<Dispatch> leaseDue() {
        Date now = Date.from(clock.instant());
        Bson free = and(lte(Journal.DUE, now), or(exists(Journal.UNTIL, false), lt(Journal.UNTIL, now)));
        var collection = collection();
        List<String> ids = new ArrayList<>();
        collection
                .find(free)
                .projection(Projections.include("_id"))
                .limit(BATCH)
                .forEach(found -> ids.add(found.getString("_id")));
        if (ids.isEmpty()) {
            return List.of();
        }
        // the lease is a durable write, because only what a majority has is read and sent
        String lease = EventIds.next();
        Date until = Date.from(clock.instant().plus(Journal.LEASE_TIME));
        collection.updateMany(
                and(in("_id", ids), free),
                Updates.combine(Updates.set(Journal.LEASE, lease), Updates.set(Journal.UNTIL, until)));
        var unsent = new Document(
                "$filter",
                new Document("input", "$journal")
                        .append("cond", new Document("$gt", List.of("$$this.seq", "$" + Journal.SENT))));
        List<Dispatch> leased = new ArrayList<>();
        collection
                .find(and(in("_id", ids), eq(Journal.LEASE, lease)))
                .projection(Projections.fields(
                        Projections.include(Journal.SENT),
                        Projections.computed(
                                Journal.JOURNAL, new Document("$slice", List.of(unsent, ENTRIES_AT_ONCE)))))
                .forEach(found -> leased.add(new Dispatch(
                        found.getString("_id"),
                        lease,
                        found.get("outbox", Document.class)
                                .get("sent", Number.class)
                                .longValue(),
                        Journal.of(found))));
        return leased;
    }

    /**
     * One entry of each aggregate a round: the next goes out only after the one before has arrived, so that not even a
     * failed attempt changes their order on the topic.
     */
    private void deliver(List<Dispatch> dispatches) {
        var reached = new TreeMap<Long, List<Dispatch>>();
        List<Dispatch> unfinished = dispatches;
        for (int round = 0; !unfinished.isEmpty(); round++) {
            List<Dispatch> next = new ArrayList<>();
            List<CompletableFuture<?>> sending = new ArrayList<>();
            for (Dispatch dispatch : unfinished) {
                if (round < dispatch.entries().size()) {
                    next.add(dispatch);
                    sending.add(sender.send(dispatch.id(), dispatch.entries().get(round)));
                } else {
                    reached(reached, dispatch, round);
                }
            }
            List<Dispatch> arrived = new ArrayList<>();
            for (int i = 0; i < sending.size(); i++) {
                if (arrived(sending.get(i))) {
                    arrived.add(next.get(i));
                } else if (round > 0) {
                    reached(reached, next.get(i), round);
                }
            }
            unfinished = arrived;
        }
        reached.forEach(this::advance);
    }

    private static void reached(TreeMap<Long, List<Dispatch>> reached, Dispatch dispatch, int rounds) {
        long seq = rounds == 0
                ? dispatch.sent()
                : dispatch.entries().get(rounds - 1).seq();
        reached.computeIfAbsent(seq, _ -> new ArrayList<>()).add(dispatch);
    }

    /** Where it is false the lease stays until it runs out: the pause before the next attempt. */
    private boolean arrived(CompletableFuture<?> sending) {
        try {
            sending.get();
            return true;
        } catch (ExecutionException e) {
            log.warn("{}: entry stays in the outbox: {}", aggregates, Outage.describe(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Moves the cursors; what was appended meanwhile stays due. A lost cursor only sends again, so w:1 is enough. */
    private void advance(long sent, List<Dispatch> dispatches) {
        var ids = dispatches.stream().map(Dispatch::id).toList();
        var leases = dispatches.stream().map(Dispatch::lease).distinct().toList();
        var mine = and(in("_id", ids), in(Journal.LEASE, leases));
        var collection = collection().withWriteConcern(WriteConcern.W1);
        Bson release = Updates.combine(
                Updates.set(Journal.SENT, sent), Updates.unset(Journal.LEASE), Updates.unset(Journal.UNTIL));
        long finished = collection
                .updateMany(and(mine, eq(Journal.SEQ, sent)), Updates.combine(release, Updates.unset(Journal.DUE)))
                .getMatchedCount();
        if (finished < ids.size()) {
            collection.updateMany(mine, release);
            wake();
        }
    }

    private MongoCollection<Document> collection() {
        return mongo.getMongoDatabase().getCollection(aggregates);
    }
}
