package smartcity.emission;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smartcity.emission.control.Orders;
import smartcity.event.EventSource;
import smartcity.event.Topic;

/// Lets a simulator's events out from the moment Kafka is reached until shutdown, or the end of a backfill, which ends
/// the process with exit code 0.
///
/// Guarantee: an event that [SimulatorStatus] counts as emitted has been acknowledged by all in-sync replicas, once. On
/// shutdown, what has been sent is waited for, ten seconds at most. An event that Kafka refuses for good ends the
/// process with exit code 1.
@ApplicationScoped
public class Emission {
    private static final Logger LOG = Logger.getLogger(Emission.class);

    /// For the loop and then for acknowledgements on shutdown; chosen: together a third of the termination grace that
    /// Kubernetes gives by default.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Pace pace;
    private final boolean backfill;
    private final TopicCreation creation;
    private final TopicsConfig names;
    private final Dispatch dispatch;
    private final Orders orders;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Channels channels;
    private volatile @Nullable EventLoop loop;
    private volatile @Nullable Thread thread;
    private volatile boolean complete;

    Emission(
            Pace pace,
            SimulationConfig simulation,
            TopicCreation creation,
            TopicsConfig names,
            Dispatch dispatch,
            Orders orders) {
        this.pace = pace;
        this.backfill = simulation.until().isPresent();
        this.creation = creation;
        this.names = names;
        this.dispatch = dispatch;
        this.orders = orders;
    }

    /// Starts to emit what depends on no other topic, see [#begin(Function, Map, Gate)].
    public void begin(Function<Instant, List<EventSource>> city, Map<Topic, MutinyEmitter<byte[]>> emitters) {
        begin(city, emitters, Gate.OPEN);
    }

    /// Starts to emit, on a thread of its own; to be called once, at start-up.
    ///
    /// @param city gives the sources whose events begin at the simulated instant it is handed
    /// @param emitters the channel for each topic the sources have events of
    /// @param gate lets the sources go on when what they read is complete
    public void begin(
            Function<Instant, List<EventSource>> city, Map<Topic, MutinyEmitter<byte[]>> emitters, Gate gate) {
        Channels out = new Channels(emitters, dispatch::headersOf, this::abort);
        channels = out;
        thread = Thread.ofPlatform().name("emission").start(() -> emit(city, gate, out));
    }

    /// The topics this simulator emits; none before it begins.
    Set<Topic> topics() {
        Channels out = channels;
        return out == null ? Set.of() : out.topics();
    }

    /// Events of a topic that Kafka has acknowledged; zero for topics of other simulators.
    long emitted(Topic topic) {
        Channels out = channels;
        return out == null ? 0 : out.acknowledged(topic);
    }

    /// Whether Kafka was reached and events go out.
    boolean emitting() {
        return loop != null && !complete && stopping.getCount() > 0;
    }

    private void emit(Function<Instant, List<EventSource>> city, Gate gate, Channels out) {
        try {
            if (!creation.ensure(out.topics().stream().map(names::nameOf).collect(Collectors.toSet()), stopping)) {
                return;
            }
            if (!orders.awaitKnown(stopping)) {
                return;
            }
            Instant from = pace.from();
            // Sources may look back from their first instant at once, so what they read must be complete before.
            if (!gate.awaitComplete(from, () -> stopping.getCount() == 0)) {
                return;
            }
            EventLoop events = new EventLoop(city.apply(from), pace, gate, dispatch.outlet(out));
            loop = events;
            long since = System.nanoTime();
            LOG.infof("Emitting topics=%s from=%s backfill=%s", out.topics(), from, backfill);
            if (stopping.getCount() > 0) {
                events.run();
            }
            if (backfill && stopping.getCount() > 0) {
                complete(out, from, since);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            abort(e);
        }
    }

    /// Ends the process once Kafka has all of the period, however long that takes.
    private void complete(Channels out, Instant from, long since) throws InterruptedException {
        while (!out.drained(GRACE)) {
            if (stopping.getCount() == 0) {
                return;
            }
        }
        double seconds = (System.nanoTime() - since) / 1e9;
        long records = out.topics().stream().mapToLong(out::acknowledged).sum();
        LOG.infof(
                "Backfilled topics=%s records=%d from=%s until=%s seconds=%.1f perSecond=%.0f",
                out.topics(), records, from, pace.now(), seconds, records / seconds);
        complete = true;
        Quarkus.asyncExit(0);
    }

    private void abort(Throwable failure) {
        LOG.error("Failed to emit, stopping", failure);
        stopping.countDown();
        EventLoop events = loop;
        if (events != null) {
            events.stop();
        }
        Quarkus.asyncExit(1);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        end();
    }

    /// Ends the emission for good and waits for what has been sent; may be called more than once.
    public void end() throws InterruptedException {
        stopping.countDown();
        EventLoop events = loop;
        Thread emission = thread;
        Channels out = channels;
        if (events != null) {
            events.stop();
        }
        if (emission == null || out == null) {
            return;
        }
        boolean drained = emission.join(GRACE) && out.drained(GRACE);
        Map<Topic, Long> counts = out.topics().stream().collect(Collectors.toMap(topic -> topic, out::acknowledged));
        if (drained) {
            LOG.infof("Stopped emitted=%s", counts);
        } else {
            LOG.warnf("Stopped before Kafka acknowledged all emitted=%s", counts);
        }
    }
}
