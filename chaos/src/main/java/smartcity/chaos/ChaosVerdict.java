package smartcity.chaos;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import smartcity.audit.AuditScope;
import smartcity.audit.LakeAudit;
import smartcity.audit.kafka.SinkGroup;
import smartcity.audit.lake.FolderLake;
import smartcity.audit.report.AuditReport;
import smartcity.audit.report.PartitionAuditReport;

/// What two readers that know nothing of each other say of the lake.
///
/// @param audit by Hardwood and against every record of Kafka
/// @param rows rows and dead letters, by DuckDB
/// @param distinct different (topic, partition, offset) among them, by DuckDB
/// @param identities different records among them by the number in their id, by DuckDB
record ChaosVerdict(AuditReport audit, long rows, long distinct, long identities) {
    private static final String NUMBER_IN_ID = "CAST(right(CAST(id AS VARCHAR), 12) AS BIGINT)";
    private static final String NUMBER_IN_VALUE =
            "CAST(regexp_extract(decode(value), '0000-8000-8000-([0-9]{12})', 1) AS BIGINT)";

    /// @param bucket the folder of the bucket
    static ChaosVerdict on(Path bucket, String bootstrapServers, String group) throws SQLException {
        AuditScope scope =
                new AuditScope("", Set.of(AuditScope.DATA), Set.copyOf(RecordLoad.TOPICS), true, AuditScope.READERS);
        try (SinkGroup landed = new SinkGroup(Map.of("bootstrap.servers", bootstrapServers), group)) {
            AuditReport report = new LakeAudit(new FolderLake(bucket), scope, landed, (_, _, _) -> {}).run();
            return counted(bucket, report);
        }
    }

    private static ChaosVerdict counted(Path bucket, AuditReport report) throws SQLException {
        String files = "read_parquet('" + bucket + "/data/%s/**/*.parquet', hive_partitioning = false)";
        StringBuilder all = new StringBuilder("SELECT kafka_topic AS t, kafka_partition AS p, kafka_offset AS o, "
                        + NUMBER_IN_VALUE + " AS n FROM ")
                .append(files.formatted("dead_letters"));
        for (String topic : RecordLoad.TOPICS) {
            all.append(" UNION ALL SELECT '")
                    .append(topic)
                    .append("', kafka_partition, kafka_offset, ")
                    .append(NUMBER_IN_ID)
                    .append(" FROM ");
            all.append(files.formatted(topic));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery(
                        "SELECT count(*), count(DISTINCT (t, p, o)), count(DISTINCT n) FROM (" + all + ")")) {
            counts.next();
            return new ChaosVerdict(report, counts.getLong(1), counts.getLong(2), counts.getLong(3));
        }
    }

    /// What contradicts every one of `sent` records being there once, a sentence each; empty when nothing does.
    ///
    /// @param acknowledged of them, by Kafka
    List<String> objections(long sent, long acknowledged) {
        List<String> objections = new ArrayList<>();
        if (acknowledged != sent) {
            objections.add("Kafka acknowledged " + acknowledged + " records but " + sent + " were to be sent");
        }
        if (!audit.clean()) {
            objections.add("The audit has " + audit.findingCount() + " findings, the first: "
                    + audit.findings().getFirst().sentence());
        }
        long inKafka = audit.sum(PartitionAuditReport::compared);
        if (inKafka != sent) {
            objections.add("Kafka holds " + inKafka + " records but " + sent + " were to be sent");
        }
        if (rows != sent || distinct != sent || identities != sent) {
            objections.add("DuckDB counts " + rows + " rows, " + distinct + " of them different, of " + identities
                    + " records by their ids, but " + sent + " records were to be sent");
        }
        return objections;
    }
}
