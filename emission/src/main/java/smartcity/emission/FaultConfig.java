package smartcity.emission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import smartcity.emission.fault.FaultKind;
import smartcity.emission.fault.FaultRates;

/// Faults on purpose between the devices and Kafka. Rates are shares, 0 to 1: of records, or of a device's time for
/// faults that last an episode.
@ConfigMapping(prefix = "fault")
public interface FaultConfig {
    /// Records that are sent late.
    @WithDefault("0")
    double late();

    /// Delay that half of the late records exceed; lognormal.
    @WithDefault("PT30S")
    Duration lateMedian();

    /// Records that are sent after the next one of their device.
    @WithDefault("0")
    double outOfOrder();

    /// Records that are sent again within a minute, with the same id.
    @WithDefault("0")
    double duplicate();

    /// Records that are never sent.
    @WithDefault("0")
    double dropped();

    /// Records that are no JSON, or have a field with a wrong type or word.
    @WithDefault("0")
    double malformed();

    /// Records without a field that the schema requires.
    @WithDefault("0")
    double missingField();

    /// Records with null in a field that the schema requires.
    @WithDefault("0")
    double nullField();

    /// Episodes without GPS fixes.
    @WithDefault("0")
    double gpsOutage();

    /// Episodes in which a sensor repeats its first record.
    @WithDefault("0")
    double frozenSensor();

    /// Episodes in which a device's clock is wrong, by 5 s at most.
    @WithDefault("0")
    double clockSkew();

    /// Episodes whose records are sent together at their end.
    @WithDefault("0")
    double burst();

    /// Length of an episode.
    @WithDefault("PT1M")
    Duration episode();

    /// Whether a record names its faults in the header `smartcity-fault`.
    @WithDefault("true")
    boolean header();

    /// The rates, in the form that the faults need.
    ///
    /// @throws IllegalArgumentException when one of them is out of range
    default FaultRates rates() {
        Map<FaultKind, Double> rates = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            rates.put(kind, rateOf(kind));
        }
        return new FaultRates(rates, lateMedian(), episode());
    }

    private double rateOf(FaultKind kind) {
        return switch (kind) {
            case LATE -> late();
            case OUT_OF_ORDER -> outOfOrder();
            case DUPLICATE -> duplicate();
            case DROPPED -> dropped();
            case MALFORMED -> malformed();
            case MISSING_FIELD -> missingField();
            case NULL_FIELD -> nullField();
            case GPS_OUTAGE -> gpsOutage();
            case FROZEN_SENSOR -> frozenSensor();
            case CLOCK_SKEW -> clockSkew();
            case BURST -> burst();
        };
    }
}
