/// How the services name a simulation and the progress of its shards, in Kafka and to each other.
@NullMarked
package smartcity.identity;

import org.jspecify.annotations.NullMarked;
