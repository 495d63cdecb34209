package smartcity.emission.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import smartcity.chance.Seed;
import smartcity.event.CityTopic;
import smartcity.event.Event;

/// Turns events into the records that leave, at their rates wrong. Not safe for use by several threads.
///
/// Kinds strike independently of each other; where they exclude each other, the first counts:
/// [FaultKind#DROPPED] before [FaultKind#GPS_OUTAGE] before all others; [FaultKind#MALFORMED] before a missing
/// before a null field; [FaultKind#BURST] before [FaultKind#LATE] before [FaultKind#OUT_OF_ORDER].
///
/// Each record tells what was done to it; one that never left is told by the next of its device and topic.
public final class FaultInjector {
    /// Told of each fault, once for each record struck.
    @FunctionalInterface
    public interface Tally {
        void injected(FaultKind kind, CityTopic topic);
    }

    /// A device repeats what it believes unacknowledged within this time; chosen.
    private static final Duration REPEATED_WITHIN = Duration.ofMinutes(1);

    private final FaultSampler lots;
    private final FaultEpisodes episodes;
    private final Tally tally;
    private final ValueCorruption damage = new ValueCorruption();
    private final Function<Event, byte[]> encoding;
    private final DelayedRecords holds = new DelayedRecords();
    private final Map<String, Map<FaultKind, Integer>> gone = new HashMap<>();

    /// @param encoding makes the value of an event without faults
    public FaultInjector(Seed seed, FaultRates rates, Tally tally, Function<Event, byte[]> encoding) {
        this.lots = new FaultSampler(seed, rates);
        this.episodes = new FaultEpisodes(lots);
        this.tally = tally;
        this.encoding = encoding;
    }

    /// Lets other rates hold from the next event on; what is held stays held.
    public void setRates(FaultRates rates) {
        lots.setRates(rates);
    }

    /// What leaves at once when a device tells something; the rest is held. To be called in the order of
    /// timestamps, after [#releasedUntil(Instant)].
    public List<OutgoingRecord> apply(Event event) {
        if (lots.strikes(FaultKind.DROPPED, event)) {
            return vanish(FaultKind.DROPPED, event);
        }
        if (episodes.withoutFix(event)) {
            return vanish(FaultKind.GPS_OUTAGE, event);
        }
        OutgoingRecord delivery = told(event);
        List<OutgoingRecord> now = new ArrayList<>(depart(event, delivery));
        if (lots.strikes(FaultKind.DUPLICATE, event)) {
            Duration delay = spread(event);
            tally.injected(FaultKind.DUPLICATE, event.topic());
            holds.until(event.timestamp().plus(delay), delivery.with(note(FaultKind.DUPLICATE, delay)));
        }
        return now;
    }

    /// When the next held record leaves by itself; [Instant#MAX] when none does.
    public Instant nextRelease() {
        return holds.next();
    }

    /// The held records that leave at or before an instant, in order of leaving.
    public List<OutgoingRecord> releasedUntil(Instant now) {
        return holds.releasedUntil(now);
    }

    /// All held records, at the end.
    public List<OutgoingRecord> releasedAll() {
        return holds.all();
    }

    private List<OutgoingRecord> vanish(FaultKind kind, Event event) {
        tally.injected(kind, event.topic());
        gone.computeIfAbsent(streamOf(event), _ -> new TreeMap<>()).merge(kind, 1, Integer::sum);
        return List.of();
    }

    private OutgoingRecord told(Event event) {
        List<String> faults = new ArrayList<>();
        Map<FaultKind, Integer> missing = gone.remove(streamOf(event));
        if (missing != null) {
            missing.forEach((kind, records) -> faults.add(kind.word() + ";" + records));
        }
        Event told = event;
        Event frozen = episodes.frozen(event);
        if (frozen != null) {
            told = frozen;
            inject(FaultKind.FROZEN_SENSOR, FaultKind.FROZEN_SENSOR.word(), event, faults);
        }
        Duration skew = episodes.skew(event);
        if (!skew.isZero()) {
            told = EventCopies.of(told, event.id(), event.timestamp().plus(skew));
            inject(FaultKind.CLOCK_SKEW, note(FaultKind.CLOCK_SKEW, skew), event, faults);
        }
        return new OutgoingRecord(told, damaged(event, encoding.apply(told), faults), faults);
    }

    private byte[] damaged(Event event, byte[] value, List<String> faults) {
        for (FaultKind kind : List.of(FaultKind.MALFORMED, FaultKind.MISSING_FIELD, FaultKind.NULL_FIELD)) {
            if (lots.strikes(kind, event)) {
                Seed seed = lots.of(kind, event);
                ValueCorruption.Result result = kind == FaultKind.MALFORMED
                        ? damage.malformed(event.topic(), value, seed)
                        : kind == FaultKind.MISSING_FIELD
                                ? damage.withoutField(event.topic(), value, seed)
                                : damage.withNull(event.topic(), value, seed);
                inject(kind, kind.word() + ";" + result.detail(), event, faults);
                return result.value();
            }
        }
        return value;
    }

    private List<OutgoingRecord> depart(Event event, OutgoingRecord delivery) {
        if (lots.strikes(FaultKind.BURST, event.deviceId(), event.timestamp())) {
            Instant end = lots.window(FaultKind.BURST, event.deviceId(), event.timestamp())
                    .end();
            return hold(FaultKind.BURST, Duration.between(event.timestamp(), end), event, delivery);
        }
        if (lots.strikes(FaultKind.LATE, event)) {
            return hold(FaultKind.LATE, lots.delay(event), event, delivery);
        }
        if (lots.strikes(FaultKind.OUT_OF_ORDER, event)) {
            tally.injected(FaultKind.OUT_OF_ORDER, event.topic());
            holds.untilOvertaken(streamOf(event), delivery.with(FaultKind.OUT_OF_ORDER.word()));
            return List.of();
        }
        List<OutgoingRecord> now = new ArrayList<>(List.of(delivery));
        now.addAll(holds.overtaken(streamOf(event)));
        return now;
    }

    private List<OutgoingRecord> hold(FaultKind kind, Duration delay, Event event, OutgoingRecord delivery) {
        tally.injected(kind, event.topic());
        holds.until(event.timestamp().plus(delay), delivery.with(note(kind, delay)));
        return List.of();
    }

    private void inject(FaultKind kind, String note, Event event, List<String> faults) {
        tally.injected(kind, event.topic());
        faults.add(note);
    }

    private Duration spread(Event event) {
        double share = lots.of(FaultKind.DUPLICATE, event).of(1).uniform();
        return Duration.ofMillis((long) (share * REPEATED_WITHIN.toMillis()));
    }

    private static String note(FaultKind kind, Duration amount) {
        return kind.word() + ";" + amount;
    }

    private static String streamOf(Event event) {
        return event.topic().defaultName() + ' ' + event.deviceId();
    }
}
