package smartcity.sink.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.batch.RolloverRule;
import smartcity.sink.identity.TopicIdentities;
import smartcity.sink.kafka.GroupProtocol;
import smartcity.sink.kafka.KafkaAccess;
import smartcity.sink.loop.BucketAccess;
import smartcity.sink.loop.LoopContext;
import smartcity.sink.loop.LoopEvent;
import smartcity.sink.loop.LoopSettings;
import smartcity.sink.loop.LoopSteps;
import smartcity.sink.loop.MemoryBudget;
import smartcity.sink.loop.RetryBackoff;
import smartcity.sink.loop.SinkLoop;
import smartcity.sink.loop.TopicDecoder;
import smartcity.sink.loop.TopicDecoders;
import smartcity.sink.parquet.ParquetFiles;
import smartcity.sink.record.RecordColumns;
import smartcity.sink.record.RecordRules;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.row.RowFormat;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.topic.LandedTopic;

/// One replica of the sink: the real loop, and a queue in place of the threads that talk to the bucket.
final class SimReplica {
    static final Duration MAX_AGE = Duration.ofSeconds(30);
    private static final Duration ENOUGH = Duration.ofSeconds(3);

    private final String name;
    private final SimWorld world;
    private final SimCoordinator coordinator;
    private final List<LandedTopic> topics;
    private final SimConsumer consumer;
    private final SinkLoop loop;
    private final Deque<Runnable> uploads = new ArrayDeque<>();
    private boolean alive = true;
    private boolean paused;
    private boolean busy;
    private boolean stopping;

    /// Whether the partition that was assigned last begins an era.
    private boolean beginsEra;

    SimReplica(SimWorld world, String name, SimCoordinator coordinator) {
        this.world = world;
        this.name = name;
        this.coordinator = coordinator;
        this.topics = world.settings.landed();
        this.consumer = world.mutant.consumer(world, this);
        this.loop = new SinkLoop(
                new KafkaAccess(consumer, world.mutant.identities(this::identities), coordinator.name()),
                decoders(),
                new BucketAccess(
                        world.mutant.store(this, new SimLakeLink(world, this)),
                        this::enqueue,
                        world.profile.parquet() ? ParquetFiles::new : RowsFormat::new),
                settings(),
                new LoopContext(
                        world.mutant.clock(world),
                        world.chance.random,
                        this::idle,
                        this::record,
                        new MemoryBudget(world.profile.maxBytes())));
        LoopSteps.subscribe(loop);
    }

    private record Values(SimWorld world, boolean relaxed) implements RowFormat {
        @Override
        public RecordSchema schema() {
            return RowsConverter.SCHEMA;
        }

        @Override
        public RowConverter converter(Row row) {
            return world.mutant.converter(world, row, new RowsConverter(row, relaxed));
        }
    }

    private TopicIdentities.Answer identities(Set<String> names) {
        world.point(this, "before describing topics");
        return !world.outages.brokerUp() || world.faulty()
                ? new TopicIdentities.Answer.Unavailable("timeout")
                : new TopicIdentities.Answer.Known(world.topics.identities(names));
    }

    private TopicDecoders decoders() {
        Map<String, TopicDecoder> decoders = new LinkedHashMap<>();
        for (LandedTopic topic : topics) {
            RecordColumns columns = new RecordColumns(topic.schema(), RecordRules.NONE);
            decoders.put(
                    topic.name(),
                    new TopicDecoder(
                            topic,
                            columns,
                            new Values(world, !topic.conversion().isEmpty())));
        }
        return new TopicDecoders(decoders, null);
    }

    private LoopSettings settings() {
        return new LoopSettings(
                new RolloverRule(world.profile.maxRecords(), 1 << 20, MAX_AGE, world.profile.maxWindows()),
                new RetryBackoff(Duration.ofMillis(200), Duration.ofSeconds(4)),
                revokeTimeout(),
                world.profile.next() ? GroupProtocol.CONSUMER : GroupProtocol.CLASSIC);
    }

    private Duration revokeTimeout() {
        return Duration.ofSeconds(world.profile.maxRecords() % 11);
    }

