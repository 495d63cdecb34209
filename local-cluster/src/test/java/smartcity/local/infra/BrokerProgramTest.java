package smartcity.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProgramTest {
    @TempDir
    private Path temporary;

    @Test
    void givesEachDataFolderAClusterOfItsOwnAndKeepsIt() throws IOException {
        String first = formatted("a");
        String again = formatted("a");
        String other = formatted("b");

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    /// The cluster's ID in the log folder after a start.
    private String formatted(String folder) throws IOException {
        InfraSettings settings = InfraSettings.of(temporary.resolve(folder), 9092, 9000);
        Files.createDirectories(settings.data());
        Path file = settings.data().resolve("kafka.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            BrokerProperties.of(settings, 9093).store(writer, "");
        }
        assertThat(BrokerProgram.format(file)).isZero();
        Properties meta = new Properties();
        try (Reader reader = Files.newBufferedReader(settings.kafkaFolder().resolve("meta.properties"))) {
            meta.load(reader);
        }
        return meta.getProperty("cluster.id");
    }
}
