package smartcity.sink;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import smartcity.sink.batch.Rollover;
import smartcity.sink.cut.Layout;
import smartcity.sink.loop.Backoff;
import smartcity.sink.loop.Bucket;
import smartcity.sink.loop.LoopSettings;
import smartcity.sink.loop.SinkLoop;
import smartcity.sink.loop.Surroundings;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.S3ObjectStore;
import software.amazon.awssdk.services.s3.S3Client;

/// Puts the sink together from its configuration.
@Dependent
class SinkSetup {
    @Produces
    @Singleton
    ObjectStore store(S3Client client, SinkConfig config) {
        return new S3ObjectStore(client, config.bucket());
    }

    @Produces
    @Singleton
    LoopSettings settings(SinkConfig config) {
        return new LoopSettings(
                new Layout(config.prefix().orElse("")),
                new Rollover(
                        config.rollover().maxRecords(),
                        bytes(config.rollover().maxBytes()),
                        config.rollover().maxAge()),
                bytes(config.memory().maxBytes()),
                new Backoff(config.upload().retryAfter(), config.upload().retryAtMost()),
                config.revokeTimeout());
    }

    private static long bytes(MemorySize size) {
        return size.asLongValue();
    }

    @Produces
    @Singleton
    SinkLoop loop(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ObjectStore store,
            LoopSettings settings,
            SinkConfig config,
            TopicsConfig topics) {
        Executor uploads = Executors.newFixedThreadPool(
                config.upload().threads(),
                Thread.ofPlatform().daemon().name("sink-upload-", 0).factory());
        return new SinkLoop(
                ConsumerSetup.consumer(kafka, config.group()),
                TopicSetup.intakes(topics),
                new Bucket(store, uploads),
                settings,
                new Surroundings(
                        Clock.systemUTC(),
                        RandomGenerator.getDefault(),
                        time -> LockSupport.parkNanos(time.toNanos()),
                        new EventLog()));
    }
}
