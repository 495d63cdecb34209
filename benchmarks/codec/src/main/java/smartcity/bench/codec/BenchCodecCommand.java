package smartcity.bench.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;

/// `./smartcity bench codec`: prints a table and keeps it, with JMH's own JSON, in `docs/benchmarks`.
@Command(
        name = "codec",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what decoding and encoding cost, without Kafka and S3, in two minutes.",
            "The table is kept as codec.md and codec.json in docs/benchmarks."
        })
public final class BenchCodecCommand implements Callable<Integer> {
    /// The path of the JVM on this machine is of no use to others.
    private static final Pattern PATH_OF_JVM = Pattern.compile("(?m)^ *\"jvm\" : .*\\R");

    @Override
    public Integer call() throws RunnerException, IOException {
        Path home = Path.of(System.getProperty("smartcity.home", "."));
        Path folder = Files.createDirectories(home.resolve("docs/benchmarks"));
        Path json = folder.resolve("codec.json");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(CodecBenchmark.class.getSimpleName())
                        .jvmArgs(
                                "-Xmx700m",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow")
                        .resultFormat(ResultFormatType.JSON)
                        .result(json.toString())
                        .build())
                .run();
        Files.writeString(json, PATH_OF_JVM.matcher(Files.readString(json)).replaceAll(""));
        List<String> page = new CodecTable(results).markdown();
        Files.write(folder.resolve("codec.md"), page);
        page.forEach(System.out::println);
        return 0;
    }

    /// The machine of the measurement.
    ///
    /// @param benchmark its name, as the command line has it
    public static String occasion(String benchmark) throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        String processor = !Files.isReadable(cpus)
                ? System.getProperty("os.arch")
                : Files.readAllLines(cpus).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
        return String.format(
                Locale.ROOT,
                "Written by `./smartcity bench %s` on %s: %s, %d cores, %s, Java %s; one thread, serial collector.",
                benchmark,
                LocalDate.now(ZoneOffset.UTC),
                processor,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("java.version"));
    }
}
