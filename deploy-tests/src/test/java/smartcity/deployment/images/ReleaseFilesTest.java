package smartcity.deployment.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.deployment.Tool;
import smartcity.deployment.ToolRun;

/// What a release carries in addition to its images.
class ReleaseFilesTest {
    private static final String IMAGES = "ghcr.io/example/smart-city";
    private static final List<String> NAMES = List.of(
            "city-view", "cli", "incident-simulator", "s3-parquet-sink", "vehicle-simulator", "weather-simulator");
    private static final Pattern IMAGE = Pattern.compile("^ +-? *image: (.*)$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @Test
    void namesEveryOwnImageOfTheManifestByItsDigestAndTheSinkWithItsCache() throws Exception {
        Path digests = Files.createDirectory(folder.resolve("digests"));
        for (String name : NAMES) {
            Files.writeString(digests.resolve(name + ".txt"), IMAGES + "/" + name + ":1.2.3@" + digest(name) + "\n");
            Files.writeString(
                    digests.resolve(name + "-native.txt"),
                    IMAGES + "/" + name + ":1.2.3-native@" + digest("native " + name) + "\n");
        }

        Files.writeString(
                digests.resolve("s3-parquet-sink-aot.txt"),
                IMAGES + "/s3-parquet-sink:1.2.3-aot@" + digest("aot s3-parquet-sink") + "\n");

        ToolRun run = releaseFiles(lastRelease(), digests);

        assertThat(run.errors()).isEmpty();
        assertThat(run.code()).isZero();
        String manifest = Files.readString(folder.resolve("release/smart-city.yaml"));
        assertThat(IMAGE.matcher(manifest).results().map(image -> image.group(1)))
                .contains(IMAGES + "/s3-parquet-sink@" + digest("aot s3-parquet-sink"))
                .contains(IMAGES + "/vehicle-simulator@" + digest("vehicle-simulator"))
                .doesNotContain(IMAGES + "/s3-parquet-sink@" + digest("s3-parquet-sink"))
                .allMatch(image -> !image.contains("smartcity/") && !image.contains("native"));
        assertThat(folder.resolve("release/images.txt")).content().hasLineCount(2 * NAMES.size() + 1);
        assertThat(folder.resolve("release/notes.md")).content().isNotBlank().doesNotContain("\n## ");
        assertThat(folder.resolve("release/SHA256SUMS")).content().contains("smart-city.yaml", "images.txt");
    }

    @Test
    void refusesAVersionWithoutASectionInTheChangeLog() throws Exception {
        ToolRun run = releaseFiles("0.0.7", Files.createDirectory(folder.resolve("digests")));

        assertThat(run.code()).isNotZero();
    }

    /// A version that the change log has a section of.
    private static String lastRelease() throws Exception {
        Matcher section = Pattern.compile("^## (\\d+\\.\\d+\\.\\d+) ", Pattern.MULTILINE)
                .matcher(Files.readString(Tool.REPOSITORY.resolve("CHANGELOG.md")));
        assertThat(section.find()).isTrue();
        return section.group(1);
    }

    private ToolRun releaseFiles(String version, Path digests) throws Exception {
        Tool.named("kubectl");
        Path output = folder.resolve("output");
        ProcessBuilder script = new ProcessBuilder(
                        Tool.REPOSITORY.resolve("deploy/images/release-files").toString(),
                        version,
                        IMAGES,
                        digests.toString(),
                        folder.resolve("release").toString())
                .redirectError(output.toFile());
        script.environment()
                .merge("PATH", Tool.named("kubectl").program().getParent() + ":", (path, tools) -> tools + path);
        Process process = script.start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int code = process.waitFor();
        return new ToolRun(code, printed, Files.readString(output));
    }

    private static String digest(String name) {
        return RegistryClient.digest(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
