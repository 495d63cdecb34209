package smartcity.emission.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import smartcity.chance.Seed;
import smartcity.event.Event;

/// Draws what a fault strikes. Every draw is a function of seed, kind and record, or of seed, kind, device and episode:
/// it depends neither on what was drawn before nor on the process.
final class FaultSampler {
    /// A stretch of one device's time.
    ///
    /// @param number counts the device's stretches
    /// @param end first instant after it
    record Window(long number, Instant end) {}

    private FaultRates rates;
    private long lengthMicros;
    private final Map<FaultKind, Seed> seeds = new EnumMap<>(FaultKind.class);

    FaultSampler(Seed seed, FaultRates rates) {
        setRates(rates);
        for (FaultKind kind : FaultKind.values()) {
            seeds.put(kind, seed.of("fault").of(kind.word()));
        }
    }

    /// Draws by other rates from now on.
    void setRates(FaultRates newRates) {
        rates = newRates;
        lengthMicros = Math.max(1, newRates.episode().toNanos() / 1_000);
    }

    /// Whether a kind strikes this record.
    boolean strikes(FaultKind kind, Event event) {
        double rate = rates.of(kind);
        return rate > 0 && of(kind, event).uniform() < rate;
    }

    /// Whether a kind strikes the episode of a device's time that an instant lies in.
    boolean strikes(FaultKind kind, String device, Instant at) {
        double rate = rates.of(kind);
        return rate > 0 && of(kind, device, at).uniform() < rate;
    }

    /// The chance that belongs to a record.
    Seed of(FaultKind kind, Event event) {
        return seedOf(kind)
                .of(event.id().getMostSignificantBits())
                .of(event.id().getLeastSignificantBits());
    }

    /// The chance that belongs to an episode.
    Seed of(FaultKind kind, String device, Instant at) {
        return seedOf(kind).of(device).of(window(kind, device, at).number());
    }

    /// The stretch of a device's time that an instant lies in. Devices' stretches begin at instants of their own.
    Window window(FaultKind kind, String device, Instant at) {
        long phase = (long) (seedOf(kind).of(device).uniform() * lengthMicros);
        long number = Math.floorDiv(ChronoUnit.MICROS.between(Instant.EPOCH, at) - phase, lengthMicros);
        return new Window(number, Instant.EPOCH.plus((number + 1) * lengthMicros + phase, ChronoUnit.MICROS));
    }

    /// How late a late record is: lognormal, as delays of mobile uplinks are skewed; its width is chosen.
    Duration delay(Event event) {
        double normal = of(FaultKind.LATE, event).of(1).generator().nextGaussian();
        return Duration.ofNanos((long) (rates.lateMedian().toNanos() * Math.exp(normal)))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private Seed seedOf(FaultKind kind) {
        return Objects.requireNonNull(seeds.get(kind)); // the constructor put all kinds
    }
}
