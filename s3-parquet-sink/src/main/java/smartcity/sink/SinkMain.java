package smartcity.sink;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import smartcity.sink.dryrun.DryRun;

/// Entry point of the process: lands topics, or makes a dry run.
@QuarkusMain
public class SinkMain {
    /// The argument for a [DryRun].
    static final String DRY_RUN = "--dry-run";

    /// A dry run opens no port, and prints nothing but its report.
    private static final Map<String, String> QUIET = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.banner.enabled", "false",
            "quarkus.log.level", "ERROR");

    private static final int WRONG_USAGE = 2;

    private static final String USAGE = """
            Lands Kafka topics in S3 as Parquet, each record once.

            Usage: java -jar quarkus-run.jar [--dry-run | --help]

              --dry-run  checks settings, schemas, bucket, topics and group, prints what the sink would do and
                         every problem found, and ends with exit code 0, or with 1 if there is a problem. It
                         joins no group and commits nothing; in the bucket it leaves <prefix>_sink/probe, as every
                         start does.
              --help     prints this text.

            Settings come from -Dsink.bucket=... before -jar, from the environment (SINK_BUCKET), or from a file
            config/application.properties: in the working directory first, then in the folder of this jar.
            docs/settings.md lists all of them.
            """;

    private SinkMain() {}

    /// Ends with exit code 0 after a stop or a dry run without problems, 1 after a failure, 2 after unknown arguments.
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
