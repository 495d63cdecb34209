package smartcity.sink.loop;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.batch.CutCause;
import smartcity.sink.file.FileFormat;
import smartcity.sink.kafka.KafkaAccess;
import smartcity.sink.topic.LandedTopic;

/// Polls, cuts, waits for uploads and commits: the one thread that touches the consumer.
///
/// Every record lands exactly once: a range of offsets is first made durable as a [smartcity.sink.cut.Cut], then its
/// objects are stored under names that follow from it, then its end is committed. The consumer is polled during all
/// of this, so that an outage of the bucket does not cost the membership of the group.
public final class SinkLoop implements Runnable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration STATUS_EVERY = Duration.ofMillis(200);

    private final Consumer<ByteBuffer, ByteBuffer> consumer;
    private final LoopContext context;
    private final BucketUploads bucket;
    private final LandingScheduler landings;
    private final BlockedPartitions blocked;
    private final AssignedLanes lanes;
    private final RecordPoll recordPoll;
    private final ReadControl reading;
    private final TopicWatch topicWatch;
    private final FlushRequests flushes = new FlushRequests();
    private final FileFormat files;
    private volatile @Nullable Duration stopWithin;
    private volatile LoopStatus status;
    private Instant nextStatus = Instant.MIN;

    public SinkLoop(
            KafkaAccess kafka, TopicDecoders topics, BucketAccess access, LoopSettings settings, LoopContext context) {
        this.consumer = kafka.consumer();
        this.files = access.files().get();
        this.context = context;
        this.bucket = new BucketUploads(access.store(), access.executor(), context, settings.retry());
        this.blocked = new BlockedPartitions(context);
        this.landings = new LandingScheduler(kafka, bucket, blocked, settings, context);
        ResumePoints resumePoints =
                new ResumePoints(kafka, bucket, new TopicMarkers(bucket, kafka.group(), false), this::topic);
        this.lanes = new AssignedLanes(consumer, this::lane, resumePoints, landings, blocked, context);
        this.topicWatch = new TopicWatch(consumer, topics);
        this.recordPoll = new RecordPoll(consumer, lanes, topicWatch, context.idle());
        this.reading = new ReadControl(consumer, landings, context);
        this.status = statusNow();
    }

    private Lane lane(TopicPartition partition) {
        TopicDecoder decoder = decoder(partition);
        return new Lane(partition, decoder, files, landings.limits());
    }

    private LandedTopic topic(TopicPartition partition) {
        return decoder(partition).topic();
    }

    private TopicDecoder decoder(TopicPartition partition) {
        TopicDecoder decoder = topicWatch.decoder(partition.topic());
        if (decoder == null) {
            throw new IllegalStateException("Failed to take " + partition + ": its topic is not configured");
        }
        return decoder;
    }

    /// Runs until [#stop], then lands what is held and leaves the group. An exception ends the loop and loses
    /// nothing: the next owner reads again what was not committed.
    @Override
    public void run() {
        try (Leaving _ = this::leave) {
            subscribe();
            Duration within;
            while ((within = stopWithin) == null) {
                turn();
            }
            reading.end(lanes);
            landings.settle(lanes.running(), CutCause.SHUTDOWN, within, () -> recordPoll.poll(true));
            flushes.update(lanes.all());
        }
    }

    /// What must happen however the loop ends. A failure in it does not hide the reason why the loop ended.
    private interface Leaving extends AutoCloseable {
        @Override
        void close();
    }

    private void leave() {
        flushes.end();
        status = statusNow();
        lanes.dropAll("the sink stops");
        landings.release();
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        files.close();
    }

    void subscribe() {
        consumer.subscribe(topicWatch.landed(), lanes);
    }

    /// One turn of the loop.
    void turn() {
        boolean storing =
                lanes.running().stream().anyMatch(lane -> lane.landing().isPresent());
        ConsumerRecords<ByteBuffer, ByteBuffer> records = recordPoll.poll(storing);
        lanes.resume();
        lanes.take(records);
        flushes.update(lanes.all());
        landings.advance(lanes.running(), flushes);
        flushes.update(lanes.all());
        if (lanes.stuckInDoubt()) {
            rejoin();
        }
        if (!lanes.awaitBucket()) {
            bucket.forgetFailure();
        }
        reading.adjust(lanes, bucket.failure());
        lanes.refresh();
        if (topicWatch.refresh(context)) {
            subscribe();
        }
        Instant now = context.clock().instant();
        if (!now.isBefore(nextStatus)) {
            nextStatus = now.plus(STATUS_EVERY);
            status = statusNow();
        }
    }

    /// Only a new generation of the group prevents an earlier commit from taking effect late.
    private void rejoin() {
        context.events().accept(new LoopEvent.Rejoining());
        consumer.unsubscribe();
        subscribe();
    }

    private LoopStatus statusNow() {
        return new LoopStatus(
                context.clock().instant(),
                reading.connected(),
                bucket.failure().orElse(null),
                reading.paused().orElse(null),
                topicWatch.awaited(),
                refused(),
                landings.totals(),
                lanes.status());
    }

    private Map<String, String> refused() {
        Map<String, String> refused = new HashMap<>(blocked.topics());
        refused.putAll(topicWatch.refused());
        return refused;
    }

    /// The loop as it was a moment ago; from any thread.
    public LoopStatus status() {
        return status;
    }

    /// Requests that everything held lands now; from any thread.
    public CompletableFuture<FlushOutcome> flush() {
        return flushes.request();
    }

    /// Stops reading. What is held still lands when it is due, and the member stays in the group. From any thread.
    public void pause() {
        reading.requestPause(true);
    }

    /// Continues reading after [#pause]; from any thread.
    public void resume() {
        reading.requestPause(false);
    }

    /// Requests that the loop ends: it lands what is held, within that time, and leaves the group. From any thread.
    public void stop(Duration within) {
        stopWithin = within;
    }
}
