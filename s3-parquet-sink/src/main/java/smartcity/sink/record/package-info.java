/// What of a Kafka record besides its value lands: its key, its headers, and that it has no value.
@NullMarked
package smartcity.sink.record;

import org.jspecify.annotations.NullMarked;
