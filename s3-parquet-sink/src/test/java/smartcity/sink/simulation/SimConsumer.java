package smartcity.sink.simulation;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.jspecify.annotations.Nullable;

/// The consumer of one replica, with the semantics that the sink relies on; nothing of the mock it extends is used.
/// Over 200 lines, as the interface is wide.
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // all is on one thread
class SimConsumer extends MockConsumer<ByteBuffer, ByteBuffer> {
    private record Gauge(MetricName metricName, Supplier<Object> value) implements Metric {
        @Override
        public Object metricValue() {
            return value.get();
        }
    }

    private static final MetricName CLOSES =
            new MetricName("connection-close-total", "consumer-metrics", "connections closed", Map.of());
    private static final MetricName CONNECTIONS =
            new MetricName("connection-count", "consumer-metrics", "connections open", Map.of());

    private static final int ANNOUNCED_LATE = 200;
    private static final int SEEN_LATE = 200;

    final SimWorld world;
    private final SimReplica replica;
    private final SimConnection connection;
    final SimFetches fetching;
    private final TreeSet<TopicPartition> assigned =
            new TreeSet<>(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
    /// Assigned, but not announced to the listener: the next-generation client does both on different threads.
    private final Set<TopicPartition> unannounced = new LinkedHashSet<>();

    /// Taken away last.
    private final Set<TopicPartition> gone = new HashSet<>();

    private @Nullable ConsumerRebalanceListener listener;

    /// Empty, or below 1, when it is no member of the group.
    String memberId = "";

    int epoch = -1;

    /// Whether it has joined the next generation and waits for its assignment.
    boolean waiting;

    /// Whether it must join again.
    boolean rejoin;

    SimConsumer(SimWorld world, SimReplica replica) {
        super("none");
        this.world = world;
        this.replica = replica;
        this.connection = new SimConnection(world, this);
        this.fetching = new SimFetches(world);
    }

    SimReplica replica() {
        return replica;
    }

    private SimGroup group() {
        return replica.coordinator().members();
    }

    SimConnection connection() {
        return connection;
    }

    /// Whether its heartbeats reach the coordinator.
    boolean heartbeatArrives() {
        return replica.active() && world.outages.coordinatorUp();
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener toCall) {
        listener = toCall;
    }

    private ConsumerRebalanceListener listener() {
        if (listener == null) {
            throw new IllegalStateException("Failed to poll: nothing is subscribed");
        }
        return listener;
    }

    /// The coordinator has removed this member.
    void loseMembership() {
        world.trace.say("%s learns that it lost its membership", replica.name());
        epoch = -1;
        waiting = false;
        rejoin = false;
        if (!world.profile.next()) {
            memberId = "";
        }
        List<TopicPartition> lost = List.copyOf(assigned);
        if (!lost.isEmpty()) {
            lost(lost);
            lost.forEach(this::unassign);
        }
    }

    void lost(Collection<TopicPartition> partitions) {
        listener().onPartitionsLost(partitions);
    }

    void revoked(Collection<TopicPartition> partitions) {
        listener().onPartitionsRevoked(partitions);
    }

    private void unassign(TopicPartition partition) {
        assigned.remove(partition);
        unannounced.remove(partition);
        gone.add(partition);
        fetching.forget(partition);
    }

    /// Takes an assignment, with all callbacks; returns whether anything was taken away by it.
    boolean become(Set<TopicPartition> target) {
        List<TopicPartition> going =
                assigned.stream().filter(one -> !target.contains(one)).toList();
        gone.clear();
        if (!going.isEmpty()) {
            world.trace.say("%s gives up %s", replica.name(), going);
            revoked(going);
            replica.check();
            going.forEach(this::unassign);
        }
        List<TopicPartition> coming = target.stream()
                .filter(one -> !assigned.contains(one))
                .sorted(assigned.comparator())
                .toList();
        if (!coming.isEmpty()) {
            world.trace.say("%s gets %s", replica.name(), coming);
            assigned.addAll(coming);
            unannounced.addAll(coming);
            if (!world.profile.next() || !world.chaos || !world.chance.permille(ANNOUNCED_LATE)) {
                announce();
            }
        }
        return !going.isEmpty();
    }

    private void announce() {
        if (!unannounced.isEmpty()) {
            List<TopicPartition> coming = List.copyOf(unannounced);
            unannounced.clear();
            listener().onPartitionsAssigned(coming);
            replica.check();
        }
    }

    /// The client asks for positions of all partitions, and finds none where nothing has been committed.
    private void requirePositions() {
        if (unannounced.stream().anyMatch(one -> replica.coordinator().offsets().of(one) == null)
                && world.chance.permille(500)) {
            throw new NoOffsetForPartitionException(Set.copyOf(unannounced));
        }
    }

    @Override
    public ConsumerRecords<ByteBuffer, ByteBuffer> poll(Duration timeout) {
        world.point(replica, "before poll");
        announce();
        if (world.outages.coordinatorUp()) {
            group().poll(this);
        }
        replica.check();
        requirePositions();
        ConsumerRecords<ByteBuffer, ByteBuffer> records = ConsumerRecords.empty();
        if (world.outages.brokerUp()) {
            fetching.validate(announced());
            records = fetching.fetch(announced());
        }
        if (records.isEmpty()) {
            world.pass(replica, timeout);
        }
        world.point(replica, "after poll");
        return records;
    }

    private List<TopicPartition> announced() {
        return assigned.stream().filter(one -> !unannounced.contains(one)).toList();
    }

    @Override
    public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
        world.point(replica, "before commit");
        offsets.forEach((partition, offset) ->
                connection.commit(new SimOffsets.Sent(partition, offset, memberId, epoch), timeout));
        world.point(replica, "after commit");
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions, Duration timeout) {
        world.point(replica, "before reading offsets");
        if (!world.outages.coordinatorUp() || world.faulty()) {
            world.pass(replica, timeout);
            throw new TimeoutException("Timeout of " + timeout + " expired before the last committed offset was read");
        }
        connection.deliver();
        if (world.profile.next() && !group().takes(memberId, epoch)) {
            throw new UnknownMemberIdException("The coordinator is not aware of this member.");
        }
        Map<TopicPartition, OffsetAndMetadata> found = new LinkedHashMap<>();
        for (TopicPartition partition : partitions) {
            found.put(partition, replica.coordinator().offsets().of(partition));
        }
        world.point(replica, "after reading offsets");
        return found;
    }

