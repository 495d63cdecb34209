package smartcity.emission;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import smartcity.event.Event;
import smartcity.event.EventJson;
import smartcity.event.Topic;

/// The channels of one simulator: events go out in order, a bounded number of them unacknowledged.
final class Channels implements EventLoop.Outlet {
    /// Events on their way to Kafka at most; chosen: enough to fill batches, little enough to stop soon.
    private static final int IN_FLIGHT = 1024;

    private final Map<Topic, MutinyEmitter<byte[]>> emitters;
    private final Map<Topic, LongAdder> acknowledged = new EnumMap<>(Topic.class);
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final EventJson json = new EventJson();
    private final BiConsumer<Headers, Event> heading;
    private final Consumer<Throwable> failed;

    /// @param heading adds to a record's headers what belongs to its event
    /// @param failed told when Kafka has refused an event for good
    Channels(
            Map<Topic, MutinyEmitter<byte[]>> emitters,
            BiConsumer<Headers, Event> heading,
            Consumer<Throwable> failed) {
        this.heading = heading;
        this.emitters = Map.copyOf(emitters);
        this.failed = failed;
        emitters.keySet().forEach(topic -> acknowledged.put(topic, new LongAdder()));
    }

    Set<Topic> topics() {
        return acknowledged.keySet();
    }

    /// Events of a topic that Kafka has acknowledged.
    long acknowledged(Topic topic) {
        LongAdder count = acknowledged.get(topic);
        return count == null ? 0 : count.sum();
    }

    /// Sends an event; blocks while too many are unacknowledged.
    @Override
    public void emit(Event event) throws InterruptedException {
        MutinyEmitter<byte[]> emitter = emitters.get(event.topic());
        LongAdder count = acknowledged.get(event.topic());
        if (emitter == null || count == null) {
            throw new IllegalArgumentException("topic must be one of %s but was %s".formatted(topics(), event.topic()));
        }
        room.acquire();
        emitter.sendMessage(Message.of(json.encode(event), Metadata.of(metadata(event))))
                .subscribe()
                .with(
                        ignored -> {
                            count.increment();
                            room.release();
                        },
                        failure -> {
                            room.release();
                            failed.accept(failure);
                        });
    }

    private OutgoingKafkaRecordMetadata<String> metadata(Event event) {
        Headers headers = new RecordHeaders();
        heading.accept(headers, event);
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(event.deviceId())
                .withTimestamp(event.timestamp())
                .withHeaders(headers)
                .build();
    }

    /// Waits until nothing is on its way any more; false when that takes longer than the timeout.
    boolean drained(Duration timeout) throws InterruptedException {
        if (!room.tryAcquire(IN_FLIGHT, timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        room.release(IN_FLIGHT); // who asks again gets the same answer
        return true;
    }
}
