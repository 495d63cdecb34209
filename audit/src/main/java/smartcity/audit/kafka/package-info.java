/// What Kafka knows: how far the group has landed its topics, and which offsets have records.
@NullMarked
package smartcity.audit.kafka;

import org.jspecify.annotations.NullMarked;
