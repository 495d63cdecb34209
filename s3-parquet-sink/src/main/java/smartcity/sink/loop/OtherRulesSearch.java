package smartcity.sink.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.Layout;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.file.RecordOrigin;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.ObjectStore;

/// Looks in the bucket for objects of a cut that were made by other rules than those of its replay. By other rules, a
/// record may be in another object than before, or in none, so to compare each object as it is put is not enough: one
/// that was put before could have a record of one that is compared after it.
///
/// @param layout of the cut
/// @param rules of the replay
record OtherRulesSearch(TopicPartition partition, Layout layout, OffsetRange range, String rules) {
    /// What the bucket answered.
    sealed interface Answer {
        /// No object of the cut is there by other rules.
        record None() implements Answer {}

        /// One is: why its partition is blocked.
        record Found(String reason) implements Answer {}

        /// The bucket did not answer; the same may be requested again.
        record Unavailable(String reason) implements Answer {}
    }

    /// Asks the bucket once; from any thread.
    Answer search(ObjectStore store) {
        List<String> stored = new ArrayList<>();
        for (String folder : layout.everyFolder(partition)) {
            ListOutcome outcome = store.list(folder, key -> {
                if (isOfTheCut(key)) {
                    stored.add(key);
                }
            });
            if (outcome instanceof ListOutcome.Unavailable(String reason)) {
                return new Answer.Unavailable(reason);
            }
        }
        for (String key : stored) {
            Answer answer = compared(store, key);
            if (!(answer instanceof Answer.None)) {
                return answer;
            }
        }
        return new Answer.None();
    }

    private boolean isOfTheCut(String key) {
        return OffsetRange.of(partition, layout.era(), key).equals(Optional.of(range));
    }

    /// An object of the same rules is compared as it is put, or its records are gone from Kafka since.
    private Answer compared(ObjectStore store, String key) {
        return switch (store.head(key)) {
            case HeadOutcome.Unavailable(String reason) -> new Answer.Unavailable(reason);
            // It was listed a moment ago: deleted since, or the answer of a cache.
            case HeadOutcome.Absent _ -> new Answer.Unavailable(key + " was listed but is not found");
            case HeadOutcome.Found found -> {
                // A sink that records the rules of a cut records them with its objects too: none means that they are
                // hidden.
                @Nullable String before = RecordOrigin.rules(found.facts().labels());
                yield rules.equals(before)
                        ? new Answer.None()
                        : new Answer.Found(BlockReasons.otherRules(partition, range, key));
            }
        };
    }
}
