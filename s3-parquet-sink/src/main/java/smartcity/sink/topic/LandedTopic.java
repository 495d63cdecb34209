package smartcity.sink.topic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.CutEpochs;
import smartcity.sink.cut.Layout;
import smartcity.sink.file.FileForm;
import smartcity.sink.file.FileSettings;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.row.Row;
import smartcity.sink.schema.FieldIds;
import smartcity.sink.schema.RecordSchema;

/// The rules by which a topic is landed.
///
/// @param placement of rows in new cuts; a pending one keeps its own
/// @param times that its records may have
/// @param conversion the other rules of what becomes of a record, as a text that differs where the rules differ
/// @param files how they are written; a pending cut keeps its own form
/// @param landFrom Kafka's timestamp of the first record of an era after the first; empty for the earliest record
public record LandedTopic(
        String name,
        RowPlacement placement,
        TimeRange times,
        String conversion,
        FileSettings files,
        Optional<Instant> landFrom) {
    /// Longest key of an object [bytes of UTF-8]. Source: Amazon S3 User Guide, Naming Amazon S3 objects.
    private static final int LONGEST_KEY = 1024;

    /// Kafka's IDs are 16 bytes in base64 without padding. Source: Kafka, `org.apache.kafka.common.Uuid`.
    private static final TopicIdentity LONGEST_IDENTITY = new TopicIdentity("c".repeat(22), "t".repeat(22));

    public LandedTopic {
        Layout layout = placement.layout();
        TopicPartition widest = new TopicPartition(name, Integer.MAX_VALUE);
        if (layout.keys(widest).isAmongDeadLetters(layout.root(widest))) {
            throw new IllegalArgumentException(
                    "layout must not be below data/dead_letters/ but was " + layout.template());
        }
        int key = placement.longestKey(widest);
        if (key > LONGEST_KEY) {
            throw new IllegalArgumentException("layout must make keys of at most " + LONGEST_KEY + " bytes but makes "
                    + key + " by " + layout.template());
        }
        int metadata = new Cut(
                        Long.MAX_VALUE,
                        layout,
                        FileForm.COMPATIBLE,
                        rules(placement.schema(), times, conversion),
                        LONGEST_IDENTITY,
                        new CutEpochs(Integer.MAX_VALUE, Integer.MAX_VALUE))
                .encoded()
                .length();
        if (metadata >= Cut.LONGEST) {
            throw new IllegalArgumentException("layout must fit the metadata of a commit, less than " + Cut.LONGEST
                    + " characters, but took " + metadata);
        }
    }

    /// A topic with rows of `schema`, in `layout`, with the usual files and no other rules.
    public LandedTopic(String name, RecordSchema schema, Layout layout, TimeRange times) {
        this(name, new RowPlacement(schema, layout), times, "", FileSettings.USUAL, Optional.empty());
    }

    public RecordSchema schema() {
        return placement.schema();
    }

    public Layout layout() {
        return placement.layout();
    }

    /// The same topic, whose columns have these field IDs.
    public LandedTopic identifiedBy(FieldIds ids) {
        RowPlacement identified = new RowPlacement(schema().withFieldIds(ids), layout());
        return new LandedTopic(name, identified, times, conversion, files, landFrom);
    }

    /// Where its rows go in `other`.
    public RowPlacement placement(Layout other) {
        return other.equals(layout()) ? placement : new RowPlacement(schema(), other);
    }

    /// Why a row that was read cannot be one of this topic; empty when it can.
    public Optional<String> refusal(Row row) {
        return times.refusal(row.eventMicros());
    }

    /// A fingerprint of everything but layout and form that decides what becomes of a record.
    public String rules() {
        return rules(schema(), times, conversion);
    }

    private static String rules(RecordSchema schema, TimeRange times, String conversion) {
        String all = schema.columns() + "\n" + schema.eventTime() + "\n" + times + "\n" + conversion;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Failed to find SHA-256, which every JDK has", e);
        }
    }
}
