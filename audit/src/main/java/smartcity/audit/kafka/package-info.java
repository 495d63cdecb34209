/// The state of Kafka: the group's offsets, and the offsets of the records.
@NullMarked
package smartcity.audit.kafka;

import org.jspecify.annotations.NullMarked;
