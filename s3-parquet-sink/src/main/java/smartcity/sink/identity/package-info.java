/// Which topic a name stands for: its IDs in Kafka, the era of its objects, and the group that owns them.
@NullMarked
package smartcity.sink.identity;

import org.jspecify.annotations.NullMarked;
