package smartcity.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PeerJobTest {
    @Test
    void describesTheVersionsOfTheirLibraries() throws IOException {
        String pom = Files.readString(Path.of("../peers/pom.xml"));
        String descriptions = PeerJob.all().stream().map(PeerJob::description).collect(Collectors.joining("\n"));

        List<String> versions = List.of("flink", "connect", "iceberg", "spark", "spark.hadoop").stream()
                .map(name -> version(pom, name))
                .toList();

        assertThat(descriptions).contains(versions);
    }

    private static String version(String pom, String name) {
        String element = Pattern.quote(name + ".version");
        return Pattern.compile("<" + element + ">(.*?)</")
                .matcher(pom)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
