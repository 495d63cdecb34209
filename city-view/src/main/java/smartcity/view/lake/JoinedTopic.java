package smartcity.view.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A topic by the statuses of all sinks. What a sink has landed adds up; a partition that two report, as
/// they do for a moment while it moves, is that of the sink which answers, and of the one that has read
/// further.
final class JoinedTopic {
    private final String name;
    private final List<JsonNode> parts = new ArrayList<>();
    private final Map<Integer, ReportedPartition> partitions = new TreeMap<>();

    private record ReportedPartition(JsonNode json, boolean ofNow) {
        boolean isBefore(ReportedPartition other) {
            return ofNow == other.ofNow ? position() < other.position() : other.ofNow;
        }

        private long position() {
            return json.path("position").asLong(-1);
        }
    }

    JoinedTopic(String name) {
        this.name = name;
    }

    /// Adds what one sink says.
    ///
    /// @param ofNow whether it answers, or said so before
    void add(JsonNode topic, boolean ofNow) {
        parts.add(topic);
        for (JsonNode partition : topic.path("partitions")) {
            partitions.merge(
                    partition.path("partition").asInt(),
                    new ReportedPartition(partition, ofNow),
                    (one, other) -> one.isBefore(other) ? other : one);
        }
    }

    /// The partitions, each once, in order.
    List<JsonNode> partitions() {
        return partitions.values().stream().map(ReportedPartition::json).toList();
    }

    long landed() {
        return sum(parts, "landed");
    }

    long objects() {
        return sum(parts, "objects");
    }

    long deadLetters() {
        return sum(parts, "deadLetters");
    }

    /// Records that were read and have not landed.
    long held() {
        return sum(partitions(), "heldRecords");
    }

    /// Records that were not read, where they are known.
    long unread() {
        return partitions().stream().mapToLong(JoinedTopic::unread).sum();
    }

    /// A sink of an older version states offsets alone, which are at least as many.
    static long unread(JsonNode partition) {
        return partition.path("unreadRecords").asLong(partition.path("lag").asLong());
    }

    private static long sum(List<JsonNode> all, String field) {
        return all.stream().mapToLong(one -> one.path(field).asLong()).sum();
    }

    /// Writes all but the partitions.
    void writeTo(ObjectNode shown) {
        shown.put("name", name)
                .put("landed", landed())
                .put("held", held())
                .put("unread", unread())
                .put("objects", objects())
                .put("bytes", sum(parts, "bytes"))
                .put("deadLetters", deadLetters())
                .put("lastObjectAt", newest("lastObjectAt"))
                .put("newestEvent", newest("newestEvent"));
        ArrayNode objects = shown.putArray("lastObjects");
        ArrayNode reasons = shown.putArray("lastReasons");
        for (JsonNode part : parts) {
            String key = text(part, "lastObject");
            if (key != null) {
                objects.addObject().put("key", key).put("at", millis(part, "lastObjectAt"));
            }
            String reason = text(part, "lastReason");
            if (reason != null) {
                reasons.add(reason);
            }
        }
    }

    private @Nullable Long newest(String field) {
        Long newest = null;
        for (JsonNode part : parts) {
            Long one = millis(part, field);
            newest = newest == null || (one != null && one > newest) ? one : newest;
        }
        return newest;
    }

    static @Nullable String text(JsonNode json, String field) {
        return json.path(field).isTextual() ? json.path(field).textValue() : null;
    }

    static @Nullable Long millis(JsonNode json, String field) {
        String instant = text(json, field);
        if (instant == null) {
            return null;
        }
        try {
            return Instant.parse(instant).toEpochMilli();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
