package smartcity.sink.readers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A reader with libraries of its own, below `benchmarks/readers`, as a process that prints the rows of a file.
///
/// @param command of the process, without the file
record ReaderProgram(List<String> command) {
    private static final Path FOLDER = Path.of("..", "benchmarks", "readers");
    private static final long LIMIT_MINUTES = 15;

    /// What Spark needs on JDK 17.
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    /// What it printed.
    record Output(List<String> lines) {
        /// The rows, without what else it says.
        List<String> rows() {
            return after("ROW ");
        }

        /// The rest of the lines that begin so.
        List<String> after(String mark) {
            return lines.stream()
                    .filter(line -> line.startsWith(mark))
                    .map(line -> line.substring(mark.length()))
                    .toList();
        }

        /// What it says beside the rows.
        @Override
        public String toString() {
            return lines.stream().filter(line -> !line.startsWith("ROW ")).collect(Collectors.joining("\n"));
        }
    }

    /// The home of a JDK 17, the newest that Spark 3.5 runs on: `JAVA17_HOME`, else one among the system's packages.
    static Optional<Path> jdk17() throws IOException {
        String named = System.getenv("JAVA17_HOME");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Path packages = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(packages)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(packages)) {
            return homes.filter(home -> String.valueOf(home.getFileName()).contains("17"))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .findFirst();
        }
    }

    /// Compiles all of them with the libraries that Maven finds.
    static void build() throws IOException, InterruptedException {
        Output maven = run(
                List.of("../mvnw", "-B", "-q", "-f", FOLDER.resolve("pom.xml").toString(), "compile"));
        if (!maven.lines.getLast().equals("exit 0")) {
            throw new IllegalStateException("Failed to build " + FOLDER + ": " + maven);
        }
    }

    /// The one in that folder, on that JDK.
    static ReaderProgram java(Path jdk, String module, String main) throws IOException {
        Path target = FOLDER.resolve(module).resolve("target");
        List<String> command = new ArrayList<>(List.of(
                jdk.resolve("bin/java").toString(),
                "-Xmx1g",
                // Each lives for seconds: the optimising compiler would take half of its processor time.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8"));
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-cp",
                target.resolve("classes") + ":"
                        + Files.readString(target.resolve("class-path.txt")).strip(),
                "smartcity.readers." + main));
        return new ReaderProgram(command);
    }

    /// The one in JavaScript.
    static ReaderProgram javascript() throws IOException, InterruptedException {
        Path folder = FOLDER.resolve("javascript");
        run(List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", folder.toString()));
        return new ReaderProgram(List.of("node", folder.resolve("read.mjs").toString()));
    }

    /// Reads the file.
    Output read(Path file) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.add(file.toString());
        return run(whole);
    }

    /// Its lines, and last its exit code.
    private static Output run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new ArrayList<>();
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        }
        boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        lines.add(ended ? "exit " + process.exitValue() : "still runs");
        return new Output(lines);
    }
}
