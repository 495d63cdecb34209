package smartcity.sink.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.sink.parquet.ParquetFiles;
import smartcity.sink.store.ObjectContent;

/// Files of each codec, read by DuckDB.
class CompressionCodecTest {
    private static final TopicPartition PARTITION = new TopicPartition("things", 3);

    @TempDir
    private Path folder;

    private static ObjectContent content(FileFormat files) {
        OpenFile<DeadLetter> file = files.deadLetters(TestOrigins.of(PARTITION), 0);
        for (int i = 0; i < 1000; i++) {
            file.write(new DeadLetter("things", 3, i, i, null, ByteBuffer.wrap(new byte[100]), "not JSON", 0));
        }
        return file.finish(999);
    }

    private static FileSettings with(CompressionCodec codec) {
        return new FileSettings(FileForm.COMPATIBLE, codec);
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"zstd-1, ZSTD", "zstd-19, ZSTD", "snappy, SNAPPY", "none, UNCOMPRESSED"})
    void isReadBack(String codec, String name) throws IOException, SQLException {
        Path file = folder.resolve("file.parquet");
        try (ParquetFiles files = new ParquetFiles()) {
            Files.write(
                    file,
                    content(files.with(with(CompressionCodec.of(codec)))).stream()
                            .readAllBytes());
        }

        assertThat(query("select compression from parquet_metadata('" + file + "') where path_in_schema = 'value'"))
                .isEqualTo(name);
        assertThat(query("select sum(octet_length(value)) || ' ' || sum(kafka_offset) from '" + file + "'"))
                .isEqualTo("100000 499500");
    }

    @Test
    void isZstandardByDefault() {
        try (ParquetFiles files = new ParquetFiles()) {
            assertThat(files.with(FileSettings.USUAL)).isSameAs(files);
            assertThat(files.with(with(new CompressionCodec.Snappy())))
                    .isSameAs(files.with(with(CompressionCodec.of("snappy"))));
            assertThat(content(files).size())
                    .isEqualTo(content(files.with(with(CompressionCodec.of("zstd-3"))))
                            .size());
        }
    }
}
