package smartcity.emission.coupling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import smartcity.emission.Gate;

/// Holds a simulator back until the topics have been read and the weather that is felt has been told.
///
/// What was in the topics at the start is read to the end. After that a minute begins when the stations have told what
/// is felt in it. Incidents cannot be waited for: that nothing is reported says nothing. After some patience the
/// simulator goes on unheard, without waiting again until it has heard what is due; the minutes begun so are counted.
final class InputGate implements Gate {
    private static final Logger LOG = Logger.getLogger(InputGate.class);

    /// How often a waiting simulator looks whether it has been stopped [ms].
    private static final long LOOK_MILLIS = 50;

    private final Duration delay;
    private final Duration patience;
    private final Clock clock;
    private final Reading reading;
    private final StationsHeard stations = new StationsHeard();
    private Instant passed = Instant.MIN;
    private boolean unheard;
    private long unheardMinutes;

    /// @param delay simulated, from a report to when it is felt
    /// @param patience real
    /// @param clock real time
    /// @param topics number of topics that are read
    InputGate(Duration delay, Duration patience, Clock clock, int topics) {
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience must not be negative but was " + patience);
        }
        this.delay = delay;
        this.patience = patience;
        this.clock = clock;
        this.reading = new Reading(topics);
    }

    /// Expects one topic to be read, whatever number it was made for.
    synchronized void readOneTopic() {
        reading.readOneTopic();
    }

    synchronized void begin(TopicPartition partition, long from, long end) {
        reading.begin(partition, from, end);
        notifyAll();
    }

    synchronized void readUntil(TopicPartition partition, long offset) {
        reading.readUntil(partition, offset);
        notifyAll();
    }

    synchronized void heard(String station, Instant timestamp) {
        stations.heard(station, timestamp);
        notifyAll();
    }

    /// Minutes begun without having heard what was due.
    synchronized long unheardMinutes() {
        return unheardMinutes;
    }

    @Override
    public synchronized boolean awaitComplete(Instant due, BooleanSupplier stopped) throws InterruptedException {
        Instant minute = due.truncatedTo(ChronoUnit.MINUTES);
        if (!minute.isAfter(passed)) {
            return true;
        }
        Instant end = clock.instant().plus(patience);
        while (!isHeard(minute) && !unheard) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            if (!clock.instant().isBefore(end)) {
                LOG.warnf("Went on unheard minute=%s waited=%s", minute, patience);
                unheard = true;
            } else {
                wait(LOOK_MILLIS);
            }
        }
        pass(minute);
        return true;
    }

    private boolean isHeard(Instant minute) {
        return reading.isComplete() && stations.toldUntil(minute.minus(delay));
    }

    private void pass(Instant minute) {
        passed = minute;
        if (!isHeard(minute)) {
            unheardMinutes++;
        } else if (unheard) {
            LOG.infof("Heard again minute=%s unheardMinutes=%d", minute, unheardMinutes);
            unheard = false;
        }
    }
}
