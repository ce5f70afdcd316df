package org.jointcredit.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jointcredit.testsupport.TestSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The demonstration can let days pass; what has passed stays passed. */
class MovableClockIT {
    private static final MongoClient CLIENT =
            MongoClients.create(TestSystem.running().properties("collection").get("MONGODB_URI"));
    private static final Clock SYSTEM = Clock.fixed(Instant.parse("2026-11-24T16:30:00Z"), ZoneOffset.UTC);

    private final List<Object> moves = new ArrayList<>();
    private final MongoTemplate mongo = new MongoTemplate(CLIENT, "clock-" + UUID.randomUUID());

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void it_moves_forward_and_a_restart_keeps_the_day() {
        BusinessClock clock = new BusinessClock(SYSTEM);
        started(clock).moveTo(LocalDate.of(2026, 12, 1));
        assertThat(clock.today()).isEqualTo("2026-12-01");
        started(clock).moveTo(LocalDate.of(2026, 12, 3));

        BusinessClock restarted = new BusinessClock(SYSTEM);
        started(restarted);
        assertThat(restarted.today()).isEqualTo("2026-12-03");
        assertThat(restarted.now()).isEqualTo("2026-12-02T16:30:00Z");
    }

    @Test
    void it_goes_back_while_nothing_has_happened_yet() {
        BusinessClock clock = new BusinessClock(SYSTEM);
        started(clock).moveTo(LocalDate.of(2025, 11, 25));
        assertThat(clock.today()).isEqualTo("2025-11-25");
        assertThat(moves).containsExactly(new ClockMoved(LocalDate.of(2025, 11, 25)));
    }

    @Test
    void it_never_moves_back_once_something_has_happened() {
        mongo.getCollection("listings").insertOne(new Document("seq", 1L));
        BusinessClock clock = new BusinessClock(SYSTEM);
        MovableClock movable = started(clock);
        assertThatThrownBy(() -> movable.moveTo(LocalDate.of(2026, 11, 24)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-11-25")
                .hasMessageContaining("forward only");
        movable.moveTo(LocalDate.of(2026, 11, 25));
        assertThat(clock.today()).isEqualTo("2026-11-25");
    }

    @Test
    void the_endpoint_moves_it_or_says_why_not() {
        BusinessClock clock = new BusinessClock(SYSTEM);
        BusinessClockEndpoint endpoint = new BusinessClockEndpoint(clock, started(clock));
        assertThat(endpoint.move("2026-12-01").getStatus()).isEqualTo(200);
        assertThat(endpoint.read().today()).isEqualTo("2026-12-01");
        assertThat(endpoint.read().daysAhead()).isEqualTo(6);
        mongo.getCollection("listings").insertOne(new Document("seq", 1L));
        for (String refused : new String[] {"2026-11-30", "2026-02-30", "tomorrow"}) {
            assertThat(endpoint.move(refused).getStatus()).isEqualTo(422);
        }
        assertThat(clock.today()).isEqualTo("2026-12-01");
    }

    private MovableClock started(BusinessClock clock) {
        MovableClock movable = new MovableClock(clock, mongo, moves::add);
        movable.start();
        return movable;
    }
}
