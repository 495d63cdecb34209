package smartcity.emission.coupling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smartcity.emission.EmissionGate;

/// Holds a simulator back until it has heard all that is felt in the minute that begins.
///
/// After some patience it goes on unheard, without waiting again until it has heard what is due; the minutes
/// begun so are counted. Without patience it waits, and says so now and then.
final class InputGate implements EmissionGate {
    private static final Logger LOG = Logger.getLogger(InputGate.class);

    /// How often it is said that the simulator waits; chosen.
    private static final Duration SAY = Duration.ofSeconds(10);

    private final Duration delay;
    private final Optional<Duration> patience;
    private final Clock clock;
    private Instant heardUntil = Instant.MIN;
    private Instant passed = Instant.MIN;
    private @Nullable Instant waitingSince;
    private boolean unheard;
    private long unheardMinutes;

    /// @param delay simulated, from a report to when it is felt
    /// @param patience real; empty to wait for ever
    /// @param clock real time
    InputGate(Duration delay, Optional<Duration> patience, Clock clock) {
        patience.filter(Duration::isNegative).ifPresent(negative -> {
            throw new IllegalArgumentException("patience must not be negative but was " + negative);
        });
        this.delay = delay;
        this.patience = patience;
        this.clock = clock;
    }

    /// Notes that everything before an instant has been told and heard.
    synchronized void heardUntil(Instant instant) {
        if (instant.isAfter(heardUntil)) {
            heardUntil = instant;
        }
    }

    /// Minutes begun without having heard what was due.
    synchronized long unheardMinutes() {
        return unheardMinutes;
    }

    @Override
    public synchronized boolean passes(Instant due) {
        Instant minute = due.truncatedTo(ChronoUnit.MINUTES);
        if (!minute.isAfter(passed)) {
            return true;
        }
        boolean heard = heardUntil.isAfter(minute.minus(delay));
        if (!heard && !unheard && !losesPatience(minute)) {
            return false;
        }
        if (heard && unheard) {
            LOG.infof("Heard again minute=%s unheardMinutes=%d", minute, unheardMinutes);
            unheard = false;
        } else if (!heard) {
            unheardMinutes++;
        }
        passed = minute;
        waitingSince = null;
        return true;
    }

    private boolean losesPatience(Instant minute) {
        Instant now = clock.instant();
        Instant since = waitingSince == null ? now : waitingSince;
        waitingSince = since;
        Duration waited = Duration.between(since, now);
        if (waited.compareTo(patience.orElse(SAY)) < 0) {
            return false;
        }
        if (patience.isEmpty()) {
            LOG.infof("Waiting to hear minute=%s heardUntil=%s", minute, heardUntil);
            waitingSince = now;
            return false;
        }
        LOG.warnf("Went on unheard minute=%s waited=%s", minute, waited);
        unheard = true;
        return true;
    }
}
