package smartcity.emission.fault;

/// The ways in which a stream goes wrong. A kind strikes single records, or episodes of a device's time.
public enum FaultKind {
    /// Leaves long after it was observed.
    LATE("late"),
    /// Leaves behind a later record of its device.
    OUT_OF_ORDER("out-of-order"),
    /// Leaves twice, with one id.
    DUPLICATE("duplicate"),
    /// Never leaves.
    DROPPED("dropped"),
    /// Is no JSON, or not what the schema says.
    MALFORMED("malformed"),
    /// Lacks a field that the schema requires.
    MISSING_FIELD("missing-field"),
    /// Has null in a field that the schema requires.
    NULL_FIELD("null-field"),
    /// Episode: the vehicle has no GPS fix, so none leaves.
    GPS_OUTAGE("gps-outage"),
    /// Episode: the sensor goes on to tell what it told first.
    FROZEN_SENSOR("frozen-sensor"),
    /// Episode: the device's clock goes wrong by one offset.
    CLOCK_SKEW("clock-skew"),
    /// Episode: the device is out of coverage; its records leave together at the end.
    BURST("burst");

    private final String word;

    FaultKind(String word) {
        this.word = word;
    }

    /// How headers and metrics call it; also the name of its rate's setting.
    public String word() {
        return word;
    }
}
