package smartcity.sink.loop;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/// The partitions that a failed poll could not read, each with the reason to block it. A failure of anything else,
/// such as the membership, concerns none.
record UnreadablePartitions(Map<TopicPartition, String> reasons) {
    /// Finds those of `running` that `failure` concerns. The client reports a damaged record only by a text, which
    /// names the partition.
    static UnreadablePartitions of(KafkaException failure, Collection<Lane> running) {
        Map<TopicPartition, String> reasons = new HashMap<>();
        String message = String.valueOf(failure.getMessage());
        Set<String> words = Set.copyOf(Arrays.asList(message.replace(". ", " ").split(" ")));
        for (Lane lane : running) {
            TopicPartition partition = lane.partition();
            if (failure instanceof TopicAuthorizationException refused) {
                if (refused.unauthorizedTopics().contains(partition.topic())) {
                    reasons.put(partition, BlockReasons.forbidden(partition, message));
                }
            } else if (failure.getClass().equals(KafkaException.class) && words.contains(partition.toString())) {
                long offset = lane.readUpTo().orElse(0);
                reasons.put(partition, BlockReasons.damaged(partition, offset, rootOf(failure)));
            }
        }
        return new UnreadablePartitions(reasons);
    }

    private static String rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : rootOf(cause);
    }
}
