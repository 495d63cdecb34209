package smartcity.sink.operations;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smartcity.sink.loop.LaneStatus;
import smartcity.sink.loop.LoopStatus;
import smartcity.sink.loop.MemoryBudget;
import smartcity.sink.loop.SinkLoops;
import smartcity.sink.loop.TopicTotals;
import smartcity.sink.setup.ConsumerSetup;
import smartcity.sink.setup.GroupConfig;

/// Says what the loops do, in the words of [SinkView].
@Singleton
class StatusReport {
    private final SinkLoops loops;
    private final SinkThreads threads;
    private final GroupConfig group;
    private final ConsumerSetup consumers;
    private final MemoryBudget memory;

    StatusReport(
            SinkLoops loops, SinkThreads threads, GroupConfig group, ConsumerSetup consumers, MemoryBudget memory) {
        this.loops = loops;
        this.threads = threads;
        this.group = group;
        this.consumers = consumers;
        this.memory = memory;
    }

    SinkView view() {
        List<LoopStatus> each = loops.each();
        LoopStatus all = LoopStatus.together(each);
        String trouble = threads.waitingFor().isEmpty() ? all.storeTrouble() : threads.waitingFor();
        return new SinkView(
                all.turnedAt(),
                new SinkView.Group(group.group(), consumers.protocol()),
                all.kafkaReached(),
                orNull(all.paused()),
                orNull(trouble),
                all.awaitedTopics().stream().sorted().toList(),
                new TreeMap<>(all.refusedTopics()),
                all.lanes().stream().mapToLong(LaneStatus::heldRecords).sum(),
                all.lanes().stream().mapToLong(LaneStatus::heldBytes).sum(),
                memory.maxBytes(),
                each.stream().map(StatusReport::thread).toList(),
                topics(all));
    }

    private static SinkView.Turning thread(LoopStatus loop) {
        return new SinkView.Turning(
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
        long lag = 0;
        for (LaneStatus lane : status.lanes()) {
            if (lane.topic().equals(name)) {
                partitions.add(partition(lane));
                held += lane.heldRecords();
                lag = lag < 0 || lane.lag() < 0 ? -1 : lag + lane.lag();
            }
        }
        return new SinkView.Topic(
                totals.records(),
                totals.deadLetters(),
                totals.ignored(),
                totals.objects(),
                totals.bytes(),
                orNull(totals.lastObject()),
                orNull(totals.lastAt()),
                orNull(totals.newestEvent()),
                totals.goneOffsets(),
                held,
                lag,
                partitions);
    }

    private static SinkView.Partition partition(LaneStatus lane) {
        return new SinkView.Partition(
                lane.partition(),
                lane.committed(),
                lane.position(),
                lane.end(),
                lane.lag(),
                lane.heldRecords(),
                lane.heldBytes(),
                lane.files(),
                lane.openedAt(),
                lane.pendingCut(),
                lane.pendingSince());
    }

    private static @Nullable Instant orNull(Instant time) {
        return time.equals(Instant.MIN) ? null : time;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
