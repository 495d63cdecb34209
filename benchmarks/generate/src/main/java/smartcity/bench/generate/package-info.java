/// Measures how fast the vehicle simulator generates: the world alone, its encoding, and records to a real
/// broker beside the producer tool of Kafka.
@NullMarked
package smartcity.bench.generate;

import org.jspecify.annotations.NullMarked;
