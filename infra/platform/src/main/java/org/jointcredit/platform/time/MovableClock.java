package org.jointcredit.platform.time;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.bson.Document;
import org.jointcredit.platform.eventing.Journal;
import org.jointcredit.platform.mongo.IndexCreator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Moves the business clock, in demonstration and tests only, and keeps how far in the database, so that a restart does
 * not bring the past back. It goes back only as long as nothing has happened yet: so a demonstration can begin a year
 * ago.
 */
final class MovableClock implements SmartLifecycle {
    private static final String COLLECTION = "business_clock";
    private static final Query SHIFT = Query.query(where("_id").is("shift"));

    private final BusinessClock clock;
    private final MongoTemplate mongo;
    private final ApplicationEventPublisher days;
    private volatile boolean running;

    MovableClock(BusinessClock clock, MongoTemplate mongo, ApplicationEventPublisher days) {
        this.clock = clock;
        this.mongo = mongo;
        this.days = days;
    }

    /** Moves to a day; the time of day goes on as before. */
    synchronized void moveTo(LocalDate date) {
        LocalDate today = clock.today();
        if (date.isBefore(today) && somethingHasHappened()) {
            throw new IllegalArgumentException("The business clock stands at " + today
                    + " and moves forward only, now that something has happened: " + date
                    + " is over. infra/local/reset starts again with today.");
        }
        long ahead = clock.daysAhead() + ChronoUnit.DAYS.between(today, date);
        mongo.upsert(SHIFT, new Update().set("days", ahead), COLLECTION);
        clock.setDaysAhead(ahead);
        days.publishEvent(new ClockMoved(date));
    }

    private boolean somethingHasHappened() {
        return mongo.getCollectionNames().stream()
                .anyMatch(collection ->
                        mongo.exists(Query.query(where(Journal.SEQ).exists(true)), collection));
    }

    /** Once MongoDB is there, before web server and listeners, so that nothing is judged by the unmoved day. */
    @Override
    public int getPhase() {
        return IndexCreator.PHASE + 1;
    }

    @Override
    public void start() {
        Document kept = mongo.findOne(SHIFT, Document.class, COLLECTION);
        if (kept != null) {
            clock.setDaysAhead(kept.get("days", 0L));
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
