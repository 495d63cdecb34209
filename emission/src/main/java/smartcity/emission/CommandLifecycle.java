package smartcity.emission;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandHandler;
import smartcity.emission.control.CommandLog;
import smartcity.emission.control.EmptyCommandLog;
import smartcity.emission.control.FaultCommands;
import smartcity.emission.control.IntervalCommands;
import smartcity.emission.control.TimeCommands;
import smartcity.emission.kafka.BrokerSettings;
import smartcity.emission.kafka.KafkaCommandLog;
import smartcity.time.SimulatedTime;

/// Makes the commands and their handlers, and receives commands from start-up to shutdown.
@ApplicationScoped
class CommandLifecycle {
    @Produces
    @Singleton
    static CommandLog log(SimulationConfig simulation, CityTopicsConfig topics, BrokerSettings broker, Admin admin) {
        return simulation.until().isPresent()
                ? new EmptyCommandLog()
                : new KafkaCommandLog(topics.commands(), broker, admin);
    }

    @Produces
    @Singleton
    static CityCommands commands(
            SimulationConfig simulation,
            CommandLog log,
            SimulatedTime time,
            Clock clock,
            @All List<CommandHandler> handlers) {
        String city = "%d/%s/%s".formatted(simulation.seed(), orLive(simulation.epoch()), orLive(simulation.start()));
        return new CityCommands(city, log, time, clock, handlers);
    }

    private static String orLive(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("live");
    }

    @Produces
    @Singleton
    static TimeCommands time(SimulatedTime time, SimulationConfig simulation) {
        return new TimeCommands(time, simulation.factor());
    }

    @Produces
    @Singleton
    static FaultCommands faults(FaultConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        return new FaultCommands(config.rates(), service);
    }

    @Produces
    @Singleton
    static IntervalCommands intervals() {
        return new IntervalCommands();
    }

    void begin(@Observes StartupEvent event, CityCommands commands) {
        Thread.ofPlatform().name("commands").daemon().start(commands::follow);
    }

    void end(@Observes ShutdownEvent event, CommandLog log) {
        log.close();
    }
}
