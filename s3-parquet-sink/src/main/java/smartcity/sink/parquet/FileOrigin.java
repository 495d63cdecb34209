package smartcity.sink.parquet;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.file.FileForm;
import smartcity.sink.file.RecordChecksum;
import smartcity.sink.file.RecordOrigin;

/// The origin of a file's rows, as its footer states it.
///
/// @param form of the file
/// @param schemaId identity of the schema its columns were made of
record FileOrigin(RecordOrigin records, long firstOffset, FileForm form, String schemaId) {
    TopicPartition partition() {
        return records.partition();
    }

    /// @param checksum of the records
    Map<String, String> footer(long lastOffset, long checksum) {
        Map<String, String> footer = new TreeMap<>(Map.of(
                "smartcity.topic", partition().topic(),
                "smartcity.topic.id", records.topic().topicId(),
                "smartcity.cluster.id", records.topic().clusterId(),
                "smartcity.era", Integer.toString(records.era()),
                "smartcity.partition", Integer.toString(partition().partition()),
                "smartcity.offset.first", Long.toString(firstOffset),
                "smartcity.offset.last", Long.toString(lastOffset),
                "smartcity.schema", schemaId,
                "smartcity.files", form.text(),
                "smartcity.writer", ParquetFiles.WRITER));
        Map.Entry<String, String> stated = RecordChecksum.footer(checksum);
        footer.put(stated.getKey(), stated.getValue());
        return footer;
    }
}
