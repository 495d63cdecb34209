package smartcity.sink.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import smartcity.sink.batch.RolloverRule;
import smartcity.sink.cut.Layout;
import smartcity.sink.identity.TopicIdentities;
import smartcity.sink.loop.BucketAccess;
import smartcity.sink.loop.GroupProtocol;
import smartcity.sink.loop.KafkaAccess;
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
import smartcity.sink.topic.TimeRange;

/// One replica of the sink: the real loop, and a queue in place of the threads that talk to the bucket.
final class SimReplica {
    static final Duration MAX_AGE = Duration.ofSeconds(30);

    private static final TimeRange ANY_TIME = new TimeRange(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    private static final List<LandedTopic> TOPICS = SimTopics.NAMES.stream()
            .map(name -> new LandedTopic(name, RowsConverter.SCHEMA, Layout.byHour(""), ANY_TIME))
            .toList();

    private final String name;
    private final SimWorld world;
    private final SimConsumer consumer;
    private final SinkLoop loop;
    private final Deque<Runnable> uploads = new ArrayDeque<>();
    private boolean alive = true;
    private boolean asleep;
    private boolean busy;

    SimReplica(SimWorld world, String name) {
        this.world = world;
        this.name = name;
        this.consumer = world.mutant.consumer(world, this);
        this.loop = new SinkLoop(
                new KafkaAccess(consumer, this::identities, "sink"),
                decoders(),
                new BucketAccess(
                        world.mutant.store(world, new SimLakeLink(world, this)),
                        this::enqueue,
                        world.profile.parquet() ? ParquetFiles::new : RowsFormat::new),
                settings(),
                new LoopContext(
                        world.clock,
                        world.chance.random,
                        this::idle,
                        this::record,
                        new MemoryBudget(world.profile.maxBytes())));
        LoopSteps.subscribe(loop);
    }

    private record Values(SimWorld world) implements RowFormat {
        @Override
        public RecordSchema schema() {
            return RowsConverter.SCHEMA;
        }

        @Override
        public RowConverter converter(Row row) {
            return world.mutant.converter(world, row, new RowsConverter(row));
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
        for (LandedTopic topic : TOPICS) {
            RecordColumns columns = new RecordColumns(topic.schema(), RecordRules.NONE);
            decoders.put(topic.name(), new TopicDecoder(topic, columns, new Values(world)));
        }
        return new TopicDecoders(decoders, null);
    }

    private LoopSettings settings() {
        return new LoopSettings(
                new RolloverRule(world.profile.maxRecords(), 1 << 20, MAX_AGE, world.profile.maxWindows()),
                new RetryBackoff(Duration.ofMillis(200), Duration.ofSeconds(4)),
                Duration.ofSeconds(world.profile.maxRecords() % 11),
                world.profile.next() ? GroupProtocol.CONSUMER : GroupProtocol.CLASSIC);
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
        if (event instanceof LoopEvent.Gone(var partition, var range)) {
            world.referee.gone(partition, range);
        }
    }

    String name() {
        return name;
    }

    SimConsumer consumer() {
        return consumer;
    }

    boolean alive() {
        return alive;
    }

    /// Whether it is neither dead nor stopped.
    boolean awake() {
        return alive && !asleep;
    }

    /// Whether its loop can take a turn: it is not in the middle of one.
    boolean ready() {
        return awake() && !busy;
    }

    void asleep(boolean sleeps) {
        asleep = sleeps;
    }

    /// Unwinds the stack if the replica has been killed.
    void check() {
        if (!alive) {
            throw new SimCrash();
        }
    }

    void die() {
        alive = false;
        uploads.clear();
    }

    /// One turn of the loop.
    void turn() {
        run(() -> LoopSteps.turn(loop));
    }

    /// Asks for a flush.
    void flush() {
        var _ = loop.flush();
    }

    /// Stops in order.
    void stop() {
        world.trace.say("%s stops in order", name);
        loop.stop(Duration.ofSeconds(25));
        run(loop);
        die();
    }

    private void run(Runnable part) {
        busy = true;
        try {
            part.run();
        } catch (SimCrash e) {
            if (alive) {
                throw world.referee.broken(name + " was unwound alive", e);
            }
        } catch (RuntimeException e) {
            if (alive) {
                die();
                throw world.referee.broken("the loop of " + name + " ended by itself: " + e, e);
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
