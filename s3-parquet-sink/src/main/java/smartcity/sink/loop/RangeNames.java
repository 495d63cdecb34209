package smartcity.sink.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.Layout;
import smartcity.sink.cut.OffsetRange;

/// The names of the objects of a partition's last range, among all names that were added.
final class RangeNames {
    private final List<String> ofLast = new ArrayList<>();
    private @Nullable OffsetRange last;

    void add(OffsetRange range, String name) {
        OffsetRange before = last;
        if (before == null || range.end() > before.end()) {
            last = range;
            ofLast.clear();
            ofLast.add(name);
        } else if (range.equals(before)) {
            ofLast.add(name);
        }
    }

    /// The range that ends last; null when no name was added.
    @Nullable
    OffsetRange range() {
        return last;
    }

    /// The first name of that range; only when there is one.
    String first() {
        return ofLast.getFirst();
    }

    /// Names of that range.
    int count() {
        return ofLast.size();
    }

    /// The first name of that range that the layout does not make; empty when it makes all.
    Optional<String> firstOutside(Layout layout, TopicPartition partition) {
        return ofLast.stream().filter(name -> !layout.makes(name, partition)).findFirst();
    }
}
