package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.deployment.ServiceSettings;
import smartcity.deployment.Tool;

/// Pages show parts of a user's own overlay: each renders, changes what it is to change, and sets what services take.
class PageOverlaysTest {
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Path FOLDER = Tool.REPOSITORY.resolve("target/kubernetes-variants");

    /// The clone, where the pages suppose it.
    private static final String CLONE = "../smart-city/";

    @ParameterizedTest
    @CsvSource({
        "docs/kubernetes.md, 0, aws-strimzi, s3-parquet-sink, SINK_BUCKET, my-lake",
        "docs/kubernetes.md, 1, aws-strimzi, s3-parquet-sink, SINK_TOPIC_VEHICLE_DATA_ERA, 1",
        "deploy/kubernetes/components/backfill/README.md, 0, local+backfill, weather-simulator, SIMULATION_UNTIL, 2026-11-03T00:00:00Z"
    })
    void rendersWithSettingsThatExist(
            String page, int block, String overlay, String service, String variable, String value) throws Exception {
        Path folder = write(page, block, overlay);

        RenderedOverlay rendered = RenderedOverlay.in(folder, page);

        assertThat(ServiceManifest.of(rendered, service).environment()).containsEntry(variable, value);
        assertThat(ServiceManifest.all(rendered)
                        .flatMap(found -> ServiceSettings.of(found.service()).problems(found.environment()).stream()))
                .isEmpty();
    }

    private static Path write(String page, int block, String overlay) throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(Tool.REPOSITORY.resolve(page)))
                .results()
                .map(found -> found.group(1))
                .toList();
        Path folder = Files.createDirectories(FOLDER.resolve("page-" + page.replaceAll("\\W", "-") + "-" + block));
        String text = blocks.get(block).replace(CLONE, folder.relativize(Tool.REPOSITORY) + "/");
        if (!text.contains("resources:")) {
            text = "resources:\n  - %s\n%s".formatted(folder.relativize(RenderedOverlay.folder(overlay)), text);
        }
        Files.writeString(folder.resolve("kustomization.yaml"), text);
        return folder;
    }
}
