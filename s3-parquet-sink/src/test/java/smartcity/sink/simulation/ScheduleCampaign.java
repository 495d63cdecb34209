package smartcity.sink.simulation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/// Many schedules, on as many threads as there are cores, until one breaks a promise that its mutant explains, or it is
/// enough.
final class ScheduleCampaign {
    /// The schedule that failed.
    record BrokenSchedule(long seed, PromiseViolation violation) {}

    private static final Duration PROGRESS = Duration.ofSeconds(15);

    private final ProtocolMutant mutant;
    private final AtomicLong nextSeed;
    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicReference<BrokenSchedule> finding = new AtomicReference<>();
    private final Map<WorldStep, Integer> steps = new ConcurrentHashMap<>();
    private final long start = System.nanoTime();

    ScheduleCampaign(ProtocolMutant mutant, long firstSeed) {
        this.mutant = mutant;
        this.nextSeed = new AtomicLong(firstSeed);
    }

    /// Runs that many.
    Optional<BrokenSchedule> run(int schedules) throws InterruptedException {
        long end = nextSeed.get() + schedules;
        return run(() -> nextSeed.get() < end);
    }

    /// Runs for that time, and prints the progress every few seconds.
    Optional<BrokenSchedule> run(Duration time) throws InterruptedException {
        AtomicLong nextProgress = new AtomicLong(PROGRESS.toNanos());
        return run(() -> {
            long spent = System.nanoTime() - start;
            long due = nextProgress.get();
            if (spent > due && nextProgress.compareAndSet(due, spent + PROGRESS.toNanos())) {
                System.out.println(summary());
            }
            return spent < time.toNanos();
        });
    }

    private Optional<BrokenSchedule> run(BooleanSupplier unfinished) throws InterruptedException {
        Thread[] threads = new Thread[Runtime.getRuntime().availableProcessors()];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().name("simulation-" + i).start(() -> work(unfinished));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return Optional.ofNullable(finding.get());
    }

    private void work(BooleanSupplier unfinished) {
        while (finding.get() == null && unfinished.getAsBoolean()) {
            long seed = nextSeed.getAndIncrement();
            ScheduleResult result = SimSchedule.run(seed, mutant);
            result.steps().forEach((step, count) -> steps.merge(step, count, Integer::sum));
            PromiseViolation violation = result.violation();
            if (violation != null && mutant.explains(violation)) {
                finding.accumulateAndGet(
                        new BrokenSchedule(seed, violation), (a, b) -> a != null && a.seed < b.seed ? a : b);
            } else {
                passed.incrementAndGet();
            }
        }
    }

    /// How often each step was reached.
    Map<WorldStep, Integer> steps() {
        Map<WorldStep, Integer> ordered = new EnumMap<>(WorldStep.class);
        ordered.putAll(steps);
        return ordered;
    }

    String summary() {
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        return "Simulation: " + passed.get() + " schedules passed in " + seconds + " s, next seed " + nextSeed.get()
                + ", " + steps();
    }
}
