package smartcity.deployment.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.hive.ql.parse.ParseDriver;
import org.apache.hadoop.hive.ql.parse.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smartcity.deployment.Tool;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;

class AthenaTablesTest {
    private static final Path FOLDER = Tool.REPOSITORY.resolve("deploy/aws/athena");

    /// With `-Dwrite=true` the test writes the files.
    @Test
    void areGeneratedFromTheSchemas() throws IOException {
        Map<String, String> statements = AthenaTables.all();
        if (Boolean.getBoolean("write")) {
            for (Map.Entry<String, String> statement : statements.entrySet()) {
                Files.writeString(FOLDER.resolve(statement.getKey() + ".sql"), statement.getValue());
            }
        }

        assertThat(files()).containsExactlyInAnyOrderElementsOf(statements.keySet());
        for (Map.Entry<String, String> statement : statements.entrySet()) {
            assertThat(FOLDER.resolve(statement.getKey() + ".sql")).hasContent(statement.getValue());
        }
    }

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".sql", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void areStatementsOfHive(String table) throws Exception {
        String tree = parse(Files.readString(FOLDER.resolve(table + ".sql")));

        assertThat(tree)
                .contains("(tok_createtable (tok_tabname `smart_city` `" + table + "`) external")
                .contains("(tok_tabcol `date` tok_string) (tok_tabcol `hour` tok_string))")
                .contains("(tok_tabcol `kafka_offset` tok_bigint")
                .contains("(tok_tableproperty 'projection.enabled' 'true')");
    }

    @Test
    void haveTheTypesOfTheColumns() throws Exception {
        String tree = parse(AthenaTables.statement("traffic_data"));

        assertThat(tree)
                .contains("(tok_tabcol `id` tok_string ")
                .contains("(tok_tabcol `snapshot` tok_binary ")
                .contains("(tok_tabcol `congested` tok_boolean ")
                .contains("(tok_tabcol `timestamp` tok_timestamp ")
                .contains("(tok_struct (tok_tabcollist (tok_tabcol `latitude` tok_double)"
                        + " (tok_tabcol `longitude` tok_double)))");
    }

    @Test
    void nestTypes() {
        Column element = Column.scalar("element", ColumnType.INT64, true, false, 0);
        Column list = Column.nested("lanes", ColumnType.LIST, true, false, 0, List.of(element));
        Column amount = new Column("amount", ColumnType.DECIMAL, 12, 2, true, false, 0, List.of());

        assertThat(HiveTypes.of(Column.nested("bill", ColumnType.GROUP, true, false, 0, List.of(list, amount))))
                .isEqualTo("struct<`lanes`:array<bigint>,`amount`:decimal(12,2)>");
    }

    @Test
    void areRefusedWithATypeThatHiveLacks() {
        String statement = AthenaTables.statement("gps_data").replace("`satellites` int", "`satellites` integr");

        assertThatThrownBy(() -> parse(statement))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("'integr'");
    }

    @Test
    void projectTheFoldersOfTheLayout() {
        assertThat(AthenaTables.statement("gps_data"))
                .contains("'s3://BUCKET/data/gps_data/date=${date}/hour=${hour}/'");
        assertThat(AthenaTables.statement("dead_letters"))
                .contains("'s3://BUCKET/data/dead_letters/topic=${topic}/date=${date}/hour=${hour}/'")
                .contains("vehicle_data,gps_data,traffic_data,weather_data,emergency_data");
    }

    private static String parse(String statement) throws ParseException {
        return new ParseDriver().parse(statement).toStringTree().toLowerCase(Locale.ROOT);
    }
}
