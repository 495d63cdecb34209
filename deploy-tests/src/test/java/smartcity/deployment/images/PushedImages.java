package smartcity.deployment.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import smartcity.deployment.ProjectVersion;

/// A registry with the images of every service in its JVM form, and of one service in its native form. All test classes
/// that ask for it have the same one, as its builds take minutes; it ends with the last of them.
///
/// @param folder of the registry and of the copy that the images were built in
record PushedImages(Path folder, LocalRegistry registry, RegistryClient client) implements AutoCloseable {
    /// Of which there is an image of either form.
    static final String NATIVE = "weather-simulator";

    /// Folder of the native image in the registry; that of the others is `smartcity`.
    static final String NATIVE_GROUP = "native";

    static final String NATIVE_TAG = ProjectVersion.read() + "-native";

    /// The bill of materials among the files of a packaged module.
    static final String BILL = "target/classes/META-INF/sbom/application.cdx.json";

    static final List<String> SERVICES =
            List.of("s3-parquet-sink", "vehicle-simulator", NATIVE, "incident-simulator", "city-view");

    /// What Quarkus asks of native-image. In the place of an executable it leaves another program.
    private static final String STAND_IN = """
            #!/bin/sh
            if [ "$1" = --version ]; then
                echo 'native-image 25.0.2 2026-01-20'
                echo 'OpenJDK Runtime Environment Mandrel-25.0.2.0-Final (build 25.0.2+10-LTS)'
                echo 'OpenJDK 64-Bit Server VM Mandrel-25.0.2.0-Final (build 25.0.2+10-LTS, mixed mode)'
                exit
            fi
            cp /bin/true %s-runner
            """.formatted(NATIVE);

    /// Gives the images to the methods that have them as a parameter.
    static final class Resolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == PushedImages.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(PushedImages.class, _ -> built(), PushedImages.class);
        }
    }

    private static PushedImages built() {
        try {
            Path folder = Files.createTempDirectory("pushed-images-");
            LocalRegistry registry = LocalRegistry.start(folder);
            PushedImages images = new PushedImages(folder, registry, new RegistryClient(registry.host()));
            images.push();
            return images;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void push() throws IOException, InterruptedException {
        String base = BaseImage.push(client, new byte[1024]);
        ImageBuild build = ImageBuild.inCopy(folder.resolve("tree"));
        // A bill of materials takes as long as the image, as it hashes all libraries eight times: one is made again.
        for (String service : SERVICES) {
            build.copyPackaged(service, BILL);
        }
        build.push(SERVICES, registry, "-Dcyclonedx.skip=true", "-Dquarkus.jib.base-jvm-image=" + base);
        build.push(
                List.of(NATIVE),
                registry,
                "-Dnative",
                "-Dquarkus.native.graalvm-home=" + standIn(),
                "-Dquarkus.native.container-build=false",
                "-Dquarkus.container-image.group=" + NATIVE_GROUP,
                "-Dquarkus.container-image.tag=" + NATIVE_TAG,
                "-Dquarkus.jib.base-native-image=" + base);
    }

    private Path standIn() throws IOException {
        Path program = Files.createDirectories(folder.resolve("graalvm/bin")).resolve("native-image");
        Files.writeString(program, STAND_IN);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder.resolve("graalvm");
    }

    @Override
    public void close() throws IOException {
        registry.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
