package smartcity.bench.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandedDataTest {
    @TempDir
    private Path bucket;

    private void write(String file, String select) throws SQLException, IOException {
        Path path = bucket.resolve(file);
        Files.createDirectories(path.getParent());
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + path + "' (FORMAT parquet)");
        }
    }

    @Test
    void countsRowsAndDistinctRecords() throws SQLException, IOException {
        String id = "'00000000-0000-0000-0000-00000000000' || i";
        write("sink-1/data/date=2026-11-23/a.parquet", "SELECT CAST(" + id + " AS UUID) AS id FROM range(5) t(i)");
        write("sink-1/data/date=2026-11-24/b.parquet", "SELECT CAST(" + id + " AS UUID) AS id FROM range(3, 8) t(i)");

        LandedData landed = LandedData.below(bucket.resolve("sink-1"));

        assertThat(landed.rows()).isEqualTo(10);
        assertThat(landed.ids()).isEqualTo(8);
        assertThat(landed.files()).isEqualTo(2);
        assertThat(landed.bytes())
                .isEqualTo(Files.size(bucket.resolve("sink-1/data/date=2026-11-23/a.parquet"))
                        + Files.size(bucket.resolve("sink-1/data/date=2026-11-24/b.parquet")));
    }

    @Test
    void readsIdsThatAreText() throws SQLException, IOException {
        write("spark-1/c.parquet", "SELECT '00000000-0000-0000-0000-000000000001' AS id");

        assertThat(LandedData.below(bucket.resolve("spark-1")).ids()).isEqualTo(1);
    }

    @Test
    void countsNothingInAnEmptyFolder() {
        assertThat(LandedData.below(bucket.resolve("none"))).isEqualTo(new LandedData(0, 0, 0, 0));
    }
}
