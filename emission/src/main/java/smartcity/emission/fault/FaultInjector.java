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

/// Turns events into records, with faults at the rates set. Not safe for use by several threads.
///
/// Kinds affect records independently of each other; where they exclude each other, the first applies:
/// [FaultKind#DROPPED] before [FaultKind#GPS_OUTAGE] before all others; [FaultKind#MALFORMED] before a missing
/// before a null field; [FaultKind#BURST] before [FaultKind#LATE] before [FaultKind#OUT_OF_ORDER].
///
/// Each record names its faults; the next record of a device and topic names those that were dropped before it.
public final class FaultInjector {
    /// Counts faults: called once for each kind and record affected.
    @FunctionalInterface
    public interface Tally {
        void injected(FaultKind kind, CityTopic topic);
    }

    /// A device repeats a record whose acknowledgement it did not receive within this time; chosen.
    private static final Duration REPEATED_WITHIN = Duration.ofMinutes(1);

    private final FaultSampler sampler;
    private final FaultEpisodes episodes;
    private final Tally tally;
    private final Function<Event, byte[]> encoding;
    private final ValueCorruption corruption = new ValueCorruption();
    private final DelayedRecords delayed = new DelayedRecords();
    private final Map<String, Map<FaultKind, Integer>> dropped = new HashMap<>();

    /// @param encoding makes the value of an event without faults
    public FaultInjector(Seed seed, FaultRates rates, Tally tally, Function<Event, byte[]> encoding) {
        this.sampler = new FaultSampler(seed, rates);
        this.episodes = new FaultEpisodes(sampler);
        this.tally = tally;
        this.encoding = encoding;
    }

    /// Sets other rates from the next event on; records that are held stay held.
    public void setRates(FaultRates rates) {
        sampler.setRates(rates);
    }

    /// The records to send at once when a device reports an event; others are held. To be called in the order of
    /// timestamps, after [#releasedUntil(Instant)].
    public List<OutgoingRecord> apply(Event event) {
        if (sampler.affects(FaultKind.DROPPED, event)) {
            return drop(FaultKind.DROPPED, event);
        }
        if (episodes.withoutFix(event)) {
            return drop(FaultKind.GPS_OUTAGE, event);
        }
        OutgoingRecord record = recordOf(event);
        List<OutgoingRecord> now = new ArrayList<>(sendOrHold(event, record));
        if (sampler.affects(FaultKind.DUPLICATE, event)) {
            Duration delay = repetitionDelay(event);
            tally.injected(FaultKind.DUPLICATE, event.topic());
            delayed.until(event.timestamp().plus(delay), record.with(note(FaultKind.DUPLICATE, delay)));
        }
        return now;
    }

    /// When the next held record is due; [Instant#MAX] when none is.
    public Instant nextRelease() {
        return delayed.next();
    }

    /// The held records that are due at or before an instant, in order.
    public List<OutgoingRecord> releasedUntil(Instant now) {
        return delayed.releasedUntil(now);
    }

    /// All held records, at the end.
    public List<OutgoingRecord> releasedAll() {
        return delayed.all();
    }

    private List<OutgoingRecord> drop(FaultKind kind, Event event) {
        tally.injected(kind, event.topic());
        dropped.computeIfAbsent(streamOf(event), _ -> new TreeMap<>()).merge(kind, 1, Integer::sum);
        return List.of();
    }

    private OutgoingRecord recordOf(Event event) {
        List<String> faults = new ArrayList<>();
        Map<FaultKind, Integer> missing = dropped.remove(streamOf(event));
        if (missing != null) {
            missing.forEach((kind, records) -> faults.add(kind.word() + ";" + records));
        }
        Event reported = event;
        Event frozen = episodes.frozen(event);
        if (frozen != null) {
            reported = frozen;
            inject(FaultKind.FROZEN_SENSOR, FaultKind.FROZEN_SENSOR.word(), event, faults);
        }
        Duration skew = episodes.skew(event);
        if (!skew.isZero()) {
            reported = EventCopies.of(reported, event.id(), event.timestamp().plus(skew));
            inject(FaultKind.CLOCK_SKEW, note(FaultKind.CLOCK_SKEW, skew), event, faults);
        }
        return new OutgoingRecord(reported, corrupt(event, encoding.apply(reported), faults), faults);
    }

    private byte[] corrupt(Event event, byte[] value, List<String> faults) {
        for (FaultKind kind : List.of(FaultKind.MALFORMED, FaultKind.MISSING_FIELD, FaultKind.NULL_FIELD)) {
            if (sampler.affects(kind, event)) {
                Seed seed = sampler.of(kind, event);
                ValueCorruption.Result result = kind == FaultKind.MALFORMED
                        ? corruption.malformed(event.topic(), value, seed)
                        : kind == FaultKind.MISSING_FIELD
                                ? corruption.withoutField(event.topic(), value, seed)
                                : corruption.withNull(event.topic(), value, seed);
                inject(kind, kind.word() + ";" + result.detail(), event, faults);
                return result.value();
            }
        }
        return value;
    }

    private List<OutgoingRecord> sendOrHold(Event event, OutgoingRecord record) {
        if (sampler.affects(FaultKind.BURST, event.deviceId(), event.timestamp())) {
            Instant end = sampler.episode(FaultKind.BURST, event.deviceId(), event.timestamp())
                    .end();
            return hold(FaultKind.BURST, Duration.between(event.timestamp(), end), event, record);
        }
        if (sampler.affects(FaultKind.LATE, event)) {
            return hold(FaultKind.LATE, sampler.delay(event), event, record);
        }
        if (sampler.affects(FaultKind.OUT_OF_ORDER, event)) {
            tally.injected(FaultKind.OUT_OF_ORDER, event.topic());
            delayed.untilOvertaken(streamOf(event), record.with(FaultKind.OUT_OF_ORDER.word()));
            return List.of();
        }
        List<OutgoingRecord> now = new ArrayList<>(List.of(record));
        now.addAll(delayed.overtaken(streamOf(event)));
        return now;
    }

    private List<OutgoingRecord> hold(FaultKind kind, Duration delay, Event event, OutgoingRecord record) {
        tally.injected(kind, event.topic());
        delayed.until(event.timestamp().plus(delay), record.with(note(kind, delay)));
        return List.of();
    }

    private void inject(FaultKind kind, String note, Event event, List<String> faults) {
        tally.injected(kind, event.topic());
        faults.add(note);
    }

    private Duration repetitionDelay(Event event) {
        double fraction = sampler.of(FaultKind.DUPLICATE, event).of(1).uniform();
        return Duration.ofMillis((long) (fraction * REPEATED_WITHIN.toMillis()));
    }

    private static String note(FaultKind kind, Duration amount) {
        return kind.word() + ";" + amount;
    }

    private static String streamOf(Event event) {
        return event.topic().defaultName() + ' ' + event.deviceId();
    }
}
