package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.event.CityTopic;
import smartcity.local.infra.InfraSettings;
import smartcity.local.run.CityService;

/// The packaged services, Kafka and S3 as processes: a run in which the sink is killed twice in the middle of a flush
/// while broken records arrive; with the long tests it is on the data of a run without faults. DuckDB then proves the
/// lake against Kafka.
class CityIT {
    @TempDir
    private static Path data;

    private static Connection lake;

    @BeforeAll
    static void runsTheCity() throws SQLException {
        if ("all".equals(System.getProperty("smartcity.test.scale"))) {
            try (CityTestRun first = CityTestRun.on(data)) {
                first.run(CityTestRun.FIRST);
                first.landEverything();
            }
        }
        lake = DriverManager.getConnection("jdbc:duckdb:");
        try (CityTestRun second = CityTestRun.on(data)) {
            second.run(Duration.ofSeconds(8));
            second.killTheSinkWhileItsPutsHang();
            BrokenRecords.sendTo(second.bootstrapServers(), CityTopic.VEHICLE.defaultName());
            second.run(Duration.ofSeconds(8));
            second.killTheSinkOnceAnObjectIsStored();
            second.run(Duration.ofSeconds(5));
            second.landEverything();
            KafkaTable.copyInto(lake, second.bootstrapServers());
        }
        createViews();
    }

    private static void createViews() throws SQLException {
        try (Statement statement = lake.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            for (CityTopic topic : CityTopic.values()) {
                statement.execute(view(topic.defaultName()));
            }
            statement.execute(view("dead_letters"));
        }
    }

    private static String view(String folder) {
        return "CREATE VIEW %1$s AS FROM read_parquet('%2$s/%1$s/**/*.parquet', hive_partitioning = false)"
                .formatted(folder, InfraSettings.lake(data));
    }

    @AfterAll
    static void closes() throws SQLException {
        if (lake != null) {
            lake.close();
        }
    }

    @ParameterizedTest
    @EnumSource(CityTopic.class)
    void landsEveryRecordOfKafkaOnce(CityTopic topic) throws SQLException {
        String landed = """
                (SELECT kafka_partition AS part, kafka_offset AS pos FROM %1$s
                UNION ALL SELECT kafka_partition, kafka_offset FROM dead_letters WHERE kafka_topic = '%1$s')""".formatted(topic.defaultName());
        String produced = "(SELECT part, pos FROM kafka WHERE topic = '%s')".formatted(topic.defaultName());

        long records = number("SELECT count(*) FROM " + produced);
        List<List<Object>> missing = rows("FROM " + produced + " EXCEPT FROM " + landed);
        List<List<Object>> invented = rows("FROM " + landed + " EXCEPT FROM " + produced);
        List<List<Object>> doubled =
                rows("SELECT part, pos, count(*) FROM " + landed + " GROUP BY ALL HAVING count(*) > 1");

        assertThat(records).isGreaterThan(topic == CityTopic.EMERGENCY ? 0 : 50);
        assertThat(missing).isEmpty();
        assertThat(invented).isEmpty();
        assertThat(doubled).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CityTopic.class)
    void givesEveryColumnTheTypeItsSchemaSays(CityTopic topic) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();

        rows("DESCRIBE " + topic.defaultName())
                .forEach(column -> types.put((String) column.get(0), (String) column.get(1)));

