package org.jointcredit.local.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jointcredit.local.LocalSystem;

/// The REST side for everybody who takes part; who knocks often logs in once in a while.
final class Doors {
    private static final Duration LOGGED_IN = Duration.ofMinutes(2);

    private final LocalSystem system;
    private final Map<String, LogIn> logIns = new HashMap<>();

    Doors(LocalSystem system) {
        this.system = system;
    }

    private record LogIn(String token, long at) {}

    /// The gateway, for somebody.
    FrontDoor gateway(String who) {
        return door("gateway", who);
    }

    /// One part itself.
    FrontDoor door(String part, String who) {
        var known = logIns.get(who);
        if (known == null || System.nanoTime() - known.at() > LOGGED_IN.toNanos()) {
            known = new LogIn(system.token(who), System.nanoTime());
            logIns.put(who, known);
        }
        return new FrontDoor(system.url(part), known.token());
    }
}
