package smartcity.emission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import smartcity.emission.kafka.shard.DeviceShards;
import smartcity.emission.kafka.shard.ShardGroup;
import smartcity.emission.kafka.shard.ShardOwnerships;
import smartcity.identity.ShardProgress;
import smartcity.identity.SimulationIdentity;

/// This process as one of the replicas of its service.
@ApplicationScoped
class GroupMembership {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ShardGroup group;
    private final ShardsConfig config;
    private final String service;
    private final String name;

    GroupMembership(
            ShardGroup group, ShardsConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        Duration interval = config.commitInterval();
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "shards.commit-interval must be within [PT0.01S, PT5S] but was " + interval);
        }
        if (config.resumeWithin().isNegative()) {
            throw new IllegalArgumentException(
                    "shards.resume-within must not be negative but was " + config.resumeWithin());
        }
        this.group = group;
        this.config = config;
        this.service = service;
        this.name = service + "-" + UUID.randomUUID();
    }

    /// The name of this process among the replicas.
    String name() {
        return name;
    }

    /// The topic of the shards.
    String topic() {
        return ShardProgress.topicOf(service);
    }

    /// The topics that must exist, with the partitions of those that are missing.
    Map<String, Integer> topics() {
        return Map.of(topic(), new DeviceShards(config.count()).count());
    }

    Duration commitInterval() {
        return config.commitInterval();
    }

    /// The shards that this process owns, one assignment after the other.
    ///
    /// @param shards partitions of the topic
    ShardOwnerships ownerships(int shards, SimulationIdentity simulation, Function<Optional<Instant>, Instant> start) {
        return new ShardOwnerships(group, new DeviceShards(shards), simulation, start);
    }

    /// Shards that this process owns.
    int owned() {
        return group.owned();
    }
}