    @Override
    public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions, Duration timeout) {
        return offsets(partitions, timeout, log -> log.first);
    }

    @Override
    public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
        return beginningOffsets(partitions, Duration.ofSeconds(60));
    }

    @Override
    public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions, Duration timeout) {
        return offsets(partitions, timeout, log -> log.end);
    }

    @Override
    public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
            Map<TopicPartition, Long> timesToSearch, Duration timeout) {
        offsets(timesToSearch.keySet(), timeout, log -> log.first);
        Map<TopicPartition, OffsetAndTimestamp> found = new LinkedHashMap<>();
        timesToSearch.forEach((partition, time) -> found.put(
                partition,
                world.topics.log(partition).since(time).map(SimConsumer::place).orElse(null)));
        return found;
    }

    private static OffsetAndTimestamp place(ProducedRecord one) {
        return new OffsetAndTimestamp(one.offset(), one.record().timestampMillis(), Optional.of(one.epoch()));
    }

    private Map<TopicPartition, Long> offsets(
            Collection<TopicPartition> partitions, Duration timeout, ToLongFunction<PartitionLog> which) {
        world.point(replica, "before listing offsets");
        if (!world.outages.brokerUp() || world.faulty()) {
            world.pass(replica, timeout);
            throw new TimeoutException("Failed to get offsets by times in " + timeout);
        }
        return partitions.stream()
                .collect(Collectors.toMap(
                        one -> one, one -> which.applyAsLong(world.topics.log(one)), (a, _) -> a, LinkedHashMap::new));
    }

    @Override
    public void close(CloseOptions option) {
        leave();
    }

    @Override
    public void unsubscribe() {
        leave();
    }

    private void leave() {
        world.point(replica, "before leaving");
        boolean expelled = !group().takes(memberId, epoch) && world.chance.permille(500);
        boolean member = epoch > 0 && !waiting && !expelled;
        List<TopicPartition> going = List.copyOf(assigned);
        if (!going.isEmpty()) {
            if (member) {
                revoked(going);
            } else {
                lost(going);
            }
            going.forEach(this::unassign);
        }
        if (world.outages.coordinatorUp() && !world.faulty()) {
            group().leave(this);
        }
        epoch = -1;
        waiting = false;
        rejoin = false;
        memberId = world.profile.next() ? memberId : "";
    }

    @Override
    @SuppressWarnings("removal") // an interface in Kafka 5; until then there is no other way to make one
    public ConsumerGroupMetadata groupMetadata() {
        return new ConsumerGroupMetadata(replica.coordinator().name(), epoch, memberId, Optional.empty());
    }

    /// May be a moment old: the next-generation client changes it on another thread.
    @Override
    public Set<TopicPartition> assignment() {
        Set<TopicPartition> seen = new HashSet<>(assigned);
        if (world.profile.next() && world.chance.permille(SEEN_LATE)) {
            seen.addAll(gone);
        }
        return seen;
    }

    @Override
    public void seek(TopicPartition partition, long offset) {
        mustBeAssigned(partition);
        fetching.seek(partition, offset, Optional.empty());
    }

    @Override
    public void seek(TopicPartition partition, OffsetAndMetadata offset) {
        mustBeAssigned(partition);
        fetching.seek(partition, offset.offset(), offset.leaderEpoch());
    }

    @Override
    public long position(TopicPartition partition) {
        mustBeAssigned(partition);
        if (!fetching.isValid(partition)) {
            validPosition(partition);
        }
        return fetching.position(partition);
    }

    /// Like the real one, a client that learned of a new leader asks it before it returns a position.
    private void validPosition(TopicPartition partition) {
        if (!world.outages.brokerUp() || world.faulty()) {
            throw new TimeoutException("Timeout expired before the position for " + partition + " could be determined");
        }
        fetching.validate(List.of(partition));
    }

    @Override
    public Set<TopicPartition> paused() {
        return fetching.paused();
    }

    @Override
    public void pause(Collection<TopicPartition> partitions) {
        partitions.forEach(this::mustBeAssigned);
        fetching.pause(partitions);
    }

    @Override
    public void resume(Collection<TopicPartition> partitions) {
        partitions.forEach(this::mustBeAssigned);
        fetching.resume(partitions);
    }

    void mustBeAssigned(TopicPartition partition) {
        replica.check();
        if (!assigned.contains(partition)) {
            throw new IllegalStateException("No current assignment for partition " + partition);
        }
    }

    @Override
    public OptionalLong currentLag(TopicPartition partition) {
        return OptionalLong.of(Math.max(0, world.topics.log(partition).end - fetching.position(partition)));
    }

    @Override
    public Map<String, List<PartitionInfo>> listTopics(Duration timeout) {
        Map<String, List<PartitionInfo>> found = new LinkedHashMap<>();
        SimTopics.NAMES.forEach(name -> found.put(name, new ArrayList<>()));
        return found;
    }

    @Override
    public Map<MetricName, ? extends Metric> metrics() {
        replica.check();
        return Map.of(
                CLOSES,
                new Gauge(CLOSES, () -> (double) connection.closes()),
                CONNECTIONS,
                new Gauge(CONNECTIONS, () -> 1.0));
    }
}
