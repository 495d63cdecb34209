package smartcity.sink.parquet;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/// The origin of a file's rows, as its footer states it.
///
/// @param schemaId identity of the schema its columns were made of
record FileOrigin(TopicPartition partition, long firstOffset, String schemaId) {
    Map<String, String> footer(long lastOffset) {
        return new TreeMap<>(Map.of(
                "smartcity.topic", partition.topic(),
                "smartcity.partition", Integer.toString(partition.partition()),
                "smartcity.offset.first", Long.toString(firstOffset),
                "smartcity.offset.last", Long.toString(lastOffset),
                "smartcity.schema", schemaId,
                "smartcity.writer", ParquetFiles.WRITER));
    }
}
