package smartcity.emission.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.chance.Seed;
import smartcity.event.Event;
import smartcity.event.EventJson;

class FaultInjectorTest {
    private static final double RATE = 0.05;

    /// Half the width of the interval that holds 99 of 100 draws of a normal distribution [standard deviations].
    private static final double Z99 = 2.576;

    private static final Duration EPISODE = Duration.ofSeconds(10);
    private static final List<Event> FIXES = EmittedEvents.fixes(20, 1000);

    private final Map<FaultKind, Integer> injected = new EnumMap<>(FaultKind.class);

    /// A record, and when it was sent.
    record SentRecord(Instant at, OutgoingRecord record) {
        String value() {
            return new String(record.value(), StandardCharsets.ISO_8859_1);
        }

        UUID id() {
            return record.event().id();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"GPS_OUTAGE", "FROZEN_SENSOR", "CLOCK_SKEW", "BURST"},
            mode = EnumSource.Mode.EXCLUDE)
    void affectsRecordsAtItsRate(FaultKind kind) {
        List<SentRecord> sent = run(Map.of(kind, RATE), FIXES);

        double deviation = Math.sqrt(FIXES.size() * RATE * (1 - RATE));
        // no later record names those that a device drops at the very end
        int unnamed = kind == FaultKind.DROPPED ? 20 : 0;
        assertThat((double) count(kind)).isBetween(1000 - Z99 * deviation, 1000 + Z99 * deviation);
        assertThat(named(kind, sent)).isBetween(count(kind) - unnamed, count(kind));
        assertThat(injected).containsOnlyKeys(kind);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"GPS_OUTAGE", "FROZEN_SENSOR", "CLOCK_SKEW", "BURST"})
    void affectsEpisodesAtItsRate(FaultKind kind) {
        run(Map.of(kind, RATE), FIXES);

        int episodes = 20 * 100;
        double deviation = Math.sqrt(episodes * RATE * (1 - RATE));
        double affectedEach = kind == FaultKind.FROZEN_SENSOR ? 9 : 10; // the first record of a frozen sensor is right
        assertThat(count(kind) / affectedEach).isBetween(100 - Z99 * deviation, 100 + Z99 * deviation);
        assertThat(injected).containsOnlyKeys(kind);
    }

    @Test
    void changesNothingWhenAllRatesAreZero() {
        EventJson json = new EventJson();

        List<SentRecord> sent = run(Map.of(), FIXES);

        assertThat(sent)
                .extracting(SentRecord::id)
                .isEqualTo(FIXES.stream().map(Event::id).toList());
        assertThat(sent)
                .extracting(SentRecord::value)
                .isEqualTo(FIXES.stream()
                        .map(fix -> new String(json.encode(fix), StandardCharsets.ISO_8859_1))
                        .toList());
        assertThat(sent)
                .allSatisfy(record -> assertThat(record.record().faults()).isEmpty());
        assertThat(injected).isEmpty();
    }

    @Test
    void affectsTheSameRecordsInTheSameWay() {
        List<String> first = printed(run(all(), FIXES));

        List<String> second = printed(run(all(), FIXES));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void losesOnlyTheRecordsThatItDrops() {
        List<SentRecord> sent = run(all(), FIXES);

        int lost = count(FaultKind.DROPPED) + count(FaultKind.GPS_OUTAGE);
        assertThat(sent).hasSize(FIXES.size() - lost + count(FaultKind.DUPLICATE));
        assertThat(sent.stream().map(SentRecord::id).distinct()).hasSize(FIXES.size() - lost);
    }

    @Test
    void holdsALateRecordForTheDelayThatItNames() {
        List<SentRecord> sent = run(Map.of(FaultKind.LATE, RATE), FIXES);

        List<SentRecord> late = having(FaultKind.LATE, sent).stream()
                .filter(record -> record.at().isBefore(EmittedEvents.START.plusSeconds(999)))
                .toList();
        assertThat(late)
                .hasSizeGreaterThan(800)
                .allSatisfy(record -> assertThat(record.at())
                        .isEqualTo(record.record().event().timestamp().plus(amount(record))));
        long aboveMedian = having(FaultKind.LATE, sent).stream()
                .filter(record -> amount(record).compareTo(Duration.ofSeconds(30)) > 0)
                .count();
        int all = having(FaultKind.LATE, sent).size();
        assertThat((double) aboveMedian / all)
                .isBetween(0.5 - Z99 * 0.5 / Math.sqrt(all), 0.5 + Z99 * 0.5 / Math.sqrt(all));
    }

    @Test
    void sendsAnOutOfOrderRecordAfterALaterOneOfTheDevice() {
        List<SentRecord> sent = run(Map.of(FaultKind.OUT_OF_ORDER, RATE), FIXES);

        Map<String, Instant> newest = new HashMap<>();
        int overtaken = 0;
        for (SentRecord record : sent.subList(0, FIXES.size() - 20)) {
            Event event = record.record().event();
            Instant before = newest.getOrDefault(event.deviceId(), Instant.MIN);
            boolean late = event.timestamp().isBefore(before);
            assertThat(late)
                    .as("late: %s", event)
                    .isEqualTo(!record.record().faults().isEmpty());
            overtaken += late ? 1 : 0;
            newest.put(event.deviceId(), late ? before : event.timestamp());
        }
        assertThat(overtaken).isGreaterThan(900);
    }

    @Test
    void repeatsARecordWithTheSameIdAndValue() {
        List<SentRecord> sent = run(Map.of(FaultKind.DUPLICATE, RATE), FIXES);

        Map<UUID, String> first = new HashMap<>();
        sent.stream()
                .filter(record -> record.record().faults().isEmpty())
                .forEach(record ->
                        assertThat(first.put(record.id(), record.value())).isNull());
        assertThat(having(FaultKind.DUPLICATE, sent)).allSatisfy(copy -> {
            assertThat(copy.value()).isEqualTo(first.get(copy.id()));
            assertThat(amount(copy)).isLessThan(Duration.ofMinutes(1));
        });
    }

    @Test
    void namesADroppedRecordInTheNextOfItsDevice() {
        List<Event> three = EmittedEvents.fixes(1, 3);
        FaultInjector injector = injector(Map.of(FaultKind.DROPPED, 0.5), seedThatDrops(three, true, true, false));

        injector.apply(three.get(0));
        injector.apply(three.get(1));
        List<OutgoingRecord> sent = injector.apply(three.get(2));

        assertThat(sent)
                .singleElement()
                .satisfies(record -> assertThat(record.faults()).containsExactly("dropped;2"));
    }

    @Test
    void sendsABurstInOrderAtTheEndOfItsEpisode() {
        List<SentRecord> sent = run(Map.of(FaultKind.BURST, 1.0), EmittedEvents.fixes(1, 100));

        assertThat(sent)
                .extracting(record -> record.record().event().timestamp())
                .isSorted();
        List<Instant> ends = sent.stream().map(SentRecord::at).distinct().toList();
        assertThat(ends).hasSizeBetween(10, 12);
        assertThat(Duration.between(ends.get(0), ends.get(1))).isEqualTo(EPISODE);
    }

    @Test
    void freezesTheReportsOfASensorButNotItsClock() {
        List<SentRecord> sent = run(Map.of(FaultKind.FROZEN_SENSOR, 1.0), EmittedEvents.fixes(1, 100));

        assertThat(sent.stream().map(SentRecord::id).distinct()).hasSize(100);
        assertThat(sent)
                .extracting(record -> record.record().event().timestamp())
                .isSorted();
        assertThat(sent.stream()
                        .map(record -> record.value().replaceAll(".*\"satellites\":", ""))
                        .distinct())
                .hasSizeBetween(8, 11);
    }

    @Test
    void movesAClockByTheOffsetThatItNamesAndKeepsTheId() {
        List<Event> fixes = EmittedEvents.fixes(20, 100);
        Map<UUID, Instant> truth = new HashMap<>();
        fixes.forEach(fix -> truth.put(fix.id(), fix.timestamp()));

        List<SentRecord> sent = run(Map.of(FaultKind.CLOCK_SKEW, 1.0), fixes);

        assertThat(sent).hasSize(2000).allSatisfy(record -> {
            Duration skew = Duration.between(
                    truth.get(record.id()), record.record().event().timestamp());
            assertThat(skew.abs()).isLessThanOrEqualTo(Duration.ofSeconds(5));
            assertThat(skew).isEqualTo(amount(record));
            assertThat(record.value())
                    .contains(EventJson.format(record.record().event().timestamp()));
        });
    }

    private List<SentRecord> run(Map<FaultKind, Double> rates, List<Event> events) {
        injected.clear();
        FaultInjector injector = injector(rates, new Seed(1));
        List<SentRecord> sent = new ArrayList<>();
        for (Event event : events) {
            while (!injector.nextRelease().isAfter(event.timestamp())) {
                Instant at = injector.nextRelease();
                injector.releasedUntil(at).forEach(record -> sent.add(new SentRecord(at, record)));
            }
            injector.apply(event).forEach(record -> sent.add(new SentRecord(event.timestamp(), record)));
        }
        injector.releasedAll()
                .forEach(record -> sent.add(new SentRecord(EmittedEvents.START.plusSeconds(1000), record)));
        return sent;
    }

    private FaultInjector injector(Map<FaultKind, Double> rates, Seed seed) {
        return new FaultInjector(
                seed,
                new FaultRates(rates, Duration.ofSeconds(30), EPISODE),
                (kind, topic) -> injected.merge(kind, 1, Integer::sum),
                new EventJson()::encode);
    }

    private Seed seedThatDrops(List<Event> events, Boolean... dropped) {
        for (long value = 0; ; value++) {
            Seed seed = new Seed(value);
            FaultInjector tried = injector(Map.of(FaultKind.DROPPED, 0.5), seed);
            if (events.stream()
                    .map(event -> tried.apply(event).isEmpty())
                    .toList()
                    .equals(List.of(dropped))) {
                return seed;
            }
        }
    }

    private int count(FaultKind kind) {
        return injected.getOrDefault(kind, 0);
    }

    private static Map<FaultKind, Double> all() {
        Map<FaultKind, Double> rates = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            rates.put(kind, RATE);
        }
        return rates;
    }

    private static List<SentRecord> having(FaultKind kind, List<SentRecord> sent) {
        return sent.stream()
                .filter(record -> record.record().faults().stream().anyMatch(fault -> fault.startsWith(kind.word())))
                .toList();
    }

    /// Records affected, by the faults that the records name; the dropped ones are named with their number.
    private static int named(FaultKind kind, List<SentRecord> sent) {
        return having(kind, sent).stream()
                .mapToInt(record -> kind == FaultKind.DROPPED
                        ? Integer.parseInt(record.record().faults().getFirst().replaceFirst(".*;", ""))
                        : 1)
                .sum();
    }

    private static Duration amount(SentRecord record) {
        return Duration.parse(record.record().faults().getFirst().replaceFirst(".*;", ""));
    }

    private static List<String> printed(List<SentRecord> sent) {
        return sent.stream()
                .map(record -> record.at() + record.value() + record.record().faults())
                .toList();
    }
}
