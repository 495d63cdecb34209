package smartcity.emission.coupling;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smartcity.emission.loop.EmissionGate;

/// Makes a simulator wait until it has received all reports that are in effect in the minute that begins.
///
/// After a timeout it opens without them, and does not wait again until it has received all that are due; the minutes
/// begun so are counted. Without a timeout it waits for ever, and logs that now and then. Safe for use by several
/// threads.
public final class InputGate implements EmissionGate {
    private static final Logger LOG = Logger.getLogger(InputGate.class);

    /// Between two log lines of a waiting simulator; chosen.
    private static final Duration LOG_INTERVAL = Duration.ofSeconds(10);

    private final Duration delay;
    private final Optional<Duration> timeout;
    private final LongSupplier nanos;
    private Instant receivedUntil = Instant.MIN;
    private Instant passed = Instant.MIN;
    private @Nullable Long waitingSince;
    private boolean incomplete;
    private long incompleteMinutes;

    /// @param delay simulated, from the time of a report until it is in effect
    /// @param timeout real time to wait; empty to wait for ever
    /// @param nanos real time as a counter that only goes up [ns]: a step of the wall clock does not end or
    ///     prolong a wait
    public InputGate(Duration delay, Optional<Duration> timeout, LongSupplier nanos) {
        timeout.filter(Duration::isNegative).ifPresent(negative -> {
            throw new IllegalArgumentException("timeout must not be negative but was " + negative);
        });
        this.delay = delay;
        this.timeout = timeout;
        this.nanos = nanos;
    }

    /// Records that every report of before an instant has been emitted and received.
    public synchronized void receivedUntil(Instant instant) {
        if (instant.isAfter(receivedUntil)) {
            receivedUntil = instant;
        }
    }

    /// Minutes begun before all reports in effect were received.
    public synchronized long incompleteMinutes() {
        return incompleteMinutes;
    }

    @Override
    public synchronized boolean passes(Instant due) {
        Instant minute = due.truncatedTo(ChronoUnit.MINUTES);
        if (!minute.isAfter(passed)) {
            return true;
        }
        boolean complete = receivedUntil.isAfter(minute.minus(delay));
        if (!complete && !incomplete && !timesOut(minute)) {
            return false;
        }
        if (complete && incomplete) {
            LOG.infof("Input is complete again minute=%s incompleteMinutes=%d", minute, incompleteMinutes);
            incomplete = false;
        } else if (!complete) {
            incompleteMinutes++;
        }
        passed = minute;
        waitingSince = null;
        return true;
    }

    private boolean timesOut(Instant minute) {
        long now = nanos.getAsLong();
        long since = waitingSince == null ? now : waitingSince;
        waitingSince = since;
        Duration waited = Duration.ofNanos(now - since);
        if (waited.compareTo(timeout.orElse(LOG_INTERVAL)) < 0) {
            return false;
        }
        if (timeout.isEmpty()) {
            LOG.infof("Waiting for input minute=%s receivedUntil=%s", minute, receivedUntil);
            waitingSince = now;
            return false;
        }
        LOG.warnf("Continuing without complete input minute=%s waited=%s", minute, waited);
        incomplete = true;
        return true;
    }
}
