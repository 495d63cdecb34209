package smartcity.emission.kafka;

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
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import smartcity.emission.loop.FixedIntervalSource;
import smartcity.event.Event;

@Timeout(30)
class AsyncSenderTest {
    private static final String TOPIC = "EMERGENCY";
    private static final byte[] VALUE = {'{', '}'};

    @SuppressWarnings("removal") // an interface in Kafka 5; until then there is no other way to make one
    private static final ConsumerGroupMetadata MEMBER = new ConsumerGroupMetadata("simulator_shards");

    private static final Map<TopicPartition, OffsetAndMetadata> PROGRESS =
            Map.of(new TopicPartition("simulator_shards", 0), new OffsetAndMetadata(0, "progress"));

    private final CountDownLatch kafkaTakes = new CountDownLatch(1);
    private final SlowProducer producer = new SlowProducer();
    private final TransactionalSender transactions =
            new TransactionalSender(producer, Set.of(TOPIC), TransactionSpans.none());
    private final AsyncSender sender = new AsyncSender(transactions);
    private final FixedIntervalSource source =
            new FixedIntervalSource("a", Instant.parse("2026-07-01T00:00:00Z"), Duration.ofSeconds(1));

    @BeforeEach
    void begin() throws InterruptedException {
        transactions.begin();
    }

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void commitsEverythingSentBeforeInOrder() throws InterruptedException {
        kafkaTakes.countDown();
        List<Instant> sent = send(1234);

        sender.commit(PROGRESS, MEMBER);

        assertThat(sender.awaitCommitted()).isTrue();
        assertThat(committed()).isEqualTo(sent);
        assertThat(transactions.counts().records(TOPIC)).isEqualTo(1234);
        assertThat(transactions.counts().bytes(TOPIC)).isEqualTo(1234L * VALUE.length);
        assertThat(transactions.counts().transactions()).isEqualTo(1);
        assertThat(transactions.counts().refusedCommits()).isZero();
        assertThat(sender.isOpen()).isFalse();
    }

    @Test
    void acceptsRecordsWhileKafkaTakesEarlierOnes() throws InterruptedException {
        send(600);
        sender.commit(PROGRESS, MEMBER);

        send(600);
        boolean open = sender.isOpen();
        kafkaTakes.countDown();

        assertThat(open).isTrue();
        assertThat(sender.awaitCommitted()).isTrue();
        assertThat(transactions.counts().records(TOPIC)).isEqualTo(600);
    }

    @Test
    void blocksASenderOfMoreThanKafkaTakes() throws InterruptedException {
        Thread blocked = Thread.ofPlatform().start(() -> {
            try {
                send(100_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> blocked.getState() == Thread.State.WAITING);

        kafkaTakes.countDown();

        assertThat(blocked.join(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void sendsNothingThatFollowsARefusedCommit() throws InterruptedException {
        kafkaTakes.countDown();
        send(10);
        producer.sendOffsetsToTransactionException = new CommitFailedException();
        sender.commit(PROGRESS, MEMBER);
        send(1100);

        boolean committed = sender.awaitCommitted();
        producer.sendOffsetsToTransactionException = null;
        List<Instant> again = send(3);
        sender.commit(PROGRESS, MEMBER);

        assertThat(committed).isFalse();
        assertThat(sender.awaitCommitted()).isTrue();
        assertThat(committed()).isEqualTo(again);
        assertThat(transactions.counts().records(TOPIC)).isEqualTo(3);
        assertThat(transactions.counts().bytes(TOPIC)).isEqualTo(3L * VALUE.length);
        assertThat(transactions.counts().transactions()).isEqualTo(1);
        assertThat(transactions.counts().refusedCommits()).isEqualTo(1);
    }

    @Test
    void failsWithTheReasonOfAFinalRefusal() throws InterruptedException {
        kafkaTakes.countDown();
        send(1);
        producer.commitTransactionException = new AuthorizationException("no access to EMERGENCY");
        sender.commit(PROGRESS, MEMBER);

        assertThatThrownBy(sender::awaitCommitted)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no access to EMERGENCY");
    }

    @Test
    void failsWithAnErrorThatKafkaWrapsInsteadOfSendingAgain() throws InterruptedException {
        kafkaTakes.countDown();
        send(1);
        producer.commitTransactionException = new KafkaException("sender thread", new NoClassDefFoundError("Zstd"));
        sender.commit(PROGRESS, MEMBER);

        assertThatThrownBy(sender::awaitCommitted)
                .isInstanceOf(IllegalStateException.class)
                .hasStackTraceContaining("NoClassDefFoundError: Zstd");
    }

    private List<Instant> send(int count) throws InterruptedException {
        List<Instant> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (Event event : source.next()) {
                sender.send(
                        new ProducerRecord<>(TOPIC, null, event.timestamp().toEpochMilli(), event.deviceId(), VALUE));
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

    /// Takes no record until the test allows it.
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
