package smartcity.audit.report;

import smartcity.audit.offsets.OffsetRun;

/// One thing that is wrong.
///
/// @param first the lowest offset concerned
/// @param last the highest offset concerned
/// @param offsets how many offsets between them are concerned
/// @param key of the object concerned; empty when it is not one object's fault
/// @param detail the rest of the sentence
public record Finding(
        FindingKind fault,
        String topic,
        int partition,
        long first,
        long last,
        long offsets,
        String key,
        String detail) {
    /// All offsets of the run are concerned.
    public static Finding of(FindingKind fault, String topic, int partition, OffsetRun run, String key, String detail) {
        return new Finding(fault, topic, partition, run.first(), run.last(), run.count(), key, detail);
    }

    /// What is wrong, where: partition, offsets, object.
    public String sentence() {
        String where = topic + "-" + partition + " offsets " + new OffsetRun(first, last);
        return fault + " " + where + ": " + detail + (key.isEmpty() ? "" : ": " + key);
    }
}
