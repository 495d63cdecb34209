package smartcity.emission.shard;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import smartcity.shard.Shards;

/// This process as one of the replicas of its service.
@ApplicationScoped
public class GroupMembership {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ShardGroup group;
    private final ShardsConfig config;
    private final String service;
    private final String name;

    GroupMembership(
            @Identifier("shards") ShardGroup group,
            ShardsConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
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

    /// The topic of a service's shards.
    public static String topicOf(String service) {
        return service + "_shards";
    }

    /// Names this process among the replicas.
    public String name() {
        return name;
    }

    /// The topic of the shards.
    public String topic() {
        return topicOf(service);
    }

    /// The topics that must exist, with the partitions of those that are missing.
    public Map<String, Integer> topics() {
        return Map.of(topic(), new Shards(config.count()).count());
    }

    public Duration commitInterval() {
        return config.commitInterval();
    }

    /// What this process owns, one after the other, see [ShardOwnerships].
    ///
    /// @param shards partitions of the topic
    public ShardOwnerships tenures(int shards, String city, Function<Optional<Instant>, Instant> start) {
        return new ShardOwnerships(group, new Shards(shards), city, start);
    }

    /// Shards that this process owns.
    public int owned() {
        return group.owned();
    }
}