        assertThat(types).isEqualTo(ExpectedColumns.of(topic));
    }

    @ParameterizedTest
    @EnumSource(CityTopic.class)
    void landsTheValuesThatWereSent(CityTopic topic) throws SQLException {
        long differing = number("""
                SELECT count(*) FROM %1$s JOIN kafka ON topic = '%1$s' AND part = kafka_partition AND pos = kafka_offset
                WHERE id::VARCHAR IS DISTINCT FROM value->>'$.id'
                   OR deviceId IS DISTINCT FROM value->>'$.deviceId'
                   OR strftime(timestamp AT TIME ZONE 'UTC', '%%Y-%%m-%%dT%%H:%%M:%%S.%%fZ') IS DISTINCT FROM value->>'$.timestamp'
                   OR location.latitude IS DISTINCT FROM (value->>'$.location.latitude')::DOUBLE
                   OR location.longitude IS DISTINCT FROM (value->>'$.location.longitude')::DOUBLE
                """.formatted(topic.defaultName()));

        assertThat(differing).isZero();
    }

    @ParameterizedTest
    @EnumSource(CityTopic.class)
    void givesEveryRecordAnIdOfItsOwnAlsoAfterARestart(CityTopic topic) throws SQLException {
        assertThat(number("SELECT count(*) - count(DISTINCT id) FROM " + topic.defaultName()))
                .isZero();
    }

    /// Great-circle steps from fix to fix against the trapezoidal integral of speed; records after a pause are no
    /// steps.
    private static final String DRIVEN = """
            SELECT deviceId, sum(metres) AS metres, sum(integral) AS integral FROM (
                SELECT deviceId,
                    epoch(timestamp) - epoch(lag(timestamp) OVER w) AS seconds,
                    (speed + lag(speed) OVER w) / 2 / 3.6 * seconds AS integral,
                    2 * 6371008.8 * asin(sqrt(
                        pow(sin(radians(location.latitude - lag(location.latitude) OVER w) / 2), 2)
                        + cos(radians(location.latitude)) * cos(radians(lag(location.latitude) OVER w))
                        * pow(sin(radians(location.longitude - lag(location.longitude) OVER w) / 2), 2))) AS metres
                FROM vehicle_data WINDOW w AS (PARTITION BY deviceId ORDER BY timestamp))
            WHERE seconds < 1.5 GROUP BY deviceId""";

    @Test
    void movesEveryVehicleAsFarAsItsSpeedSays() throws SQLException {
        long driving = number("SELECT count(*) FROM (" + DRIVEN + ") WHERE integral > 300");
        List<List<Object>> disagreeing = rows("FROM (" + DRIVEN
                + ") WHERE integral > 300 AND abs(metres / integral - 1) > 0.02 OR integral <= 300 AND metres > 310");

        assertThat(driving).isGreaterThan(CityTestRun.VEHICLES / 3);
        assertThat(disagreeing).isEmpty();
    }

    /// Below bridges and shortly after a vehicle has no fix, which costs about one in a hundred.
    @Test
    void letsTelemetryAndGpsOfAVehicleAgreeAtEveryInstant() throws SQLException {
        long telemetry = number("SELECT count(*) FROM vehicle_data");
        long pairs = number("SELECT count(*) FROM vehicle_data v JOIN gps_data g USING (deviceId, timestamp)");
        long apart = number("""
                SELECT count(*) FROM vehicle_data v JOIN gps_data g USING (deviceId, timestamp)
                WHERE abs(v.speed - g.speed) > 5
                   OR 111195 * sqrt(pow(v.location.latitude - g.location.latitude, 2)
                      + pow((v.location.longitude - g.location.longitude) * 0.62, 2)) > 6 * g.accuracy
                """);

        assertThat(pairs).isBetween(telemetry * 9 / 10, telemetry);
        assertThat(apart).isZero();
    }

    @Test
    void keepsEveryBrokenRecordOnceWithItsReason() throws SQLException {
        Map<String, String> reasons = new LinkedHashMap<>();

        List<List<Object>> letters =
                rows("SELECT decode(value), reason FROM dead_letters ORDER BY kafka_partition, kafka_offset");
        letters.forEach(letter -> reasons.put((String) letter.get(0), (String) letter.get(1)));

        assertThat(letters).hasSize(BrokenRecords.REASONS.size());
        BrokenRecords.REASONS.forEach(
                (value, reason) -> assertThat(reasons.get(value)).contains(reason));
    }

    /// Warnings that come over and over are not read any more.
    @ParameterizedTest
    @EnumSource(value = CityService.class, mode = EnumSource.Mode.EXCLUDE, names = "VIEW")
    void warnsRarely(CityService service) throws IOException {
        Path log = data.resolve("logs").resolve(service.module() + ".log");

        List<String> warnings = Files.readAllLines(log).stream()
                .filter(line -> line.contains(" WARN "))
                .toList();

        assertThat(warnings).hasSizeLessThan(40);
    }

    private static long number(String sql) throws SQLException {
        return ((Number) rows(sql).getFirst().getFirst()).longValue();
    }

    private static List<List<Object>> rows(String sql) throws SQLException {
        try (Statement statement = lake.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
