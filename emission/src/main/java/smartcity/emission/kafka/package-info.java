/// How a simulator writes to Kafka and reads from it, with Kafka's clients alone: records and transactions, topics,
/// the log of commands, and the progress of the services whose topics are read.
@NullMarked
package smartcity.emission.kafka;

import org.jspecify.annotations.NullMarked;
