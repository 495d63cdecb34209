package smartcity.cli;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import smartcity.event.CityTopic;

/// All that is in Kafka, read by a plain consumer of no group, as the table `kafka(topic, part, pos, value)`.
final class KafkaTable {
    private KafkaTable() {}

    static void copyInto(Connection connection, String bootstrapServers) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kafka(topic VARCHAR, part INTEGER, pos BIGINT, value VARCHAR)");
        }
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                DuckDBAppender rows = connection.unwrap(DuckDBConnection.class).createAppender("main", "kafka")) {
            List<TopicPartition> partitions = Arrays.stream(CityTopic.values())
                    .flatMap(topic -> consumer.partitionsFor(topic.defaultName()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    append(rows, record);
                }
            }
        }
    }

    private static void append(DuckDBAppender rows, ConsumerRecord<byte[], byte[]> record) throws SQLException {
        rows.beginRow();
        rows.append(record.topic());
        rows.append(record.partition());
        rows.append(record.offset());
        rows.append(new String(record.value(), StandardCharsets.UTF_8));
        rows.endRow();
    }
}
