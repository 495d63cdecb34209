package smartcity.sink.loop;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// The surroundings of a loop, apart from Kafka and the bucket.
///
/// @param clock for durations, such as the age of batches and the wait before retries; outside of tests a [SteadyClock]
/// @param chance for the jitter of retries
/// @param idle passes time
/// @param events receives each event of the loop, on the loop's thread
/// @param memory shared with the other loops of the process
public record LoopContext(
        Clock clock, RandomGenerator chance, IdleWait idle, Consumer<LoopEvent> events, MemoryBudget memory) {}
