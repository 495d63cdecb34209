package smartcity.sink;

import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import smartcity.http.ControlConfig;
import smartcity.setting.SettingNames;
import smartcity.sink.batch.RolloverRule;
import smartcity.sink.loop.BucketAccess;
import smartcity.sink.loop.LoopContext;
import smartcity.sink.loop.LoopSettings;
import smartcity.sink.loop.MemoryBudget;
import smartcity.sink.loop.RetryBackoff;
import smartcity.sink.loop.SinkLoop;
import smartcity.sink.loop.SinkLoops;
import smartcity.sink.loop.SteadyClock;
import smartcity.sink.operations.LoopEvents;
import smartcity.sink.operations.OperationsConfig;
import smartcity.sink.parquet.ParquetFiles;
import smartcity.sink.setup.CityTopicNamesConfig;
import smartcity.sink.setup.ConsumerSetup;
import smartcity.sink.setup.GroupConfig;
import smartcity.sink.setup.KeyPrefix;
import smartcity.sink.setup.LandedTopicsConfig;
import smartcity.sink.setup.RecordsConfig;
import smartcity.sink.setup.SinkConfig;
import smartcity.sink.setup.SinkVariables;
import smartcity.sink.setup.StoreConfig;
import smartcity.sink.setup.TopicSetup;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.tracing.CutTracing;

/// Makes the loops, and what they share, from the configuration.
@Dependent
class SinkSetup {
    /// A record takes several times its size beside what is held, from the fetch to the finished file
    /// [measured: with the usual heap, two loops land records of that size at the same time].
    private static final int RECORD_SHARE = 32;

    /// All settings of the sink.
    private static final Set<String> SETTINGS = SettingNames.of(
            LandedTopicsConfig.class,
            RecordsConfig.class,
            CityTopicNamesConfig.class,
            SinkConfig.class,
            GroupConfig.class,
            StoreConfig.class,
            OperationsConfig.class,
            ControlConfig.class);

    @Produces
    @Singleton
    LoopSettings settings(SinkConfig config, ConsumerSetup consumers) {
        return new LoopSettings(
                new RolloverRule(
                        config.rollover().maxRecords(),
                        bytes(config.rollover().maxBytes()),
                        config.rollover().maxAge(),
                        config.rollover().maxWindows()),
                new RetryBackoff(config.upload().retryAfter(), config.upload().retryAtMost()),
                config.revokeTimeout(),
                consumers.protocol());
    }

    private static long bytes(MemorySize size) {
        return size.asLongValue();
    }

    @Produces
    @Singleton
    MemoryBudget memory(SinkConfig config) {
        return new MemoryBudget(
                config.memory().maxBytes().map(SinkSetup::bytes).orElseGet(SinkSetup::heapShare),
                Runtime.getRuntime().maxMemory() / RECORD_SHARE);
    }

    /// The rest of the heap is for records that are fetched but not decoded, for files that are being finished, and for
    /// the garbage collector [three eighths: chosen; the memory benchmark runs with it].
    private static long heapShare() {
        return Runtime.getRuntime().maxMemory() / 8 * 3;
    }

    @Produces
    @Singleton
    BucketAccess bucket(ObjectStore store, SinkConfig config, CutTracing tracing) {
        Executor uploads = Executors.newFixedThreadPool(
                config.upload().threads(),
                Thread.ofPlatform().daemon().name("sink-upload-", 0).factory());
        return new BucketAccess(tracing.over(store), uploads, ParquetFiles::new);
    }

    /// @param traces there is none in a sink that was built without
    /// @param off whether the process makes none
    @Produces
    @Singleton
    CutTracing tracing(
            Instance<OpenTelemetry> traces,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true") boolean off) {
        return off || traces.isUnsatisfied()
                ? CutTracing.none()
                : new CutTracing(traces.get().getTracer("smartcity.sink"), true, InstantSource.system());
    }

    @Produces
    @Singleton
    TopicSetup topics(LandedTopicsConfig topics, RecordsConfig records, CityTopicNamesConfig city, SinkConfig config) {
        return new TopicSetup(
                topics, records, city, KeyPrefix.of(config), System.getenv().keySet());
    }

    /// Made first, so that a misspelt variable ends the start.
    @Produces
    @Singleton
    SinkVariables variables(Config config) {
        return SinkVariables.checked(config, SETTINGS);
    }

    @Produces
    @Singleton
    SinkLoops loops(
            ConsumerSetup consumers,
            TopicSetup topics,
            BucketAccess bucket,
            LoopSettings settings,
            LoopContext context) {
        return new SinkLoops(consumers.all().stream()
                .map(kafka -> new SinkLoop(kafka, topics.decoders(), bucket, settings, context))
                .toList());
    }

    @Produces
    @Singleton
    SteadyClock clock() {
        return SteadyClock.system();
    }

    @Produces
    @Singleton
    LoopContext context(MemoryBudget memory, LoopEvents events, SteadyClock clock) {
        return new LoopContext(
                clock, RandomGenerator.getDefault(), time -> LockSupport.parkNanos(time.toNanos()), events, memory);
    }
}
