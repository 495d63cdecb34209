package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.StaleMemberEpochException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.identity.TopicIdentities;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.kafka.KafkaAccess;
import smartcity.sink.kafka.PartitionLeaders;
import smartcity.sink.topic.LandedTopic;

/// Finds where newly assigned partitions resume: at the group's committed offset, else behind the ranges in
/// the bucket's object names, else at the earliest offset; and whether they may resume at all, see
/// [ResumeRules].
final class ResumePoints {
    /// How long one request to Kafka may block the loop [chosen, not measured].
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Consumer<?, ?> consumer;
    private final TopicIdentities identities;
    private final Function<TopicPartition, LandedTopic> topics;
    private final TopicMarkers markers;
    private final MarkerWatch markerWatch;
    private final FieldIdAssignments fieldIds;
    private final LandedRanges ranges;
    private final ResumeRules rules;
    private final PartitionLeaders leaders;

    /// @param topics how the topic of a partition is landed
    ResumePoints(
            KafkaAccess kafka,
            BucketUploads bucket,
            TopicMarkers markers,
            Function<TopicPartition, LandedTopic> topics) {
        this.consumer = kafka.consumer();
        this.identities = kafka.identities();
        this.topics = topics;
        this.markers = markers;
        this.markerWatch = new MarkerWatch(markers);
        this.fieldIds = new FieldIdAssignments(bucket, markers.readOnly());
        this.ranges = new LandedRanges(bucket);
        this.rules = new ResumeRules(kafka.consumer(), markers, ranges);
        this.leaders = new PartitionLeaders(kafka.consumer());
    }

    /// All of these will be asked for: what the bucket says of their topics is requested once.
    void await(Set<TopicPartition> partitions) {
        ranges.await(partitions);
    }

    /// Forgets the requests for a partition that is not assigned any more.
    void forget(TopicPartition partition) {
        ranges.forget(partition);
    }

    /// See [MarkerWatch#objections].
    Map<TopicPartition, String> objections(Collection<Lane> running, Instant now) {
        return markerWatch.objections(running, now);
    }

    /// Where the partitions resume, as far as it is known now. The caller asks again for the others, such as those
    /// without a leader.
    Map<TopicPartition, Resumption> find(Set<TopicPartition> wanted) {
        Map<TopicPartition, Resumption> found = new HashMap<>();
        ranges.await(wanted);
        try {
            Set<TopicPartition> partitions = leaders.present(wanted, TIMEOUT);
            if (partitions.isEmpty()) {
                return found;
            }
            Set<String> names = partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions, TIMEOUT);
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, TIMEOUT);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions, TIMEOUT);
            // Asked last: as no ID comes again, the offsets are those of this topic or of one before it.
            if (!(identities.of(names) instanceof TopicIdentities.Answer.Known(Map<String, TopicIdentity> known))) {
                return found;
            }
            for (TopicPartition partition : partitions) {
                TopicIdentity topic = known.get(partition.topic());
                if (topic != null) {
                    PartitionFacts facts = new PartitionFacts(
                            partition,
                            topics.apply(partition),
                            topic,
                            committed.get(partition),
                            first.getOrDefault(partition, 0L),
                            end.getOrDefault(partition, 0L));
                    found.put(partition, decided(facts));
                }
            }
        } catch (TopicAuthorizationException e) {
            wanted.stream()
                    .filter(partition -> e.unauthorizedTopics().contains(partition.topic()))
                    .forEach(partition -> found.put(
                            partition,
                            new Resumption.Blocked(BlockReasons.forbidden(partition, String.valueOf(e.getMessage())))));
            return found;
        } catch (RetriableException | UnknownMemberIdException | StaleMemberEpochException e) {
            return found;
        }
        return found;
    }

    private Resumption decided(PartitionFacts facts) {
        Resumption resumption = identified(possible(rules.decide(facts), facts), facts);
        if (resumption instanceof Resumption.Blocked) {
            markers.forget(facts.landed().name());
        }
        if (!(resumption instanceof Resumption.Unknown)) {
            ranges.forget(facts.partition());
        }
        return resumption;
    }

    /// A partition resumes when the columns of its topic have their field IDs.
    private Resumption identified(Resumption resumption, PartitionFacts facts) {
        if (!(resumption instanceof Resumption.At(ResumePoint point, OffsetRange skipped))) {
            return resumption;
        }
        return switch (fieldIds.of(facts.landed())) {
            case FieldIdAssignments.State.Unknown _ -> new Resumption.Unknown();
            case FieldIdAssignments.State.Unreadable(String reason) -> new Resumption.Blocked(reason);
            case FieldIdAssignments.State.Assigned(LandedTopic topic) -> new Resumption.At(point.of(topic), skipped);
        };
    }

    /// A point that Kafka's log does not reach, or a cut that cannot be written any more, blocks the partition.
    private static Resumption possible(Resumption resumption, PartitionFacts facts) {
        if (!(resumption instanceof Resumption.At(ResumePoint point, var _))) {
            return resumption;
        }
        Cut pending = point.pending();
        long reached = Math.max(point.offset(), pending == null ? 0 : pending.end());
        if (reached > facts.end()) {
            return new Resumption.Blocked(BlockReasons.endsBefore(facts.partition(), reached, facts.end()));
        }
        return pending == null ? resumption : writable(pending, resumption, facts);
    }

    private static Resumption writable(Cut pending, Resumption resumption, PartitionFacts facts) {
        try {
            facts.landed().placement(pending.layout());
            return resumption;
        } catch (IllegalArgumentException e) {
            return new Resumption.Blocked("Failed to complete the cut of " + facts.partition() + " in "
                    + pending.layout().template() + ": " + e.getMessage());
        }
    }

    /// What Kafka reports of a partition.
    ///
    /// @param landed how its topic is landed
    /// @param topic the incarnation of the topic
    /// @param committed the group's offset; null when there is none
    /// @param first the first offset that Kafka still has
    /// @param end the offset behind the last record
    record PartitionFacts(
            TopicPartition partition,
            LandedTopic landed,
            TopicIdentity topic,
            @Nullable OffsetAndMetadata committed,
            long first,
            long end) {
        int era() {
            return landed.layout().era();
        }
    }
}
