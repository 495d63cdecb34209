package smartcity.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import smartcity.bench.peer.CacheTraining;
import smartcity.local.infra.BuiltProject;

/// `./smartcity train`: an AOT cache for the sink of this build.
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes an AOT cache, with which the sink is ready in half the time.",
            "Lets the packaged sink land a backlog, on a Kafka and an S3 of its own, and keeps the profile of its JVM as a"
                    + " cache beside the application. Every sink that is started here from then on uses it. The cache"
                    + " belongs to this build and this JDK; a new build removes it."
        })
public final class TrainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "" + CacheTraining.RECORDS,
            description = "Records to land (default: " + CacheTraining.RECORDS + ").")
    private long records;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Folder for the data of the run (default: the system's temporary folder).")
    private Path work = Path.of(System.getProperty("java.io.tmpdir"));

    @Override
    public Integer call() {
        new CacheTraining(work, records, this::say).run();
        BuiltProject.atHome().sink().cache().ifPresent(cache -> say("Kept as " + cache));
        return 0;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
