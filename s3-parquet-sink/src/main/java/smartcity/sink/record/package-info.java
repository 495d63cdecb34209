/// The parts of a Kafka record that land in addition to its value: its key, its headers, and whether it has a value.
@NullMarked
package smartcity.sink.record;

import org.jspecify.annotations.NullMarked;
