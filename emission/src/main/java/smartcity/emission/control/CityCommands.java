package smartcity.emission.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;
import smartcity.emission.SimulationConfig;
import smartcity.time.SimulatedTime;

/// The orders that operators give to the city: each process reads the same log, so all follow the same orders from the
/// same instants on.
@ApplicationScoped
public class CityCommands {
    private static final Logger LOG = Logger.getLogger(CityCommands.class);

    /// From an order to the instant from which it holds; chosen: in that time every replica has read it, and
    /// who ordered sees it within a second.
    private static final Duration AHEAD = Duration.ofMillis(500);

    private final String city;
    private final boolean backfill;
    private final Clock clock;
    private final SimulatedTime time;
    private final List<CommandHandler> takers;
    private final CommandLog log;
    private final List<CityCommand> known = new CopyOnWriteArrayList<>();
    private final LongAdder late = new LongAdder();
    private final LongAdder broken = new LongAdder();

    CityCommands(
            SimulationConfig simulation,
            CommandLog log,
            SimulatedTime time,
            Clock clock,
            @All List<CommandHandler> takers) {
        this.city = "%d/%s/%s".formatted(simulation.seed(), orLive(simulation.epoch()), orLive(simulation.start()));
        this.backfill = simulation.until().isPresent();
        this.clock = clock;
        this.time = time;
        this.takers = List.copyOf(takers);
        this.log = log;
    }

    private static String orLive(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("live");
    }

    void begin(@Observes StartupEvent event) {
        if (!backfill) {
            Thread.ofPlatform().name("orders").daemon().start(() -> log.follow(this::hear));
        }
    }

    void end(@Observes ShutdownEvent event) {
        log.close();
    }

    /// Waits until all is known that was ordered before; must be called before simulated time is asked for.
    ///
    /// @return false when stopped before
    public boolean awaitKnown(CountDownLatch stopped) throws InterruptedException {
        while (!backfill && !log.awaitRead(Duration.ofMillis(50))) {
            if (stopped.getCount() == 0) {
                return false;
            }
        }
        return true;
    }

    /// Gives an order and returns when this process has taken it.
    ///
    /// @throws UnansweredException when Kafka does not answer
    public CommandReceipt give(String kind, ObjectNode body) {
        Instant effectiveAt = clock.instant().plus(AHEAD);
        CityCommand order = new CityCommand(UUID.randomUUID(), city, kind, effectiveAt, time.at(effectiveAt), body);
        try {
            log.write(order.encoded());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandTimeoutException("Stopped while the order was written, it may still hold", e);
        }
        return CommandReceipt.of(order);
    }

    /// Which commands this process has received.
    public CommandsStatus status() {
        return new CommandsStatus(backfill || log.isRead(), late.sum(), broken.sum(), List.copyOf(known));
    }

    private void hear(byte[] value) {
        Optional<CityCommand> order = CityCommand.read(value);
        if (order.isEmpty()) {
            broken.increment();
        } else if (order.get().city().equals(city)) {
            take(order.get());
        }
    }

    private void take(CityCommand order) {
        try {
            takers.stream()
                    .filter(taker -> taker.kinds().contains(order.kind()))
                    .forEach(taker -> taker.take(order));
        } catch (RuntimeException e) {
            broken.increment();
            LOG.warnf("Ignored an order id=%s kind=%s reason=%s", order.id(), order.kind(), e.getMessage());
            return;
        }
        known.add(order);
        boolean onTime = !log.isRead() || clock.instant().isBefore(order.effectiveAt());
        if (!onTime) {
            late.increment();
        }
        LOG.infof("Took an order id=%s kind=%s at=%s onTime=%s", order.id(), order.kind(), order.simulatedAt(), onTime);
    }
}
