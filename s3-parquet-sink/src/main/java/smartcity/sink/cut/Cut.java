package smartcity.sink.cut;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smartcity.sink.file.FileForm;
import smartcity.sink.identity.TopicIdentity;

/// A range of offsets that is to land whole, and where: once this is committed as the metadata of the range's first
/// offset, the owner of the partition must store exactly this range, under these names, before anything else.
///
/// @param end the first offset behind the range
/// @param layout where the range's objects go, and in which era
/// @param form of the range's objects
/// @param rules a fingerprint of what else decides which rows they have; null when it is unknown
/// @param topic whose offsets these are; null in a cut of a version that did not record it
/// @param endEpoch the leader epoch of the record before the end: no record of the cut has a later one; null when it is
///     unknown
public record Cut(
        long end,
        Layout layout,
        FileForm form,
        @Nullable String rules,
        @Nullable TopicIdentity topic,
        @Nullable Integer endEpoch) {
    /// The longest metadata that brokers take by default [characters]. Source: Kafka, `offset.metadata.max.bytes`.
    public static final int LONGEST = 4096;

    /// A cut of unknown leader epochs.
    public Cut(long end, Layout layout, FileForm form, @Nullable String rules, @Nullable TopicIdentity topic) {
        this(end, layout, form, rules, topic, null);
    }

    /// The metadata to commit.
    public String encoded() {
        return CommitMetadata.encoded(this);
    }

    /// The same cut of a topic that is known now.
    public Cut of(TopicIdentity known) {
        return new Cut(end, layout, form, rules, known, endEpoch);
    }

    /// The same cut, whose last record is of that leader epoch, if it is known.
    public Cut endingIn(Optional<Integer> epoch) {
        return new Cut(end, layout, form, rules, topic, epoch.orElse(null));
    }
}
