package smartcity.bench.estimate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import smartcity.bench.codec.BenchCodecCommand;

/// `./smartcity bench estimate`: whether the sink knows what memory it takes.
@Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares what the sink estimates of its memory with the heap that is reachable.",
            "It does so for many combinations of columns, windows, partitions and rows. It fails if the estimate of what is"
                    + " held is not within 0.8 and 1.3 times the heap, or that of finishing a file is less than 0.8 times"
                    + " what was seen meanwhile."
        })
public final class BenchEstimateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for estimate.md (default: docs/benchmarks).")
    private @Nullable Path out;

    @Override
    public Integer call() throws InterruptedException, IOException {
        List<String> page = new ArrayList<>(List.of(BenchCodecCommand.occasion("estimate"), "", EstimateResult.head()));
        page.forEach(this::say);
        boolean good = true;
        for (EstimateCase one : EstimateCase.all()) {
            EstimateResult result = new EstimateRun(one).measure();
            good &= result.good();
            page.add(result.line());
            say(result.line() + (result.good() ? "" : " too far off"));
        }
        Path home = Path.of(System.getProperty("smartcity.home", "."));
        Path folder = Files.createDirectories(out != null ? out : home.resolve("docs/benchmarks"));
        Files.write(folder.resolve("estimate.md"), page);
        return good ? 0 : 1;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
