package smartcity.sink.loop;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import smartcity.sink.batch.CutCause;
import smartcity.sink.file.FileFormat;
import smartcity.sink.topic.LandedTopic;

/// Polls, cuts, waits for uploads and commits: the one thread that touches the consumer.
///
/// Every record lands exactly once: a range of offsets is first made durable as a [smartcity.sink.cut.Cut], then its
/// objects are stored under names that follow from it, then its end is committed. The consumer is polled all the
/// while, so that no outage of the bucket costs the membership of the group.
public final class SinkLoop implements Runnable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration POLL_WHILE_STORING = Duration.ofMillis(10);
    private static final Duration TO_LEAVE = Duration.ofSeconds(2);
    private static final Duration STATUS_EVERY = Duration.ofMillis(200);

    private final Consumer<ByteBuffer, ByteBuffer> consumer;
    private final int maxWindows;
    private final LoopContext world;
    private final BucketUploads uploading;
    private final LandingScheduler landings;
    private final AssignedLanes lanes;
    private final ReadControl reading;
    private final TopicWatch topicWatch;
    private final FlushRequests flushes = new FlushRequests();
    private final FileFormat files;
    private volatile @Nullable Duration stopWithin;
    private volatile LoopStatus status;
    private Instant nextStatus = Instant.MIN;

    /// @param consumer must not commit by itself nor reset offsets; it is closed at the end
    public SinkLoop(
            Consumer<ByteBuffer, ByteBuffer> consumer,
            TopicDecoders topics,
            BucketAccess bucket,
            LoopSettings settings,
            LoopContext world) {
        this.consumer = consumer;
        this.files = bucket.files().get();
        this.maxWindows = settings.rollover().maxWindows();
        this.world = world;
        this.uploading = new BucketUploads(bucket.store(), bucket.executor(), world, settings.retry());
        this.landings =
                new LandingScheduler(new OffsetCommits(consumer, settings.protocol()), uploading, settings, world);
        this.lanes = new AssignedLanes(
                consumer, this::lane, new ResumePoints(consumer, uploading, this::topic), landings, world);
        this.reading = new ReadControl(consumer, landings, world);
        this.topicWatch = new TopicWatch(consumer, topics);
        this.status = statusNow();
    }

    private Lane lane(TopicPartition partition) {
        TopicDecoder intake = intake(partition);
        return new Lane(partition, intake, files.with(intake.topic().codec()), maxWindows);
    }

    private LandedTopic topic(TopicPartition partition) {
        return intake(partition).topic();
    }

    private TopicDecoder intake(TopicPartition partition) {
        TopicDecoder intake = topicWatch.intake(partition.topic());
        if (intake == null) {
            throw new IllegalStateException("Failed to take " + partition + ": its topic is not configured");
        }
        return intake;
    }

    /// Runs until [#stop], then lands what is held and leaves the group. An exception ends the loop with nothing lost:
    /// what was not committed is read again.
    @Override
    public void run() {
        try (Leaving _ = this::leave) {
            subscribe();
            Duration within;
            while ((within = stopWithin) == null) {
                turn();
            }
            landings.settle(lanes.running(), CutCause.SHUTDOWN, within);
            flushes.look(lanes.all());
        }
    }

    /// What must happen however the loop ends; what fails in it does not hide why the loop ended.
    private interface Leaving extends AutoCloseable {
        @Override
        void close();
    }

    private void leave() {
        flushes.end();
        status = statusNow();
        lanes.dropAll("the sink stops");
        landings.release();
        consumer.close(CloseOptions.timeout(TO_LEAVE));
        files.close();
    }

    void subscribe() {
        consumer.subscribe(topicWatch.landed(), lanes);
    }

    /// One turn of the loop.
    void turn() {
        ConsumerRecords<ByteBuffer, ByteBuffer> records = poll();
        lanes.resume();
        lanes.take(records);
        flushes.look(lanes.all());
        landings.advance(lanes.running(), flushes);
        flushes.look(lanes.all());
        if (lanes.stuckInDoubt()) {
            rejoin();
        }
        if (!lanes.awaitBucket()) {
            uploading.forgetTrouble();
        }
        reading.adjust(lanes, uploading.trouble());
        lanes.lookAtEnds();
        if (topicWatch.look(world)) {
            subscribe();
        }
        Instant now = world.clock().instant();
        if (!now.isBefore(nextStatus)) {
            nextStatus = now.plus(STATUS_EVERY);
            status = statusNow();
        }
    }

    /// Only a new generation keeps a commit that is still on its way from taking effect.
    private void rejoin() {
        world.events().accept(new LoopEvent.Rejoining());
        consumer.unsubscribe();
        subscribe();
    }

    private ConsumerRecords<ByteBuffer, ByteBuffer> poll() {
        try {
            return pollOnce();
        } catch (RetriableException e) {
            return ConsumerRecords.empty();
        }
    }

    private ConsumerRecords<ByteBuffer, ByteBuffer> pollOnce() {
        if (topicWatch.landed().isEmpty()) {
            world.idle().pass(POLL);
            return ConsumerRecords.empty();
        }
        boolean storing =
                lanes.running().stream().anyMatch(lane -> lane.landing().isPresent());
        try {
            return consumer.poll(storing ? POLL_WHILE_STORING : POLL);
        } catch (OffsetOutOfRangeException e) {
            lanes.skipGone(e.offsetOutOfRangePartitions());
            return ConsumerRecords.empty();
        } catch (NoOffsetForPartitionException e) {
            // The next-generation client looks for positions of partitions that it has not announced yet (Kafka 4.1
            // `SubscriptionState.shouldInitialize`); each gets its position when it is announced.
            return ConsumerRecords.empty();
        }
    }

    private LoopStatus statusNow() {
        return new LoopStatus(
                world.clock().instant(),
                reading.connected(),
                uploading.trouble(),
                reading.paused(),
                topicWatch.awaited(),
                topicWatch.refused(),
                landings.totals(),
                lanes.status());
    }

    /// The loop as it was a moment ago; from any thread.
    public LoopStatus status() {
        return status;
    }

    /// Asks for everything that is held to be landed now; from any thread.
    public CompletableFuture<FlushOutcome> flush() {
        return flushes.ask();
    }

    /// Stops reading; what is held stays until it is due, and the group is not left. From any thread.
    public void pause() {
        reading.hold(true);
    }

    /// Reads on after [#pause]; from any thread.
    public void resume() {
        reading.hold(false);
    }

    /// Asks the loop to end: to land what is held, within that time, and to leave the group; from any thread.
    public void stop(Duration within) {
        stopWithin = within;
    }
}
