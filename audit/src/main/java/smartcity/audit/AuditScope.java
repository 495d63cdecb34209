package smartcity.audit;

import java.util.Set;

/// The part of a lake that is audited, and how thoroughly.
///
/// @param prefix of the lake's keys before `data/`: empty, or a path that ends in a slash
/// @param roots folders below the prefix where objects are, each ending in a slash; `data/` has dead letters always
/// @param topics to audit; empty for all
/// @param everyRecord whether each record of Kafka is compared with the lake
/// @param readers number of objects read at the same time
public record AuditScope(String prefix, Set<String> roots, Set<String> topics, boolean everyRecord, int readers) {
    /// Enough parallel reads to hide a bucket's latency [chosen, not measured].
    public static final int READERS = 8;

    /// Folder of a sink's objects unless its settings give another layout.
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

    /// The whole lake below `prefix`, without a comparison of every record.
    public static AuditScope of(String prefix) {
        return new AuditScope(prefix, Set.of(DATA), Set.of(), false, READERS);
    }

    boolean includes(String topic) {
        return topics.isEmpty() || topics.contains(topic);
    }
}
