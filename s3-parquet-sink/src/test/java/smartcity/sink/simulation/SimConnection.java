package smartcity.sink.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import smartcity.sink.simulation.SimOffsets.Sent;

/// The way from one consumer to the coordinator. What is sent over one connection arrives in order, if it arrives; what
/// was sent over one that has been closed may arrive at any later time. Like the real client, a commit is repeated
/// without the caller's knowledge until its time is up.
final class SimConnection {
    private static final Duration RETRY = Duration.ofMillis(100);

    private final SimWorld world;
    private final SimConsumer client;
    private final Queue<Sent> stuck = new ArrayDeque<>();
    private int closes;

    SimConnection(SimWorld world, SimConsumer client) {
        this.world = world;
        this.client = client;
    }

    /// How often it was closed.
    int closes() {
        return closes;
    }

    /// Commits; see [org.apache.kafka.clients.consumer.Consumer#commitSync].
    void commit(Sent sent, Duration timeout) {
        Instant deadline = world.clock.instant().plus(timeout);
        while (world.clock.instant().isBefore(deadline)) {
            if (client.waiting) {
                throw new RebalanceInProgressException();
            }
            if (!world.outages.coordinatorUp()) {
                if (world.chance.permille(300)) {
                    close();
                }
                world.pass(client.replica(), Duration.ofSeconds(1));
            } else if (attempt(sent, deadline)) {
                return;
            } else {
                world.pass(client.replica(), RETRY);
            }
        }
        throw new TimeoutException("Timeout of " + timeout + " expired before committing " + sent);
    }

    private boolean attempt(Sent sent, Instant deadline) {
        deliver();
        if (!world.faulty()) {
            return arrive(sent);
        }
        switch (world.chance.below(5)) {
            case 0 -> close();
            case 1 -> {
                arrive(sent);
                close();
            }
            case 2, 3 -> {
                stuck.add(sent);
                close();
            }
            default -> {
                stuck.add(sent);
                world.pass(client.replica(), Duration.between(world.clock.instant(), deadline));
            }
        }
        return false;
    }

    private boolean arrive(Sent sent) {
        if (!client.replica().coordinator().offsets().arrive(sent)) {
            throw new CommitFailedException();
        }
        return true;
    }

    /// What was sent before arrives first.
    void deliver() {
        Sent sent;
        while ((sent = stuck.poll()) != null) {
            client.replica().coordinator().offsets().arrive(sent);
        }
    }

    /// The connection is closed; the next request opens another.
    void close() {
        closes++;
        world.trace.say("%s loses its connection", client.replica().name());
        Sent sent;
        while ((sent = stuck.poll()) != null) {
            client.replica().coordinator().offsets().delay(sent);
        }
    }
}
