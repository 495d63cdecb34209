package smartcity.audit;

import java.util.Set;

/// What is audited, and how.
///
/// @param prefix of the lake's keys before `data/`: empty, or a path that ends in a slash
/// @param roots folders below the prefix where objects are, each ending in a slash; `data/` has dead letters always
/// @param topics to be audited; empty for all that are found
/// @param everyRecord whether each record of Kafka is looked for in the lake
/// @param readers objects read at the same time
public record AuditScope(String prefix, Set<String> roots, Set<String> topics, boolean everyRecord, int readers) {
    /// Hides the latency of a bucket without crowding it [chosen, not measured].
    public static final int READERS = 8;

    /// Where a sink puts its objects, unless a layout of its settings says otherwise.
    public static final String DATA = "data/";

    public AuditScope {
        if (prefix.startsWith("/") || (!prefix.isEmpty() && !prefix.endsWith("/"))) {
            throw new IllegalArgumentException("prefix must be empty or a path like lake/ but was " + prefix);
        }
        if (readers < 1) {
            throw new IllegalArgumentException("readers must be at least 1 but was " + readers);
        }
        for (String root : roots) {
            if (root.startsWith("/") || !root.endsWith("/")) {
                throw new IllegalArgumentException("root must be a path like data/ but was " + root);
            }
        }
        roots = Set.copyOf(roots);
        topics = Set.copyOf(topics);
    }

    /// The whole lake below `prefix`, by what it and the group's offsets say.
    public static AuditScope of(String prefix) {
        return new AuditScope(prefix, Set.of(DATA), Set.of(), false, READERS);
    }

    boolean includes(String topic) {
        return topics.isEmpty() || topics.contains(topic);
    }
}
