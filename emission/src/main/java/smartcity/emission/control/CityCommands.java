package smartcity.emission.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import smartcity.time.SimulatedTime;

/// The commands that operators give to the city: each process reads the same log, so all carry out the same commands
/// from the same instants on. Safe for use by several threads.
public final class CityCommands {
    private static final Logger LOG = Logger.getLogger(CityCommands.class);

    /// From a command to the instant at which it takes effect; chosen: in that time every replica has read it, and
    /// the operator sees the effect within a second.
    private static final Duration AHEAD = Duration.ofMillis(500);

    private final String city;
    private final CommandLog log;
    private final SimulatedTime time;
    private final Clock clock;
    private final List<CommandHandler> handlers;
    private final ReceivedCommands received = new ReceivedCommands();
    private final LongAdder late = new LongAdder();
    private final LongAdder broken = new LongAdder();

    /// @param city whose commands these are; commands of others are ignored
    /// @param clock real time
    public CityCommands(
            String city, CommandLog log, SimulatedTime time, Clock clock, List<? extends CommandHandler> handlers) {
        this.city = city;
        this.log = log;
        this.time = time;
        this.clock = clock;
        this.handlers = List.copyOf(handlers);
    }

    /// Receives commands until the log is closed.
    public void follow() {
        log.follow(this::receive);
    }

    /// Waits until all earlier commands have been received; must be called before simulated time is used.
    ///
    /// @return false when stopped before
    public boolean awaitEarlier(BooleanSupplier stopped) throws InterruptedException {
        while (!log.awaitRead(Duration.ofMillis(50))) {
            if (stopped.getAsBoolean()) {
                return false;
            }
        }
        return true;
    }

    /// Issues a command and returns when this process has received it.
    ///
    /// @throws CommandTimeoutException when Kafka does not answer
    public CommandReceipt issue(String kind, ObjectNode body) {
        Instant effectiveAt = clock.instant().plus(AHEAD);
        CityCommand command = new CityCommand(UUID.randomUUID(), city, kind, effectiveAt, time.at(effectiveAt), body);
        try {
            log.write(command.encoded());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandTimeoutException("Stopped while the command was written, it may still take effect", e);
        }
        return CommandReceipt.of(command);
    }

    /// The commands that this process has received, from a certain one on.
    ///
    /// @param from number of the first one, 0 for the first of all
    /// @param most commands at most
    public CommandsStatus status(long from, int most) {
        ReceivedCommands.Part part = received.part(from, most);
        return new CommandsStatus(
                log.isRead(), late.sum(), broken.sum(), part.received(), part.from(), part.next(), part.commands());
    }

    private void receive(byte[] value) {
        Optional<CityCommand> command = CityCommand.read(value);
        if (command.isEmpty()) {
            broken.increment();
        } else if (command.get().city().equals(city)) {
            carryOut(command.get());
        }
    }

    private void carryOut(CityCommand command) {
        try {
            handlers.stream()
                    .filter(handler -> handler.kinds().contains(command.kind()))
                    .forEach(handler -> handler.carryOut(command));
        } catch (RuntimeException e) {
            broken.increment();
            LOG.logf(
                    log.isRead() ? Logger.Level.WARN : Logger.Level.DEBUG,
                    "Ignored a command id=%s kind=%s reason=%s",
                    command.id(),
                    LogText.of(command.kind()),
                    LogText.of(String.valueOf(e.getMessage())));
            return;
        }
        received.add(command);
        if (!log.isRead()) {
            // One of maybe very many earlier ones.
            LOG.debugf("Received an earlier command id=%s kind=%s", command.id(), LogText.of(command.kind()));
            return;
        }
        boolean onTime = clock.instant().isBefore(command.effectiveAt());
        if (!onTime) {
            late.increment();
        }
        LOG.infof(
                "Received a command id=%s kind=%s at=%s onTime=%s",
                command.id(), LogText.of(command.kind()), command.simulatedAt(), onTime);
    }
}
