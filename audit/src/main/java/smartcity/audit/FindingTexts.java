package smartcity.audit;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import smartcity.audit.offsets.OffsetRun;
import smartcity.audit.offsets.OffsetSet;
import smartcity.audit.report.Finding;
import smartcity.audit.report.FindingKind;

/// Words findings.
final class FindingTexts {
    /// Runs named in a finding of scattered offsets; the others are counted.
    private static final int NAMED_RUNS = 5;

    private FindingTexts() {}

    /// Something about an object as a whole.
    static Finding with(NamedObject object, FindingKind fault, String detail) {
        TopicPartition partition = object.name().partition();
        return Finding.of(
                fault, partition.topic(), partition.partition(), object.name().run(), object.key(), detail);
    }

    /// Something about some of an object's offsets.
    static Finding with(NamedObject object, FindingKind fault, OffsetSet offsets, String detail) {
        return about(object.name().partition(), fault, offsets, object.key(), detail);
    }

    /// Something about offsets of a partition.
    static Finding about(TopicPartition partition, FindingKind fault, OffsetSet offsets, String key, String detail) {
        List<OffsetRun> runs = offsets.runs(Integer.MAX_VALUE);
        return new Finding(
                fault,
                partition.topic(),
                partition.partition(),
                runs.getFirst().first(),
                runs.getLast().last(),
                offsets.size(),
                key,
                runs.size() == 1 ? detail : detail + " (" + some(runs) + ")");
    }

    private static String some(List<OffsetRun> runs) {
        String named = String.join(
                ", ", runs.stream().limit(NAMED_RUNS).map(OffsetRun::toString).toList());
        return runs.size() <= NAMED_RUNS ? named : named + " and " + (runs.size() - NAMED_RUNS) + " more runs";
    }
}
