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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                    .containsExactly(Arrays.asList("2026-11-23", "08", null), List.of("2026-11-23", "09", "7"));
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
                    .isInstanceOf(QueryRefusedException.class)
                    .hasMessage("There is no view elsewhere; the views are dead_letters");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "copy (select 1) to 'FILE' | COPY",
                " /* */ COPY gps_data TO 'FILE' | ",
                "attach 'FILE' as other | ATTACH",
                "create table t as select 1 | CREATE",
                "insert into gps_data values (1) | INSERT",
                "install httpfs | INSTALL",
                "load httpfs | LOAD",
                "set memory_limit = '1GB' | SET",
                "export database 'FILE' | EXPORT",
                "pragma enable_profiling | PRAGMA",
                "select 1; copy (select 1) to 'FILE' | ",
                "explain analyze copy (select 1) to 'FILE' | EXPLAIN"
            })
    void refusesWhatDoesNotOnlyRead(String sql, String word) throws IOException, SQLException {
        land("gps_data/a.parquet", "SELECT 0 AS kafka_partition, 0 AS kafka_offset");
        Path file = temporary.resolve("written");
        try (LakeDatabase lake = LakeDatabase.open(lake())) {

            assertThatThrownBy(() -> lake.query(sql.replace("FILE", file.toString()), 10))
                    .isInstanceOf(QueryRefusedException.class)
                    .hasMessageStartingWith("query only reads: it takes SELECT, FROM, WITH, VALUES, DESCRIBE, SHOW,")
                    .hasMessageContaining(word == null ? "" : "was given " + word);
        }
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "from gps_data;",
                "with a as (select 1) select * from a",
                "values (1)",
                "describe gps_data",
                "show tables",
                "summarize gps_data",
                "explain select 1",
                "EXPLAIN ANALYZE select 1",
                "-- how many\nselect count(*) from gps_data -- all",
                "select ';' as semicolon"
            })
    void admitsWhatReads(String sql) throws IOException, SQLException {
        land("gps_data/a.parquet", "SELECT 0 AS kafka_partition, 0 AS kafka_offset");
        try (LakeDatabase lake = LakeDatabase.open(lake())) {

            assertThat(lake.query(sql, 10).rows()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"select 1; select 2,2", "' ; ',none", "-- nothing,none"})
    void refusesAnythingButOneStatement(String sql, String count) throws SQLException {
        try (LakeDatabase lake = LakeDatabase.open(lake())) {

            assertThatThrownBy(() -> lake.query(sql, 10))
                    .isInstanceOf(QueryRefusedException.class)
                    .hasMessage("query takes one statement but was given " + count);
        }
    }

    @Test
    void saysAllThatDuckDbSays() throws IOException, SQLException {
        land("gps_data/a.parquet", "SELECT 0 AS kafka_partition, 80 AS speed");
        try (LakeDatabase lake = LakeDatabase.open(lake())) {

            assertThatThrownBy(() -> lake.query("select sped from gps_data", 10))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("\"speed\"")
                    .hasMessageContaining("LINE 1: select sped from gps_data\n")
                    .hasMessageContaining("^");
        }
    }

    @Test
    void hasDeadLettersAlsoWhenThereAreNone() throws SQLException {
        try (LakeDatabase lake = LakeDatabase.open(lake())) {

            QueryResult rows = lake.query("select topic, reason, kafka_offset, hour from dead_letters", 10);

            assertThat(rows.rows()).isEmpty();
            assertThat(lake.views()).containsExactly("dead_letters");
        }
    }

    @Test
    void namesAFileThatIsNoParquetAndReadsTheOtherTopics() throws IOException, SQLException {
        land("gps_data/a.parquet", "SELECT 0 AS kafka_partition, 0 AS kafka_offset");
        Path broken = lake().resolve("weather_data/broken.parquet");
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, "half of a file, as a disk that was full leaves it");
        try (LakeDatabase lake = LakeDatabase.open(lake())) {

            assertThat(lake.query("from gps_data", 10).rows()).hasSize(1);
            assertThat(lake.unreadable()).containsOnlyKeys("weather_data");
            assertThatThrownBy(() -> lake.query("from weather_data", 10))
                    .isInstanceOf(QueryRefusedException.class)
                    .hasMessageStartingWith("The view weather_data cannot be read: ")
                    .hasMessageContaining(broken.toString());
        }
    }

    @Test
    void givesJsonWithTheTypesOfTheColumns() throws SQLException {
        try (LakeDatabase lake = LakeDatabase.open(lake())) {

            QueryResult rows = lake.json("select 1.5 as speed, [1, 2] as list, null as nothing; ");

            assertThat(rows.rows()).containsExactly(List.of("{\"speed\":1.5,\"list\":[1,2],\"nothing\":null}"));
        }
    }
}
