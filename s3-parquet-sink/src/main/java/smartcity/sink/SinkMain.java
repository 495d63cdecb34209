package smartcity.sink;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import smartcity.sink.dryrun.DryRun;

/// Where the process starts: lands topics, or only says what it would do.
@QuarkusMain
public class SinkMain {
    /// The argument that asks for a [DryRun].
    static final String DRY_RUN = "--dry-run";

    /// A dry run takes no port, and prints nothing but its report.
    private static final Map<String, String> QUIET = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.banner.enabled", "false",
            "quarkus.log.level", "ERROR");

    private static final int WRONG_USAGE = 2;

    private static final String USAGE = """
            Lands Kafka topics in S3 as Parquet, each record once.

            Usage: java -jar quarkus-run.jar [--dry-run | --help]

              --dry-run  checks settings, schemas, bucket, topics and group, prints what would be done and every
                         problem found, and ends: with 0 when there is none, else with 1. It joins no group and
                         commits nothing; in the bucket it leaves <prefix>_sink/probe, as every start does.
              --help     prints this.

            Settings come from the environment (SINK_BUCKET), from -Dsink.bucket=... before -jar, or from
            config/application.properties beside the jar. The README has a table of all.
            """;

    private SinkMain() {}

    /// Exit code 0 after a stop or a dry run without problems, 1 after a failure, 2 after arguments nobody
    /// knows.
    public static void main(String... args) {
        switch (List.of(args)) {
            case List<String> none when none.isEmpty() -> Quarkus.run(args);
            case List<String> one
            when one.equals(List.of(DRY_RUN)) -> {
                QUIET.forEach(System::setProperty);
                Quarkus.run(DryRun.class, args);
            }
            case List<String> one when one.equals(List.of("--help")) -> print(System.out, USAGE);
            case List<String> other -> {
                print(System.err, "arguments must be none, --dry-run or --help but was " + other + "\n\n" + USAGE);
                System.exit(WRONG_USAGE);
            }
        }
    }

    private static void print(PrintStream stream, String text) {
        stream.print(text);
        stream.flush();
    }
}
