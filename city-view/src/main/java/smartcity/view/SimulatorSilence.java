package smartcity.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// For how long each simulator has come no further, in real time: simulated time may run at any factor, or stand. Safe
/// for use by several threads.
final class SimulatorSilence {
    private final Map<String, Advance> advances = new ConcurrentHashMap<>();

    /// How far a simulator has come, and since when, in real time.
    private record Advance(Instant emittedUntil, Instant since) {}

    /// Takes note of how far a simulator has come.
    ///
    /// @param now real time
    void observe(String simulator, Instant emittedUntil, Instant now) {
        advances.compute(
                simulator,
                (_, last) ->
                        last != null && last.emittedUntil.equals(emittedUntil) ? last : new Advance(emittedUntil, now));
    }

    /// Begins to count again from here: while simulated time stands, no simulator is to come further.
    ///
    /// @param now real time
    void restart(Instant now) {
        advances.replaceAll((_, last) -> new Advance(last.emittedUntil, now));
    }

    /// By simulator; without those that were never observed.
    ///
    /// @param now real time
    Map<String, Duration> at(Instant now) {
        Map<String, Duration> silence = new TreeMap<>();
        advances.forEach((simulator, last) -> silence.put(simulator, Duration.between(last.since, now)));
        return silence;
    }
}
