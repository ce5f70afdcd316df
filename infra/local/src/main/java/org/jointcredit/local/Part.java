package org.jointcredit.local;

import java.time.Duration;
import java.util.List;

/// One process of the system.
interface Part {
    /// As in `status` and `logs`.
    String name();

    /// All it listens on; the first is the one it is known by. Empty when somebody else runs it.
    List<Integer> ports();

    Daemon daemon();

    /// Fetches and builds what is expensive, once.
    void prepare();

    /// Starts the process; only after [#prepare()].
    void launch();

    /// What a started process needs done from outside before it can be healthy; harmless when done already.
    default void settle() {}

    boolean healthy();

    /// How long it may take to become healthy on a busy machine.
    Duration patience();

    /// What a running process must have been made from to be left alone.
    default String identity() {
        return "";
    }

    default boolean isOurs() {
        return !ports().isEmpty();
    }

    default boolean isUp() {
        return (!isOurs() || daemon().running().isPresent()) && healthy();
    }
}
