package smartcity.sink.simulation;

import static smartcity.sink.simulation.BrokenPromise.LOST;

import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.simulation.OperatorSettings.TopicSettings;

/// Whether everything has landed, when nothing goes wrong any more.
final class PromiseProof {
    private final SimWorld world;
    private final PromiseReferee referee;

    PromiseProof(SimWorld world) {
        this.world = world;
        this.referee = world.referee;
    }

    private int era(TopicPartition partition) {
        return world.settings.of(partition.topic()).era();
    }

    /// Whether everything that can be committed is committed, and everything gone has been reported.
    boolean complete(TopicPartition partition) {
        PartitionWatch watch = referee.watch(partition);
        PartitionLog log = world.topics.log(partition);
        OffsetAndMetadata known = watch.known();
        EraWatch era = watch.era(era(partition));
        if (known == null) {
            return nothingToLand(log) && era.startByEnd.isEmpty();
        }
        long wanted = log.present.isEmpty() ? 0 : log.present.lastKey() + 1;
        if (watch.unmarked() || watch.knownEra() != era(partition)) {
            // An operator's commit behind everything stays, once a replica has reported what it skipped.
            boolean accounted = (era.unprovable && era.log == log)
                    || log.present.values().stream()
                            .allMatch(one ->
                                    era.has(one) || watch.isSkipped(one, era(partition)) || referee.precedes(one, era));
            boolean begun = era(partition) == 0 || !era.startByEnd.isEmpty();
            return nothingToLand(log) || (watch.unmarked() && begun && known.offset() >= wanted && accounted);
        }
        boolean reported = log.ever.tailMap(known.offset()).values().stream()
                .takeWhile(one -> one.offset() < log.first)
                .allMatch(one -> era.has(one) || watch.isGone(one) || log.wasCompacted(one.offset()));
        return watch.pendingEnd() < 0
                && (known.offset() >= wanted)
                && reported
                && (log.topic.equals(watch.knownTopic()) || log.present.isEmpty());
    }

    private boolean nothingToLand(PartitionLog log) {
        TopicSettings settings = world.settings.of(log.partition.topic());
        return log.present.values().stream().allMatch(settings::precedes);
    }

    /// What keeps a schedule from its end.
    List<String> incomplete() {
        return world.topics.partitions().stream()
                .filter(partition -> !complete(partition))
                .map(partition -> partition + " at " + referee.watch(partition).known() + " of "
                        + world.topics.log(partition).present.keySet() + ", " + world.blocked(partition))
                .toList();
    }

    /// All is quiet: every record must have landed, or be said to be gone.
    void end() {
        for (TopicPartition partition : world.topics.partitions()) {
            PartitionWatch watch = referee.watch(partition);
            PartitionLog log = world.topics.log(partition);
            EraWatch era = watch.era(era(partition));
            if (!era.unprovable || era.log != log) {
                log.ever.values().forEach(one -> end(one, watch, era, log));
            }
        }
    }

    private void end(ProducedRecord one, PartitionWatch watch, EraWatch era, PartitionLog log) {
        String name = SimRecord.name(one.record().id()) + " at offset " + one.offset() + " of " + log.partition;
        if (log.present.containsKey(one.offset())) {
            referee.must(
                    era.has(one) || watch.isSkipped(one, era(log.partition)) || referee.precedes(one, era),
                    LOST,
                    name + " has not landed");
            return;
        }
        boolean excused = one.offset() < era.firstKnown
                || log.wasCompacted(one.offset())
                || watch.isGone(one)
                || watch.wasPassed(one)
                || watch.blocked
                || era(log.partition) > 0;
        referee.must(watch.inAnyEra(one) || watch.isSkipped(one) || excused, LOST, name + " is gone without a report");
    }
}
