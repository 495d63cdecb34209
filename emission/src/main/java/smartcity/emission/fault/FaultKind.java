package smartcity.emission.fault;

/// The faults of a stream. A kind affects single records, or episodes of a device's time.
public enum FaultKind {
    /// Sent long after it was observed.
    LATE("late"),
    /// Sent after a later record of its device.
    OUT_OF_ORDER("out-of-order"),
    /// Sent twice, with one id.
    DUPLICATE("duplicate"),
    /// Never sent.
    DROPPED("dropped"),
    /// Is no JSON, or breaks the schema.
    MALFORMED("malformed"),
    /// Lacks a field that the schema requires.
    MISSING_FIELD("missing-field"),
    /// Has null in a field that the schema requires.
    NULL_FIELD("null-field"),
    /// Episode: the vehicle has no GPS fix, so none is sent.
    GPS_OUTAGE("gps-outage"),
    /// Episode: the sensor repeats its first report.
    FROZEN_SENSOR("frozen-sensor"),
    /// Episode: the device's clock is wrong by one offset.
    CLOCK_SKEW("clock-skew"),
    /// Episode: the device is out of coverage; its records are sent together at the end.
    BURST("burst");

    private final String word;

    FaultKind(String word) {
        this.word = word;
    }

    /// Its name in headers and metrics, and in the setting of its rate.
    public String word() {
        return word;
    }
}
