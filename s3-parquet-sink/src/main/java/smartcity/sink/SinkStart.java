package smartcity.sink;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.CommandLineArguments;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Arrays;
import smartcity.sink.operations.SinkThreads;
import smartcity.sink.operations.StateMeters;
import smartcity.sink.operations.WallClockWatch;
import smartcity.sink.setup.SinkVariables;

/// Starts and stops the sink with the process. In a dry run it does neither, and the beans of the sink are not made.
@Singleton
class SinkStart {
    private final Instance<SinkVariables> variables;
    private final Instance<SinkThreads> threads;
    private final Instance<StateMeters> meters;
    private final Instance<WallClockWatch> wallClock;
    private final boolean dryRun;

    SinkStart(
            Instance<SinkVariables> variables,
            Instance<SinkThreads> threads,
            Instance<StateMeters> meters,
            Instance<WallClockWatch> wallClock,
            @CommandLineArguments String[] args) {
        this.variables = variables;
        this.threads = threads;
        this.meters = meters;
        this.wallClock = wallClock;
        this.dryRun = Arrays.asList(args).contains(SinkMain.DRY_RUN);
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        if (!dryRun) {
            variables.get();
            meters.get().start(vertx);
            wallClock.get().start(vertx);
            threads.get().start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (!dryRun) {
            threads.get().stop();
        }
    }
}
