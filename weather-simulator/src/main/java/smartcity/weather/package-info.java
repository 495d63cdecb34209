/// The weather simulator as a process: its settings and its channel to Kafka.
@NullMarked
package smartcity.weather;

import org.jspecify.annotations.NullMarked;
