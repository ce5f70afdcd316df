package org.jointcredit.local.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointcredit.local.Failure;
import org.jointcredit.local.LocalSystem;

/// What the credit office sees of the joint actions, listing by listing.
final class Office {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAGE = 200;

    private final FrontDoor door;

    Office(LocalSystem system) {
        this.door = new FrontDoor(system.url("gateway"), system.token("drc-office"));
    }

    /// The list types that set off nothing, which are kept for reference only.
    Set<String> referenceLists() {
        return door.get("/api/collection/list-types?size=200")
                .body()
                .path("content")
                .valueStream()
                .filter(type -> Sample.text(type, "listClass").equals("REFERENCE"))
                .map(type -> Sample.text(type, "code"))
                .collect(Collectors.toSet());
    }

    /// Waits until every listing has its notices and no agency owes an answer, as long as something still moves.
    Figures settled(Set<String> listings) throws InterruptedException {
        Map<String, Figures> seen = new HashMap<>();
        var total = Figures.NONE;
        var moved = System.nanoTime();
        while (System.nanoTime() - moved < PATIENCE.toNanos()) {
            for (var listing : listings) {
                var last = seen.getOrDefault(listing, Figures.NONE);
                if (last.issued() == 0 || last.open() > 0) {
                    seen.put(listing, figures(listing));
                }
            }
            var now = seen.values().stream().reduce(Figures.NONE, Figures::plus);
            if (now.open() == 0 && seen.values().stream().allMatch(figures -> figures.issued() > 0)) {
                return now;
            }
            if (!now.equals(total)) {
                total = now;
                moved = System.nanoTime();
            }
            Thread.sleep(Duration.ofMillis(300));
        }
        var without =
                seen.values().stream().filter(figures -> figures.issued() == 0).count();
        if (without > 0) {
            throw new Failure(without + " listings of the demonstration have no notices, and nothing moved for "
                    + PATIENCE.toSeconds() + " s; see infra/local/logs sanction.");
        }
        return total;
    }

    private Figures figures(String listing) {
        var figures = Figures.NONE;
        for (int page = 0; ; page++) {
            var answer = door.get("/api/sanction/notices?listing=" + listing + "&size=" + PAGE + "&page=" + page);
            if (answer.status() != 200) {
                throw new Failure("Sanction answered " + answer.status() + " to the credit office; see "
                        + "infra/local/logs sanction.");
            }
            for (var notice : answer.body().path("content")) {
                figures = figures.plus(Figures.of(notice));
            }
            if (page + 1 >= answer.body().path("page").path("totalPages").asInt()) {
                return figures;
            }
        }
    }
}
