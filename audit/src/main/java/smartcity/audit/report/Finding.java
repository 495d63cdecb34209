package smartcity.audit.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smartcity.audit.offsets.OffsetRun;
import smartcity.audit.offsets.OffsetSet;

/// One fault of a lake.
///
/// @param first the lowest affected offset
/// @param last the highest affected offset
/// @param offsets number of affected offsets from `first` to `last`
/// @param key of the affected object; null when the finding is not about one object
/// @param detail describes the fault; [#sentence] puts kind and place before it and the key after it
public record Finding(
        FindingKind kind,
        String topic,
        int partition,
        long first,
        long last,
        long offsets,
        @Nullable String key,
        String detail) {
    /// A detail names this many runs of offsets; it counts the others.
    private static final int NAMED_RUNS = 5;

    /// A finding that affects all offsets of a run.
    public static Finding of(
            FindingKind kind, String topic, int partition, OffsetRun run, @Nullable String key, String detail) {
        return new Finding(kind, topic, partition, run.first(), run.last(), run.count(), key, detail);
    }

    /// A finding that affects scattered offsets; its detail ends with their runs when there are several.
    ///
    /// @param offsets at least one
    public static Finding of(
            FindingKind kind, String topic, int partition, OffsetSet offsets, @Nullable String key, String detail) {
        List<OffsetRun> runs = offsets.runs(Integer.MAX_VALUE);
        return new Finding(
                kind,
                topic,
                partition,
                runs.getFirst().first(),
                runs.getLast().last(),
                offsets.size(),
                key,
                runs.size() == 1 ? detail : detail + " (" + firstOf(runs) + ")");
    }

    private static String firstOf(List<OffsetRun> runs) {
        String named = String.join(
                ", ", runs.stream().limit(NAMED_RUNS).map(OffsetRun::toString).toList());
        return runs.size() <= NAMED_RUNS ? named : named + " and " + (runs.size() - NAMED_RUNS) + " more runs";
    }

    /// The finding as one sentence: kind, partition, offsets, detail and object.
    public String sentence() {
        String place = topic + "-" + partition + " offsets " + new OffsetRun(first, last);
        return kind + " " + place + ": " + detail + (key == null ? "" : ": " + key);
    }
}
