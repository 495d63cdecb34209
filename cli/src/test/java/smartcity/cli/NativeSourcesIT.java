package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.local.run.CityService;

/// The profile `native` makes of every service what native-image compiles, with all options, in a copy of the
/// project: a build that needs no native compiler.
@Tag("long")
class NativeSourcesIT {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".city", "node_modules");
    private static final String SERVICES = String.join(
            ",", Stream.of(CityService.values()).map(CityService::module).toList());

    @TempDir
    private static Path copy;

    @BeforeAll
    static void buildSources() throws IOException, InterruptedException {
        copyProject();
        Process build = new ProcessBuilder(
                        "./mvnw",
                        "-q",
                        "-B",
                        "-Dquick",
                        "-Dnative",
                        "-Dquarkus.native.sources-only=true",
                        "package",
                        "-pl",
                        SERVICES,
                        "-am")
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .start();

        String log = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(build.waitFor()).as(log).isZero();
    }

    private static void copyProject() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            for (Path file : files.filter(NativeSourcesIT::isSource).toList()) {
                Path target = copy.resolve(PROJECT.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static boolean isSource(Path file) {
        return Files.isRegularFile(file)
                && Stream.iterate(PROJECT.relativize(file), path -> path != null, Path::getParent)
                        .noneMatch(path -> LEFT_OUT.contains(path.getFileName().toString()));
    }

    private static Path sources(CityService service) {
        return copy.resolve(service.module()).resolve("target/native-sources");
    }

    private static List<String> libraries(CityService service) throws IOException {
        try (Stream<Path> files = Files.list(sources(service).resolve("lib"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @EnumSource(CityService.class)
    void areMadeWithEveryOption(CityService service) throws IOException {
        String options = Files.readString(sources(service).resolve("native-image.args"));

        assertThat(options).contains("-jar " + service.module() + "-runner.jar");
        if (System.getProperty("os.arch").equals("amd64")) {
            assertThat(options).contains(" -march=x86-64-v3 ");
        }
        boolean computesMuch = service == CityService.SINK || service == CityService.VEHICLE;
        assertThat(options).contains(computesMuch ? " -O2 " : " -Os -R:MaxNewSize=8m ");
        assertThat(libraries(service)).anyMatch(name -> name.startsWith("smartcity.city-"));
    }

    @Test
    void haveHadoopForTheSinkAlone() throws IOException {
        for (CityService service : CityService.values()) {
            assertThat(libraries(service).stream().anyMatch(name -> name.contains("hadoop-client-api")))
                    .as(service.module())
                    .isEqualTo(service == CityService.SINK);
        }
    }
}
