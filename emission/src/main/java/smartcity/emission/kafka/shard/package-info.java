/// How the replicas of a simulator divide its devices into shards, own them, and emit their events.
@NullMarked
package smartcity.emission.kafka.shard;

import org.jspecify.annotations.NullMarked;
