package smartcity.deployment.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import smartcity.deployment.Tool;

/// A build by Maven or `deploy/images/build`, in a copy of the working tree: another build may run in the tree.
///
/// @param folder of the copy
public record ImageBuild(Path folder) {
    static final String SOURCE = "https://example.com/city.git";
    static final String REVISION = "0123456789abcdef0123456789abcdef01234567";

    private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".city", "node_modules", "docs");

    /// A copy of the sources.
    public static ImageBuild inCopy(Path folder) throws IOException {
        Files.walkFileTree(Tool.REPOSITORY, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (LEFT_OUT.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(inCopy(directory));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.copy(file, inCopy(file), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            private Path inCopy(Path path) {
                return folder.resolve(Tool.REPOSITORY.relativize(path));
            }
        });
        return new ImageBuild(folder);
    }

    /// Takes a file of a module that is packaged in the working tree, so that the build need not make it.
    void copyPackaged(String module, String file) throws IOException {
        Path copy = folder.resolve(module).resolve(file);
        Files.createDirectories(copy.resolveSibling(".").normalize());
        Files.copy(Tool.REPOSITORY.resolve(module).resolve(file), copy);
    }

    /// Builds the images of these services and pushes them to a registry.
    ///
    /// @param options of Maven, such as the base image
    void push(List<String> services, LocalRegistry registry, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve("deploy/images/build").toString());
        command.addAll(services);
        command.addAll(List.of(
                "-q",
                "-Dquarkus.container-image.push=true",
                "-Dquarkus.container-image.insecure=true",
                "-Dquarkus.container-image.registry=" + registry.host()));
        command.addAll(List.of(options));
        run(command);
    }

    /// Packages a service without an image.
    ///
    /// @return the jar that starts it
    public Path packaged(String service, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(folder.resolve("mvnw").toString(), "-q", "-B", "-Dquick", "package", "-pl", service, "-am"));
        command.addAll(List.of(options));
        run(command);
        return folder.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("build.log");
        ProcessBuilder build = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        build.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "IMAGE_SOURCE",
                        SOURCE,
                        "IMAGE_REVISION",
                        REVISION));
        int code = build.start().waitFor();
        assertThat(code).as(() -> textOf(log)).isZero();
    }

    private static String textOf(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return log + " cannot be read: " + e;
        }
    }
}
