package smartcity.sink.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.Layout;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.file.RecordOrigin;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.ObjectStore;

/// Looks in the bucket for objects of a cut that its replay does not have. By other rules, a record may be in another
/// object than before, or in none, so to compare the objects that both have is not enough.
///
/// @param layout of the cut
/// @param keys of the objects that the replay has
/// @param rules of the replay
record StrayObjects(TopicPartition partition, Layout layout, OffsetRange range, Set<String> keys, String rules) {
    /// What the bucket answered.
    sealed interface Answer {
        /// No object of the cut is there by other rules, but for those that are compared anyway.
        record None() implements Answer {}

        /// This one is.
        record Found(String key) implements Answer {}

        /// The bucket did not answer; the same may be requested again.
        record Unavailable(String reason) implements Answer {}
    }

    StrayObjects {
        keys = Set.copyOf(keys);
    }

    /// Asks the bucket once; from any thread.
    Answer search(ObjectStore store) {
        List<String> strays = new ArrayList<>();
        for (String folder : layout.everyFolder(partition)) {
            ListOutcome outcome = store.list(folder, key -> {
                if (isStray(key)) {
                    strays.add(key);
                }
            });
            if (outcome instanceof ListOutcome.Unavailable(String reason)) {
                return new Answer.Unavailable(reason);
            }
        }
        for (String key : strays) {
            Answer answer = compared(store, key);
            if (!(answer instanceof Answer.None)) {
                return answer;
            }
        }
        return new Answer.None();
    }

    private boolean isStray(String key) {
        return OffsetRange.of(partition, layout.era(), key).equals(Optional.of(range)) && !keys.contains(key);
    }

    /// An object of the same rules is one whose records Kafka has deleted since.
    private Answer compared(ObjectStore store, String key) {
        return switch (store.head(key)) {
            case HeadOutcome.Unavailable(String reason) -> new Answer.Unavailable(reason);
            case HeadOutcome.Absent _ -> new Answer.None();
            case HeadOutcome.Found found -> {
                @Nullable String before = RecordOrigin.rules(found.facts().labels());
                yield before == null || before.equals(rules) ? new Answer.None() : new Answer.Found(key);
            }
        };
    }
}
