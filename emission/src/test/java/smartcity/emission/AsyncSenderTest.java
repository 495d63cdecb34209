package smartcity.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import smartcity.emission.fault.OutgoingRecord;
import smartcity.event.CityTopic;
import smartcity.event.Event;

@Timeout(30)
class AsyncSenderTest {
    private static final ConsumerGroupMetadata MEMBER = new ConsumerGroupMetadata("simulator_shards");
    private static final Map<TopicPartition, OffsetAndMetadata> PROGRESS =
            Map.of(new TopicPartition("simulator_shards", 0), new OffsetAndMetadata(0, "told"));

    private final CountDownLatch kafkaTakes = new CountDownLatch(1);
    private final SlowProducer producer = new SlowProducer();
    private final TransactionalSender outbox = new TransactionalSender(
            producer, Set.of(CityTopic.EMERGENCY), CityTopic::name, delivery -> new RecordHeaders());
    private final AsyncSender conveyor = new AsyncSender(outbox);
    private final FixedIntervalSource beat =
            new FixedIntervalSource("a", Instant.parse("2026-07-01T00:00:00Z"), Duration.ofSeconds(1));

    @BeforeEach
    void begin() throws InterruptedException {
        outbox.begin();
    }

    @AfterEach
    void close() {
        conveyor.close();
    }

    @Test
    void commitsEverythingSentBeforeInOrder() throws InterruptedException {
        kafkaTakes.countDown();
        List<Instant> sent = send(1234);

        conveyor.commit(PROGRESS, MEMBER);

        assertThat(conveyor.settled()).isTrue();
        assertThat(committed()).isEqualTo(sent);
        assertThat(outbox.acknowledged(CityTopic.EMERGENCY)).isEqualTo(1234);
        assertThat(conveyor.isOpen()).isFalse();
    }

    @Test
    void goesOnWhileKafkaTakesWhatWasSent() throws InterruptedException {
        send(600);
        conveyor.commit(PROGRESS, MEMBER);

        send(600);
        boolean open = conveyor.isOpen();
        kafkaTakes.countDown();

        assertThat(open).isTrue();
        assertThat(conveyor.settled()).isTrue();
        assertThat(outbox.acknowledged(CityTopic.EMERGENCY)).isEqualTo(600);
    }

    @Test
    void holdsUpWhoSendsMoreThanKafkaTakes() throws InterruptedException {
        Thread sending = Thread.ofPlatform().start(() -> {
            try {
                send(100_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> sending.getState() == Thread.State.WAITING);

        kafkaTakes.countDown();

        assertThat(sending.join(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void letsNothingPassThatFollowsARefusedCommit() throws InterruptedException {
        kafkaTakes.countDown();
        send(10);
        producer.sendOffsetsToTransactionException = new CommitFailedException();
        conveyor.commit(PROGRESS, MEMBER);
        send(1100);

        boolean settled = conveyor.settled();
        producer.sendOffsetsToTransactionException = null;
        List<Instant> again = send(3);
        conveyor.commit(PROGRESS, MEMBER);

        assertThat(settled).isFalse();
        assertThat(conveyor.settled()).isTrue();
        assertThat(committed()).isEqualTo(again);
    }

    @Test
    void saysWhatKafkaRefusesForGood() throws InterruptedException {
        kafkaTakes.countDown();
        send(1);
        producer.commitTransactionException = new AuthorizationException("no access to EMERGENCY");
        conveyor.commit(PROGRESS, MEMBER);

        assertThatThrownBy(conveyor::settled)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no access to EMERGENCY");
    }

    private List<Instant> send(int count) throws InterruptedException {
        List<Instant> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (Event event : beat.next()) {
                conveyor.send(new OutgoingRecord(event, new byte[0], List.of()));
                sent.add(event.timestamp());
            }
        }
        return sent;
    }

    private List<Instant> committed() {
        return producer.history().stream()
                .map(record -> Instant.ofEpochMilli(record.timestamp()))
                .toList();
    }

    /// Takes nothing until it is let.
    private final class SlowProducer extends MockProducer<String, byte[]> {
        SlowProducer() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            try {
                kafkaTakes.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptException(e);
            }
            return super.send(record, callback);
        }
    }
}
