package smartcity.sink.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smartcity.sink.batch.RolloverRule;
import smartcity.sink.identity.TopicIdentities;
import smartcity.sink.kafka.GroupProtocol;
import smartcity.sink.kafka.KafkaAccess;
import smartcity.sink.loop.BucketAccess;
import smartcity.sink.loop.LoopContext;
import smartcity.sink.loop.LoopSettings;
import smartcity.sink.loop.LoopSteps;
import smartcity.sink.loop.MemoryBudget;
import smartcity.sink.loop.RetryBackoff;
import smartcity.sink.loop.SinkLoop;
import smartcity.sink.loop.SinkLoops;
import smartcity.sink.loop.SteadyClock;
import smartcity.sink.loop.TopicDecoders;
import smartcity.sink.parquet.ParquetFiles;
import smartcity.sink.setup.SinkConfig;
import smartcity.sink.store.InMemoryObjectStore;
import smartcity.sink.store.WriteProbe;

/// The readiness of a sink whose loop does not come out of its first turn.
class ReadyCheckTest {
    private static final LoopSettings SETTINGS = new LoopSettings(
            new RolloverRule(10, 1 << 20, Duration.ofMinutes(1), 10),
            new RetryBackoff(Duration.ofMillis(200), Duration.ofSeconds(4)),
            Duration.ofSeconds(10),
            GroupProtocol.CLASSIC);

    private final AtomicLong nanos = new AtomicLong();
    private final SteadyClock clock = LoopSteps.clock(Clock.systemUTC(), nanos::get);
    private final CountDownLatch released = new CountDownLatch(1);
    private final InMemoryObjectStore bucket = new InMemoryObjectStore();
    private SinkThreads threads;
    private ReadyCheck ready;

    @BeforeEach
    void start() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .addDefaultInterceptors()
                .withMapping(SinkConfig.class)
                .withMapping(OperationsConfig.class)
                .build();
        SinkLoops loops = new SinkLoops(List.of(loop()));
        threads = new SinkThreads(
                loops, SETTINGS, config.getConfigMapping(SinkConfig.class), bucket, new WriteProbe(bucket, bucket, ""));
        ready = new ReadyCheck(loops, threads, config.getConfigMapping(OperationsConfig.class), clock);
        threads.start();
    }

    private SinkLoop loop() {
        return new SinkLoop(
                new KafkaAccess(new ConnectedConsumer(), _ -> new TopicIdentities.Answer.Known(Map.of()), "sink"),
                new TopicDecoders(Map.of(), null),
                new BucketAccess(bucket, Runnable::run, ParquetFiles::new),
                SETTINGS,
                new LoopContext(clock, new Random(1), this::stayInTheTurn, _ -> {}, new MemoryBudget(1 << 20)));
    }

    private void stayInTheTurn(Duration wanted) {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        released.countDown();
        threads.stop();
    }

    @Test
    void isReadyWhileTheStatusIsRecent() {
        nanos.set(TimeUnit.SECONDS.toNanos(30));

        HealthCheckResponse answer = ready.call();

        assertThat(answer.getStatus()).isEqualTo(Status.UP);
        assertThat(answer.getData().orElseThrow()).doesNotContainKey("statusAge");
    }

    @Test
    void isNotReadyWhenTheStatusIsOld() {
        nanos.set(TimeUnit.SECONDS.toNanos(31));

        HealthCheckResponse answer = ready.call();

        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getData().orElseThrow())
                .contains(entry("statusAge", "PT31S"), entry("kafka", "reached"), entry("bucket", "reached"));
    }

    /// Has one connection to a broker.
    private static final class ConnectedConsumer extends MockConsumer<ByteBuffer, ByteBuffer> {
        private static final MetricName CONNECTIONS =
                new MetricName("connection-count", "consumer-metrics", "connections open", Map.of());

        ConnectedConsumer() {
            super("none");
        }

        @Override
        public synchronized Map<MetricName, ? extends Metric> metrics() {
            return Map.of(CONNECTIONS, new Metric() {
                @Override
                public MetricName metricName() {
                    return CONNECTIONS;
                }

                @Override
                public Object metricValue() {
                    return 1.0;
                }
            });
        }
    }
}
