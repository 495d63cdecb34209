package smartcity.emission.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.event.Event;
import smartcity.event.EventJson;

class FaultScheduleTest {
    private static final FaultRates NONE = rates(Map.of());
    private static final FaultRates DROP_ALL = rates(Map.of(FaultKind.DROPPED, 1.0));

    @Test
    void holdsEachRateFromItsInstantToTheNext() {
        FaultSchedule schedule = new FaultSchedule(NONE);
        assertThat(schedule.everHadFaults()).isFalse();
        assertThat(schedule.at(EmittedEvents.START)).isSameAs(NONE);

        schedule.set(NONE, EmittedEvents.START.plusSeconds(20));
        schedule.set(DROP_ALL, EmittedEvents.START.plusSeconds(10));

        assertThat(schedule.everHadFaults()).isTrue();
        assertThat(schedule.at(EmittedEvents.START.plusSeconds(10).minusNanos(1)))
                .isSameAs(NONE);
        assertThat(schedule.at(EmittedEvents.START.plusSeconds(10))).isSameAs(DROP_ALL);
        assertThat(schedule.at(EmittedEvents.START.plusSeconds(19))).isSameAs(DROP_ALL);
        assertThat(schedule.at(EmittedEvents.START.plusSeconds(20))).isSameAs(NONE);
        assertThat(schedule.at(EmittedEvents.START)).isSameAs(NONE);
        assertThat(schedule.at(Instant.MAX)).isSameAs(NONE);
    }

    @Test
    void setsOtherRatesOfAnInjector() {
        FaultInjector injector = new FaultInjector(new Seed(1), NONE, (kind, topic) -> {}, new EventJson()::encode);
        List<Event> fixes = EmittedEvents.fixes(1, 30);

        List<Integer> left = Stream.of(NONE, DROP_ALL, NONE)
                .map(rates -> {
                    injector.setRates(rates);
                    return fixes.stream()
                            .mapToInt(fix -> injector.apply(fix).size())
                            .sum();
                })
                .toList();

        assertThat(left).containsExactly(30, 0, 30);
    }

    private static FaultRates rates(Map<FaultKind, Double> rates) {
        return new FaultRates(rates, Duration.ofSeconds(30), Duration.ofMinutes(1));
    }
}
