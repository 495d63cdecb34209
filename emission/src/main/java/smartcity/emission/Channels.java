package smartcity.emission;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import smartcity.emission.fault.Delivery;
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
    private final Function<Delivery, Headers> heading;
    private final Consumer<Throwable> failed;

    /// @param heading makes the headers of a record
    /// @param failed told when Kafka has refused an event for good
    Channels(
            Map<Topic, MutinyEmitter<byte[]>> emitters,
            Function<Delivery, Headers> heading,
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

    /// Sends an event as it is; blocks while too many are unacknowledged.
    @Override
    public void emit(Event event) throws InterruptedException {
        send(new Delivery(event, json.encode(event), List.of()));
    }

    /// Sends a record; blocks while too many are unacknowledged.
    void send(Delivery delivery) throws InterruptedException {
        Topic topic = delivery.event().topic();
        MutinyEmitter<byte[]> emitter = emitters.get(topic);
        LongAdder count = acknowledged.get(topic);
        if (emitter == null || count == null) {
            throw new IllegalArgumentException("topic must be one of %s but was %s".formatted(topics(), topic));
        }
        room.acquire();
        emitter.sendMessage(Message.of(delivery.value(), Metadata.of(metadata(delivery))))
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

    private OutgoingKafkaRecordMetadata<String> metadata(Delivery delivery) {
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(delivery.event().deviceId())
                .withTimestamp(delivery.event().timestamp())
                .withHeaders(heading.apply(delivery))
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
