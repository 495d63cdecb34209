package smartcity.bench.rebalance;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;

/// A group that grows from nothing to its size, takes one more member, and loses one. For one thread.
public final class RebalanceRun {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final String servers;
    private final String topic;
    private final String protocol;
    private final PartitionOwners owners;
    private final Deque<GroupMember> members = new ArrayDeque<>();

    /// @param protocol `classic` or `consumer`, as Kafka names them
    public RebalanceRun(String servers, String topic, int partitions, String protocol) {
        this.servers = servers;
        this.topic = topic;
        this.protocol = protocol;
        this.owners = new PartitionOwners(partitions);
    }

    /// What a step took.
    ///
    /// @param moved partitions that a member got
    public record Step(String protocol, String what, Duration took, long moved) {}

    /// Reports each step when the group has shared all partitions evenly.
    ///
    /// @param size members at first
    /// @throws IllegalStateException when it has not within minutes
    public void measure(int size, Consumer<Step> each) throws InterruptedException {
        try {
            step("all " + size + " members join", () -> join(size), each);
            step("one more joins", () -> join(1), each);
            step("one leaves", this::leave, each);
        } finally {
            members.forEach(GroupMember::leave);
            for (GroupMember member : members) {
                member.awaitEnd();
            }
        }
    }

    private void step(String what, Runnable change, Consumer<Step> each) throws InterruptedException {
        owners.moved();
        long begin = System.nanoTime();
        change.run();
        if (!owners.awaitShared(members.size(), LIMIT)) {
            throw new IllegalStateException("The group has not shared its partitions within " + LIMIT + ": " + what);
        }
        each.accept(new Step(protocol, what, Duration.ofNanos(System.nanoTime() - begin), owners.moved()));
    }

    private void join(int count) {
        for (int i = 0; i < count; i++) {
            GroupMember member = new GroupMember(members.size(), owners, settings(), topic);
            members.addLast(member);
            member.start();
        }
    }

    private void leave() {
        members.removeLast().leave();
    }

    /// Those of the sink that matter to a group.
    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "rebalance-" + protocol);
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        if (protocol.equals("classic")) {
            settings.put(
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
            settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        }
        return settings;
    }
}
