package smartcity.emission.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import smartcity.event.Event;
import smartcity.event.EventSource;
import smartcity.time.ReportSchedule;

class RetimedSourceTest {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final IntervalSchedule intervals = new IntervalSchedule();

    @Test
    void continuesAtAnotherIntervalFromTheInstantOfTheChange() {
        intervals.set(Duration.ofSeconds(2), START.plusSeconds(15));
        intervals.set(Duration.ofSeconds(30), START.plusSeconds(20));

        assertThat(seconds(started(START), 60)).containsExactly(0L, 10L, 16L, 18L, 30L);
    }

    @Test
    void returnsAnEarlierInstantAsSoonAsTheIntervalChanges() {
        RetimedSource source =
                new RetimedSource(PeriodicSource::new, intervals, Duration.ofHours(1), START.plusSeconds(1));
        assertThat(source.nextDue()).isEqualTo(START.plusSeconds(3600));

        intervals.set(Duration.ofSeconds(1), START.plusSeconds(5));

        assertThat(source.nextDue()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void emitsTheSameWhenItStartsAfterTheChange() {
        intervals.set(Duration.ofSeconds(2), START.plusSeconds(15));

        assertThat(seconds(started(START.plusSeconds(17)), 24)).containsExactly(18L, 20L, 22L);
    }

    private RetimedSource started(Instant from) {
        return new RetimedSource(PeriodicSource::new, intervals, USUAL, from);
    }

    private static List<Long> seconds(RetimedSource source, long until) {
        List<Long> seconds = new ArrayList<>();
        while (source.nextDue().isBefore(START.plusSeconds(until))) {
            seconds.add(Duration.between(START, source.nextDue()).toSeconds());
            source.next();
        }
        return seconds;
    }

    /// One device that reports at each multiple of the interval.
    private static final class PeriodicSource implements EventSource {
        private final ReportSchedule schedule;

        PeriodicSource(Duration interval, Instant from) {
            schedule = new ReportSchedule(new long[] {0}, interval, from);
        }

        @Override
        public Instant nextDue() {
            return schedule.due();
        }

        @Override
        public List<Event> next() {
            schedule.advance();
            return List.of();
        }
    }
}