    /// Whether what it holds of revoked partitions has the time to land.
    boolean settlesWhatIsRevoked() {
        return revokeTimeout().compareTo(ENOUGH) >= 0;
    }

    private void enqueue(Runnable upload) {
        check();
        uploads.add(upload);
    }

    /// While the loop waits, uploads continue.
    private void idle(Duration time) {
        check();
        if (!work()) {
            world.pass(this, time.multipliedBy(world.chance.between(1, 30)));
        }
        check();
    }

    private void record(LoopEvent event) {
        world.trace.say("%s: %s", name, event);
        if (world.mutant.hides(event)) {
            return;
        }
        if (event instanceof LoopEvent.Gone(var partition, var range)) {
            world.referee.gone(partition, range);
        } else if (event instanceof LoopEvent.Assigned(var partition, long offset, String origin)) {
            beginsEra = origin.equals("era");
            if (beginsEra) {
                world.referee.began(partition, era(partition), offset);
            }
        } else if (event instanceof LoopEvent.Skipped(var partition, var range)) {
            // What an era leaves to the one before it must not excuse anything in its own records.
            world.referee.skipped(partition, range, beginsEra ? era(partition) - 1 : era(partition));
        } else if (event instanceof LoopEvent.Blocked(var partition, var _)) {
            world.referee.watch(partition).blocked = true;
        }
    }

    /// In which it lands the partition.
    private int era(TopicPartition partition) {
        return topics.stream()
                .filter(topic -> topic.name().equals(partition.topic()))
                .mapToInt(topic -> topic.layout().era())
                .findFirst()
                .orElseThrow();
    }

    String name() {
        return name;
    }

    SimWorld world() {
        return world;
    }

    SimConsumer consumer() {
        return consumer;
    }

    /// Of its group.
    SimCoordinator coordinator() {
        return coordinator;
    }

    /// Whether an operator has changed settings since it started.
    boolean outdated() {
        return !topics.equals(world.settings.landed());
    }

    /// Whether it reports the partition as blocked.
    boolean blocks(TopicPartition partition) {
        return loop.status().lanes().stream()
                .anyMatch(lane -> lane.blocked() != null
                        && lane.topic().equals(partition.topic())
                        && lane.partition() == partition.partition());
    }

    boolean alive() {
        return alive;
    }

    /// Whether it is neither ended nor paused.
    boolean active() {
        return alive && !paused;
    }

    /// Whether its loop can take a turn: it is not in the middle of one.
    boolean ready() {
        return active() && !busy;
    }

    void paused(boolean pauses) {
        paused = pauses;
    }

    /// Unwinds the stack if the replica has been killed.
    void check() {
        if (!alive) {
            throw new SimCrash();
        }
    }

    void end() {
        alive = false;
        uploads.clear();
    }

    /// One turn of the loop.
    void turn() {
        run(() -> LoopSteps.turn(loop));
    }

    /// Whether it stops, or has stopped, in order.
    boolean stopping() {
        return stopping;
    }

    /// Whether the member of a group is one that this replica was.
    boolean was(String member) {
        return member.equals(name) || member.startsWith(name + "-");
    }

    /// Asks for a flush.
    void flush() {
        var _ = loop.flush();
    }

    /// Stops in order.
    void stop() {
        world.trace.say("%s stops in order", name);
        stopping = true;
        loop.stop(Duration.ofSeconds(25));
        run(loop);
        end();
    }

    private void run(Runnable part) {
        busy = true;
        try {
            part.run();
        } catch (SimCrash e) {
            if (alive) {
                throw world.referee.broken(BrokenPromise.ENDED, name + " was unwound although it runs", e);
            }
        } catch (RuntimeException e) {
            if (alive) {
                end();
                throw world.referee.broken(BrokenPromise.ENDED, "the loop of " + name + " ended by itself: " + e, e);
            }
        } finally {
            busy = false;
        }
    }

    /// Runs one upload that waits; returns false when there is none.
    boolean work() {
        Runnable upload = uploads.poll();
        if (upload != null) {
            upload.run();
        }
        return upload != null;
    }
}
