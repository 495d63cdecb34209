package smartcity.chaos;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.KafkaFailure;
import smartcity.local.infra.KafkaTopics;

/// A topic beside those of the load that is deleted and created again while sinks land it: with fewer records
/// before than afterwards. Each record has a number in its id, so that its rows are known without their
/// offsets. For one thread.
final class RecreatedTopic implements AutoCloseable {
    static final String TOPIC = "emergency_data";

    private static final int BEFORE = 500;
    private static final int AFTER = 800;
    private static final int PARTITIONS = 2;
    private static final long TIMEOUT_SECONDS = 60;

    private final String bootstrapServers;
    private final KafkaTopics topic;
    private boolean recreated;

    /// Creates the topic and sends its first records; Kafka must run.
    RecreatedTopic(String bootstrapServers, String group) {
        this.bootstrapServers = bootstrapServers;
        this.topic = new KafkaTopics(bootstrapServers, List.of(TOPIC), group);
        topic.createMissing(PARTITIONS);
        send(0, BEFORE);
    }

    private void send(int first, int records) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            for (int i = first; i < first + records; i++) {
                producer.send(new ProducerRecord<>(
                                TOPIC, i % PARTITIONS, now.toEpochMilli(), "reporter-1", value(i, now)))
                        .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new LaunchException("Failed to send to " + TOPIC + ": " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while sending to " + TOPIC, e);
        }
    }

    private static String reason(Exception failure) {
        return KafkaFailure.reason(failure, Duration.ofSeconds(TIMEOUT_SECONDS));
    }

    private static String value(int number, Instant at) {
        return """
                {"id":"00000000-0000-8000-9000-%012d","deviceId":"reporter-1","incidentId":"00000000-0000-8000-a000-000000000001",\
                "type":"Accident","timestamp":"%s","location":{"latitude":51.6,"longitude":-1.1},"status":"Active",\
                "description":"Accident on the M40","severity":"medium","lanesClosed":1,"road":"M40","carriageway":"northbound"}""".formatted(number, at);
    }

    /// Whether all that Kafka has of the topic has landed.
    boolean hasLanded() {
        try {
            return topic.progress().stream().allMatch(progress -> progress.remaining() == 0 && progress.landed() > 0);
        } catch (LaunchException e) {
            return false;
        }
    }

    /// Deletes the topic, creates it again and sends other records; only when everything has landed.
    void recreate() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteTopics(List.of(TOPIC)).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LaunchException("Failed to create " + TOPIC + " again: " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while creating again " + TOPIC, e);
        }
        send(BEFORE, AFTER);
        recreated = true;
    }

    /// Whether it was created again, so that a sink lands it only in a new era.
    boolean recreated() {
        return recreated;
    }

    /// What contradicts that the records before are in the first era once and those after in the second, a sentence
    /// each.
    ///
    /// @param bucket the folder of the bucket
    List<String> objections(Path bucket) throws SQLException {
        List<String> objections = new ArrayList<>();
        objection("", bucket, 0, BEFORE).ifPresent(objections::add);
        if (recreated) {
            objection("e1-", bucket, BEFORE, AFTER).ifPresent(objections::add);
        }
        return objections;
    }

    private static Optional<String> objection(String era, Path bucket, int first, int records) throws SQLException {
        String files = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> "'" + bucket + "/data/" + TOPIC + "/**/" + TOPIC + "-" + partition + "-" + era
                        + "[0-9]*.parquet'")
                .collect(joining(", ", "[", "]"));
        String query =
                "SELECT count(*), count(DISTINCT n), min(n), max(n) FROM (SELECT CAST(right(CAST(id AS VARCHAR), 12) AS"
                        + " BIGINT) AS n FROM read_parquet(" + files + ", hive_partitioning = false))";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            String expected =
                    records + " rows of " + records + " records, numbers " + first + " to " + (first + records - 1);
            String actual = found.getLong(1) + " rows of " + found.getLong(2) + " records, numbers " + found.getLong(3)
                    + " to " + found.getLong(4);
            return actual.equals(expected)
                    ? Optional.empty()
                    : Optional.of(TOPIC + (era.isEmpty() ? "" : " in its new era") + " must have " + expected
                            + " but has " + actual);
        }
    }

    @Override
    public void close() {
        topic.close();
    }
}
