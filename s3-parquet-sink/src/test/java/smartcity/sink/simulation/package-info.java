/// The real loop, batches and cuts against a simulated Kafka, bucket, clock and fate: thousands of random
/// schedules, each the same again from its seed.
@NullMarked
package smartcity.sink.simulation;

import org.jspecify.annotations.NullMarked;
