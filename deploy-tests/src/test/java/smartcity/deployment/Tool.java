package smartcity.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A program that `deploy-tests/install-tools` puts into `target/tools/bin`, such as kubectl.
///
/// A test that needs one is skipped where it is missing, and says so; in continuous integration it fails.
public final class Tool {

    /// The root folder of the repository.
    public static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final Path FOLDER = REPOSITORY.resolve("target/tools/bin");

    private final Path program;

    private Tool(Path program) {
        this.program = program;
    }

    /// The tool of this name; ends the calling test where it is not installed.
    public static Tool named(String name) {
        Path program = FOLDER.resolve(name);
        boolean installed = Files.isExecutable(program);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed)
                    .as("%s must be installed: deploy-tests/install-tools", program)
                    .isTrue();
        }
        assumeTrue(installed, () -> program + " is missing: run deploy-tests/install-tools");
        return new Tool(program);
    }

    /// Its file, for a tool that a test starts by itself.
    public Path program() {
        return program;
    }

    /// Runs the tool in the root folder of the repository until it ends.
    public ToolRun run(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("tool-", ".out");
        Path errors = Files.createTempFile("tool-", ".err");
        try {
            List<String> command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                    .toList();
            Process process = new ProcessBuilder(command)
                    .directory(REPOSITORY.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            int code = process.waitFor();
            return new ToolRun(code, Files.readString(output), Files.readString(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
