package smartcity.emission.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import smartcity.chance.Seed;
import smartcity.event.Event;

/// Samples the records and episodes that faults affect. Every sample is a function of seed, kind and record,
/// or of seed, kind, device and episode: it depends neither on earlier samples nor on the process.
final class FaultSampler {
    /// One of the episodes into which a device's time is divided.
    ///
    /// @param number counts the device's episodes
    /// @param end first instant after it
    record Episode(long number, Instant end) {}

    private FaultRates rates;
    private long lengthMicros;
    private final Map<FaultKind, Seed> seeds = new EnumMap<>(FaultKind.class);

    FaultSampler(Seed seed, FaultRates rates) {
        setRates(rates);
        for (FaultKind kind : FaultKind.values()) {
            seeds.put(kind, seed.of("fault").of(kind.word()));
        }
    }

    /// Samples at other rates from now on.
    void setRates(FaultRates newRates) {
        rates = newRates;
        lengthMicros = Math.max(1, newRates.episode().toNanos() / 1_000);
    }

    /// Whether a kind affects this record.
    boolean affects(FaultKind kind, Event event) {
        double rate = rates.of(kind);
        return rate > 0 && of(kind, event).uniform() < rate;
    }

    /// Whether a kind affects the episode of a device's time that contains an instant.
    boolean affects(FaultKind kind, String device, Instant at) {
        double rate = rates.of(kind);
        return rate > 0 && of(kind, device, at).uniform() < rate;
    }

    /// The seed of a record.
    Seed of(FaultKind kind, Event event) {
        return seedOf(kind)
                .of(event.id().getMostSignificantBits())
                .of(event.id().getLeastSignificantBits());
    }

    /// The seed of an episode.
    Seed of(FaultKind kind, String device, Instant at) {
        return seedOf(kind).of(device).of(episode(kind, device, at).number());
    }

    /// The episode of a device's time that contains an instant. Devices' episodes begin at instants of their own.
    Episode episode(FaultKind kind, String device, Instant at) {
        long phase = (long) (seedOf(kind).of(device).uniform() * lengthMicros);
        long number = Math.floorDiv(ChronoUnit.MICROS.between(Instant.EPOCH, at) - phase, lengthMicros);
        return new Episode(number, Instant.EPOCH.plus((number + 1) * lengthMicros + phase, ChronoUnit.MICROS));
    }

    /// The delay of a late record: lognormal, as delays of mobile uplinks are skewed; its width is chosen.
    Duration delay(Event event) {
        double normal = of(FaultKind.LATE, event).of(1).generator().nextGaussian();
        return Duration.ofNanos((long) (rates.lateMedian().toNanos() * Math.exp(normal)))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private Seed seedOf(FaultKind kind) {
        return Objects.requireNonNull(seeds.get(kind)); // the constructor put all kinds
    }
}
