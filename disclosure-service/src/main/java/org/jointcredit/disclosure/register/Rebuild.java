package org.jointcredit.disclosure.register;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.jointcredit.disclosure.register.RebuildStore.Progress;
import org.jointcredit.disclosure.register.RebuildStore.State;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.eventing.Outage;
import org.jointcredit.platform.eventing.OwnersSnapshot;
import org.jointcredit.platform.eventing.Recovery;
import org.jointcredit.platform.eventing.SnapshotPage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;

/**
 * Makes the register anew, in its place and while it answers: everything that its owners' snapshots say is written as if
 * it had been told, over whatever stands there from before; topics are followed meanwhile; at the end what neither
 * snapshot nor topic spoke of goes. At every moment each thing is found as it was before or as its owner says it.
 */
@Component
class Rebuild implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RebuildStore store;
    private final Arrivals arrivals;
    private final Recovery recovery;
    private final List<OwnersSnapshot> snapshots;
    private volatile boolean stopping;

    Rebuild(RebuildStore store, Arrivals arrivals, Recovery recovery, List<OwnersSnapshot> snapshots) {
        this.store = store;
        this.arrivals = arrivals;
        this.recovery = recovery;
        this.snapshots = snapshots;
    }

    /** Another one took its place, or the service stops. */
    private static final class Over extends RuntimeException {}

    /** Begins one in the background, unless one goes on already. */
    @Nullable
    Progress start() {
        OptionalLong number = store.begin();
        number.ifPresent(begun -> Thread.ofVirtual().name("rebuild-" + begun).start(() -> run(begun)));
        return store.progress();
    }

    private void run(long number) {
        log.info("rebuild {} of the register begins", number);
        try {
            var run = new Run(number, true);
            Recovery.Noted noted = recovery.note(consumptions());
            for (OwnersSnapshot snapshot : snapshots) {
                read(snapshot, run);
            }
            arrivals.settle(run);
            recovery.goOn(noted);
            store.end(number, State.DONE);
            log.info("rebuild {} of the register is done", number);
        } catch (Over _) {
            log.warn("rebuild {} of the register is given up", number);
        } catch (RuntimeException e) {
            log.error(
                    "rebuild {} of the register failed: {}",
                    number,
                    e.getClass().getSimpleName());
            store.end(number, State.FAILED);
        }
    }

    private List<String> consumptions() {
        return snapshots.stream().map(OwnersSnapshot::consumption).toList();
    }

    private void read(OwnersSnapshot snapshot, Run run) {
        @Nullable String after = null;
        do {
            after = readPage(snapshot, after, run);
            if (stopping) {
                throw new Over();
            }
        } while (after != null);
    }

    /** Once more where the register was ahead of its owner: what was told while it was read may have been missed. */
    private @Nullable String readPage(OwnersSnapshot snapshot, @Nullable String after, Run run) {
        while (true) {
            try {
                SnapshotPage page = snapshot.page(after);
                boolean ahead = apply(snapshot, page, run);
                if (!store.reached(
                        run.number(),
                        snapshot.topic(),
                        ahead ? 0 : page.events().size())) {
                    throw new Over();
                }
                if (!ahead) {
                    return page.next();
                }
            } catch (RuntimeException e) {
                waitUnlessHopeless(e);
            }
        }
    }

    private boolean apply(OwnersSnapshot snapshot, SnapshotPage page, Run run) {
        List<InboundEvent> events = page.on(snapshot.topic());
        return switch (snapshot.consumption()) {
            case RegisterConfiguration.RECORD -> arrivals.records(events, run);
            case RegisterConfiguration.TRIGGER -> arrivals.listings(events, run);
            case RegisterConfiguration.FEEDBACK -> arrivals.actions(events, run);
            case RegisterConfiguration.REMEDY -> arrivals.remedies(events, run);
            default -> throw new IllegalStateException(snapshot.consumption());
        };
    }

    private void waitUnlessHopeless(RuntimeException e) {
        boolean away =
                Outage.is(e) || e instanceof HttpServerErrorException || e instanceof OAuth2AuthorizationException;
        if (!away) {
            throw e;
        }
        if (stopping) {
            throw new Over();
        }
        log.info("the rebuild of the register waits: {}", e.getClass().getSimpleName());
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    @Override
    public void destroy() {
        stopping = true;
    }
}
