package smartcity.sink.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.CommitState;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.identity.TopicIdentity;

/// What the referee knows of one partition.
final class PartitionWatch {
    private record Report(PartitionLog log, OffsetRange range) {
        boolean of(ProducedRecord record) {
            return record.log() == log && range.start() <= record.offset() && record.offset() < range.end();
        }
    }

    private final Map<Integer, EraWatch> eras = new TreeMap<>();
    private final List<Report> gone = new ArrayList<>();
    private final Map<Integer, List<Report>> skipped = new TreeMap<>();
    private final List<Report> moved = new ArrayList<>();

    private @Nullable OffsetAndMetadata known;
    private CommitState state = new CommitState.Unmarked();

    /// Whether it was ever blocked.
    boolean blocked;

    EraWatch era(int era) {
        return eras.computeIfAbsent(era, _ -> new EraWatch());
    }

    /// What is committed; null when nothing is.
    @Nullable
    OffsetAndMetadata known() {
        return known;
    }

    void known(@Nullable OffsetAndMetadata committed) {
        known = committed;
        state = CommitState.of(committed == null ? "" : committed.metadata());
    }

    /// Whether an operator or nobody made the last commit.
    boolean unmarked() {
        return state instanceof CommitState.Unmarked;
    }

    /// The era of the last commit; -1 when the sink did not make it.
    int knownEra() {
        return switch (state) {
            case CommitState.Pending(Cut cut) -> cut.layout().era();
            case CommitState.Landed(var _, int era) -> era;
            case CommitState.Unmarked _ -> -1;
        };
    }

    /// The topic of the last commit; null when it names none.
    @Nullable
    TopicIdentity knownTopic() {
        return switch (state) {
            case CommitState.Pending(Cut cut) -> cut.topic();
            case CommitState.Landed(TopicIdentity topic, var _) -> topic;
            case CommitState.Unmarked _ -> null;
        };
    }

    /// The end of the cut that is pending; -1 when none is.
    long pendingEnd() {
        return state instanceof CommitState.Pending(Cut cut) ? cut.end() : -1;
    }

    /// The offset before which everything is landed or in a pending cut; 0 when none is known.
    long reached() {
        return known == null ? 0 : Math.max(known.offset(), pendingEnd());
    }

    void gone(PartitionLog log, OffsetRange range) {
        gone.add(new Report(log, range));
    }

    void skipped(PartitionLog log, OffsetRange range, int era) {
        skipped.computeIfAbsent(era, _ -> new ArrayList<>()).add(new Report(log, range));
    }

    /// An operator moved the group's offset.
    void moved(PartitionLog log, long offset) {
        if (offset > 0) {
            moved.add(new Report(log, new OffsetRange(0, offset)));
        }
    }

    /// Whether an operator moved the group's offset behind the record: if Kafka has deleted it since, nobody
    /// knows that it was skipped.
    boolean wasPassed(ProducedRecord record) {
        return moved.stream().anyMatch(report -> report.of(record));
    }

    /// Whether a replica reported that the record is gone.
    boolean isGone(ProducedRecord record) {
        return gone.stream().anyMatch(report -> report.of(record));
    }

    /// Whether a replica reported that the record does not land in the era.
    boolean isSkipped(ProducedRecord record, int era) {
        return skipped.getOrDefault(era, List.of()).stream().anyMatch(report -> report.of(record));
    }

    /// Whether a replica reported that the record does not land in some era.
    boolean isSkipped(ProducedRecord record) {
        return skipped.keySet().stream().anyMatch(era -> isSkipped(record, era));
    }

    boolean inAnyEra(ProducedRecord record) {
        return eras.values().stream().anyMatch(era -> era.has(record));
    }

    void expired(int era) {
        known(null);
        EraWatch present = era(era);
        present.firstKnown = present.startByEnd.isEmpty() ? Long.MAX_VALUE : present.firstKnown;
        present.committed(null);
    }

    /// The log lost what was before its first offset, or from `offset` on.
    void changed(PartitionLog log, long offset) {
        eras.values().stream().filter(era -> era.log == log).forEach(era -> {
            era.checked = Math.min(era.checked, offset);
            era.committed(known);
        });
    }
}
