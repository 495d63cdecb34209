/// The incident simulator as a process: its settings and its channel to Kafka.
@NullMarked
package smartcity.incident;

import org.jspecify.annotations.NullMarked;
