package org.jointcredit.gateway;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/// A body on its way to a service. Sockets know a timeout for reading only: writing to a service that has stopped
/// reading would never end. How long the caller takes is not counted.
final class WatchedUpload extends HttpEntityWrapper {
    private static final long NOT_WRITING = Long.MAX_VALUE;

    private final ScheduledExecutorService timer;
    private final long patience;
    private final Runnable hangUp;

    private volatile long writingSince = NOT_WRITING;
    private volatile boolean stuck;

    /// @param hangUp closes the connection, which ends the write
    WatchedUpload(HttpEntity body, ScheduledExecutorService timer, Duration patience, Runnable hangUp) {
        super(body);
        this.timer = timer;
        this.patience = patience.toNanos();
        this.hangUp = hangUp;
    }

    @Override
    public void writeTo(OutputStream service) throws IOException {
        var watch = timer.scheduleWithFixedDelay(this::look, patience, patience / 4, TimeUnit.NANOSECONDS);
        try {
            super.writeTo(new Timed(service));
        } catch (IOException broken) {
            if (stuck) {
                throw (IOException) new SocketTimeoutException("the service has stopped reading").initCause(broken);
            }
            throw broken;
        } finally {
            watch.cancel(false);
        }
    }

    private void look() {
        var since = writingSince;
        if (since != NOT_WRITING && System.nanoTime() - since > patience) {
            stuck = true;
            hangUp.run();
        }
    }

    private final class Timed extends FilterOutputStream {
        Timed(OutputStream service) {
            super(service);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            writingSince = System.nanoTime();
            out.write(bytes, offset, length);
            writingSince = NOT_WRITING;
        }
    }
}
