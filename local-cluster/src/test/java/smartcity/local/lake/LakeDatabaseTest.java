package smartcity.local.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeDatabaseTest {
    @TempDir
    private Path temporary;

    private Path lake() {
        return temporary.resolve("it's a lake");
    }

    private void land(String object, String select) throws IOException, SQLException {
        Path file = lake().resolve(object);
        Files.createDirectories(file.getParent());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
    }

    @Test
    void readsAllFilesOfATopicWithTheirPartitionColumns() throws IOException, SQLException {
        land(
                "gps_data/date=2026-11-23/hour=08/gps_data-0-0-0.parquet",
                "SELECT 0 AS kafka_partition, 0 AS kafka_offset");
        land(
                "gps_data/date=2026-11-23/hour=09/gps_data-0-1-1.parquet",
                "SELECT 0 AS kafka_partition, 1 AS kafka_offset, 7 AS satellites");
        try (LakeDatabase lake = LakeDatabase.open(lake())) {

            QueryResult rows = lake.query("SELECT date, hour, satellites FROM gps_data ORDER BY kafka_offset", 10);

            assertThat(rows.columns()).containsExactly("date", "hour", "satellites");
            assertThat(rows.rows())
                    .containsExactly(List.of("2026-11-23", "08", "NULL"), List.of("2026-11-23", "09", "7"));
        }
    }

    @Test
    void countsARecordThatLandedTwiceOnce() throws IOException, SQLException {
        land("gps_data/a.parquet", "SELECT 3 AS kafka_partition, range AS kafka_offset FROM range(5)");
        land("gps_data/b.parquet", "SELECT 3 AS kafka_partition, range AS kafka_offset FROM range(4, 6)");
        try (LakeDatabase lake = LakeDatabase.open(lake())) {

            LandedCounts landed = lake.landed("gps_data");

            assertThat(landed).isEqualTo(new LandedCounts(7, 6, 0));
            assertThat(landed.duplicates()).isEqualTo(1);
            assertThat(landed.proves(6)).isFalse();
        }
    }

    @Test
    void addsTheDeadLettersOfTheTopicAlone() throws IOException, SQLException {
        land("gps_data/a.parquet", "SELECT 0 AS kafka_partition, range AS kafka_offset FROM range(5)");
        land(
                "dead_letters/a.parquet",
                "SELECT 'gps_data' AS topic, 0 AS kafka_partition, 5 AS kafka_offset"
                        + " UNION ALL SELECT 'weather_data', 0, 6");
        try (LakeDatabase lake = LakeDatabase.open(lake())) {

            LandedCounts landed = lake.landed("gps_data");

            assertThat(landed).isEqualTo(new LandedCounts(5, 5, 1));
            assertThat(landed.proves(6)).isTrue();
        }
    }

    @Test
    void holdsNothingBeforeTheFirstLanding() throws SQLException {
        try (LakeDatabase lake = LakeDatabase.open(temporary.resolve("nowhere"))) {

            assertThat(lake.topics()).isEmpty();
            assertThat(lake.landed("gps_data")).isEqualTo(new LandedCounts(0, 0, 0));
        }
    }

    @Test
    void saysWhetherThereAreMoreRowsThanAskedFor() throws SQLException {
        try (LakeDatabase lake = LakeDatabase.open(lake())) {

            QueryResult rows = lake.query("SELECT * FROM range(11)", 10);

            assertThat(rows.rows()).hasSize(10);
            assertThat(rows.complete()).isFalse();
        }
    }

    @Test
    void showsInstantsInUtc() throws SQLException {
        try (LakeDatabase lake = LakeDatabase.open(lake())) {

            QueryResult rows = lake.query("SELECT TIMESTAMPTZ '2026-11-23 14:05:06.25+02' AS t", 10);

            assertThat(rows.rows().getFirst().getFirst()).isEqualTo("2026-11-23T12:05:06.250Z");
        }
    }

    @Test
    void saysInTheFirstLineWhatIsWrongWithBrokenSql() throws SQLException {
        try (LakeDatabase lake = LakeDatabase.open(lake())) {

            assertThatThrownBy(() -> lake.query("SELEC 1", 10))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("SELEC");
            assertThatThrownBy(() -> lake.query("SELECT 1 FROM elsewhere", 10))
                    .isInstanceOf(SQLException.class)
                    .extracting(failure ->
                            String.valueOf(failure.getMessage()).lines().findFirst())
                    .asString()
                    .contains("elsewhere does not exist");
        }
    }
}
