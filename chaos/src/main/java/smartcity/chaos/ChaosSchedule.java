package smartcity.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import smartcity.chaos.ChaosStep.Act;

/// What is done when: every kind of fault, in an order and at instants that the seed decides.
final class ChaosSchedule {
    static final int SINKS = 3;
    /// Longer than the session timeout of the sinks, so that a paused one has lost its partitions when it continues.
    static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);

    /// How long the broker does nothing [chosen].
    private static final Duration BROKER_PAUSE = Duration.ofSeconds(5);
    /// Shorter runs have no change of topics and sinks, which takes some 30 s in addition [chosen].
    private static final Duration WITH_CHANGES = Duration.ofMinutes(2);

    private final Random chance;
    private final long millis;
    private final List<ChaosStep> steps = new ArrayList<>();

    private ChaosSchedule(long seed, Duration duration) {
        this.chance = new Random(seed);
        this.millis = duration.toMillis();
    }

    /// The steps in the order of time; at the end, sink 0 alone runs, and everything else is well.
    static List<ChaosStep> of(long seed, Duration duration) {
        ChaosSchedule schedule = new ChaosSchedule(seed, duration);
        schedule.scale();
        schedule.s3();
        schedule.broker();
        schedule.killsAndPauses();
        if (duration.compareTo(WITH_CHANGES) >= 0) {
            schedule.changes();
        }
        schedule.steps.sort(Comparator.comparing(ChaosStep::at));
        return List.copyOf(schedule.steps);
    }

    private void at(double share, Act act, int sink) {
        steps.add(new ChaosStep(Duration.ofMillis((long) (share * millis)), act, sink));
    }

    private double between(double low, double high) {
        return low + chance.nextDouble() * (high - low);
    }

    /// From one sink to three and back to one.
    private void scale() {
        at(0, Act.START, 0);
        at(between(0.04, 0.08), Act.START, 1);
        at(between(0.04, 0.08), Act.START, 2);
        at(between(0.93, 0.95), Act.TERMINATE, 1);
        at(between(0.95, 0.97), Act.TERMINATE, 2);
    }

    /// One minute without S3, or a third of a shorter run.
    private void s3() {
        double outage = Math.min(60_000.0 / millis, 0.33);
        double down = between(0.28, 0.32);
        at(between(0.10, 0.14), Act.S3_UNAVAILABLE, 0);
        at(between(0.24, 0.27), Act.S3_HEALTHY, 0);
        at(down, Act.S3_DOWN, 0);
        at(down + outage, Act.S3_UP, 0);
        at(between(0.68, 0.72), Act.S3_FLAKY, 0);
        at(between(0.88, 0.92), Act.S3_HEALTHY, 0);
    }

    private void broker() {
        Act first = chance.nextBoolean() ? Act.KAFKA_RESTART : Act.KAFKA_CRASH;
        at(between(0.16, 0.24), first, 0);
        double pause = between(0.58, 0.62);
        at(pause, Act.KAFKA_PAUSE, 0);
        at(pause + BROKER_PAUSE.toMillis() / (double) millis, Act.KAFKA_RESUME, 0);
        at(between(0.74, 0.84), first == Act.KAFKA_CRASH ? Act.KAFKA_RESTART : Act.KAFKA_CRASH, 0);
    }

    /// A rolling upgrade with other rules before anything fails: where a cut is pending, other rules may have to
    /// wait for an operator. The topic is created again while S3 works, as it must have landed before.
    private void changes() {
        at(0.085, Act.UPGRADE, 0);
        at(between(0.271, 0.279), Act.RECREATE, 0);
    }

    /// Every few seconds a sink is killed, or paused for longer than its session; a paused one is left alone.
    private void killsAndPauses() {
        double now = 0.1;
        Set<Integer> free = new TreeSet<>(List.of(0, 1, 2));
        double resumes = 1;
        OptionalInt paused = OptionalInt.empty();
        while (now < 0.9) {
            if (paused.isPresent() && now >= resumes) {
                free.add(paused.getAsInt());
                paused = OptionalInt.empty();
            }
            int sink = List.copyOf(free).get(chance.nextInt(free.size()));
            double pause = between(1.5, 2.2) * SESSION_TIMEOUT.toMillis() / millis;
            if (paused.isEmpty() && now + pause < 0.92 && chance.nextInt(4) == 0) {
                resumes = now + pause;
                at(now, Act.PAUSE, sink);
                at(resumes, Act.RESUME, sink);
                free.remove(sink);
                paused = OptionalInt.of(sink);
            } else {
                at(now, Act.KILL, sink);
            }
            now += between(3_000, 8_000) / millis;
        }
    }
}
