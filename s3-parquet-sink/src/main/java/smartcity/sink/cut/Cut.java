package smartcity.sink.cut;

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
/// @param epochs by which a replay finds that the log was truncated
public record Cut(
        long end,
        Layout layout,
        FileForm form,
        @Nullable String rules,
        @Nullable TopicIdentity topic,
        CutEpochs epochs) {
    /// The longest metadata that brokers take by default [characters]. Source: Kafka, `offset.metadata.max.bytes`.
    public static final int LONGEST = 4096;

    /// A cut of unknown leader epochs.
    public Cut(long end, Layout layout, FileForm form, @Nullable String rules, @Nullable TopicIdentity topic) {
        this(end, layout, form, rules, topic, CutEpochs.UNKNOWN);
    }

    /// The metadata to commit.
    public String encoded() {
        return CommitMetadata.encoded(this);
    }

    /// The same cut of a topic that is known now.
    public Cut of(TopicIdentity known) {
        return new Cut(end, layout, form, rules, known, epochs);
    }

    /// The same cut with these epochs.
    public Cut with(CutEpochs known) {
        return new Cut(end, layout, form, rules, topic, known);
    }
}
