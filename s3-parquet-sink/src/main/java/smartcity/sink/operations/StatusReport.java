package smartcity.sink.operations;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smartcity.sink.loop.LaneStatus;
import smartcity.sink.loop.LoopStatus;
import smartcity.sink.loop.MemoryBudget;
import smartcity.sink.loop.SinkLoops;
import smartcity.sink.loop.SteadyClock;
import smartcity.sink.loop.TopicTotals;
import smartcity.sink.setup.ConsumerSetup;

/// Makes the [SinkView] of the loops' status.
@Singleton
class StatusReport {
    private final SinkLoops loops;
    private final SinkThreads threads;
    private final ConsumerSetup consumers;
    private final MemoryBudget memory;
    private final SteadyClock clock;

    StatusReport(
            SinkLoops loops, SinkThreads threads, ConsumerSetup consumers, MemoryBudget memory, SteadyClock clock) {
        this.loops = loops;
        this.threads = threads;
        this.consumers = consumers;
        this.memory = memory;
        this.clock = clock;
    }

    SinkView view() {
        long age = clock.since(loops.status().turnedAt()).toMillis();
        List<LoopStatus> each =
                loops.each().stream().map(loop -> loop.timed(clock::onWall)).toList();
        LoopStatus all = LoopStatus.together(each);
        return new SinkView(
                all.turnedAt(),
                age,
                new SinkView.Group(consumers.group(), consumers.protocol()),
                all.kafkaReached(),
                all.paused(),
                threads.bucketFailure(all).orElse(null),
                all.awaitedTopics().stream().sorted().toList(),
                new TreeMap<>(all.refusedTopics()),
                all.lanes().stream().mapToLong(LaneStatus::heldRecords).sum(),
                memory.heldBytes(),
                memory.maxBytes(),
                each.stream().map(StatusReport::loop).toList(),
                topics(all));
    }

    private static SinkView.Loop loop(LoopStatus loop) {
        return new SinkView.Loop(
                loop.turnedAt(),
                loop.lanes().size(),
                loop.lanes().stream().mapToLong(LaneStatus::heldBytes).sum());
    }

    private static Map<String, SinkView.Topic> topics(LoopStatus status) {
        Map<String, SinkView.Topic> topics = new LinkedHashMap<>();
        TreeSet<String> names = new TreeSet<>(status.totals().keySet());
        status.lanes().forEach(lane -> names.add(lane.topic()));
        names.forEach(name -> topics.put(name, topic(name, status)));
        return topics;
    }

    private static SinkView.Topic topic(String name, LoopStatus status) {
        TopicTotals totals = status.totals().getOrDefault(name, TopicTotals.NONE);
        List<SinkView.Partition> partitions = new ArrayList<>();
        long held = 0;
        for (LaneStatus lane : status.lanes()) {
            if (lane.topic().equals(name)) {
                partitions.add(partition(lane));
                held += lane.heldRecords();
            }
        }
        return new SinkView.Topic(
                totals.records(),
                totals.deadLetters(),
                totals.ignored(),
                totals.objects(),
                totals.bytes(),
                totals.lastObject(),
                totals.lastAt(),
                totals.newestEvent(),
                totals.lastReason(),
                totals.goneOffsets(),
                held,
                sum(partitions, partition -> sum(partition.heldRecords(), partition.unreadRecords())),
                sum(partitions, SinkView.Partition::lag),
                partitions);
    }

    /// A figure of all partitions together; null while that of one is unknown.
    private static @Nullable Long sum(
            List<SinkView.Partition> partitions, Function<SinkView.Partition, @Nullable Long> figure) {
        Long sum = 0L;
        for (SinkView.Partition partition : partitions) {
            sum = sum(sum, figure.apply(partition));
        }
        return sum;
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? null : one + other;
    }

    private static SinkView.Partition partition(LaneStatus lane) {
        return new SinkView.Partition(
                lane.partition(),
                lane.committed(),
                lane.position(),
                lane.end(),
                lane.lag(),
                lane.heldRecords(),
                lane.unreadRecords(),
                lane.heldBytes(),
                lane.files(),
                lane.openedAt(),
                lane.pendingCut(),
                lane.pendingSince(),
                lane.unlandedSince(),
                lane.blocked());
    }
}
