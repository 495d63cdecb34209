package smartcity.deployment.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import smartcity.deployment.Tool;

/// The costs on the page follow from its prices and from what the benchmark of the sink measured.
class LakeCostsTest {
    private static final double GB_MONTH = 0.023;
    private static final double PUT = 0.005 / 1_000;
    private static final double TB_READ = 5;

    /// Objects of a partition in an hour of a small flow, at most.
    private static final int SMALL_FLOW = 7;

    @Test
    void followFromPricesAndTheBenchmark() throws IOException {
        JsonNode drain = drainOfTheSink();
        double millions = drain.path("records").asDouble() / 1e6;
        double bytes = drain.path("bytes").asDouble() / millions;
        double objects = drain.path("files").asDouble() / millions;
        long monthly = SMALL_FLOW * 24 * 30;

        String page = Files.readString(Tool.REPOSITORY.resolve("docs/aws.md"));

        assertThat(page)
                .contains(String.format(
                        Locale.ROOT, "| kept for a month | %.1f MB | $%.5f |", bytes / 1e6, bytes / 1e9 * GB_MONTH))
                .contains(String.format(
                        Locale.ROOT, "(objects of many MB) | %.1f requests | $%.5f |", objects, objects * PUT))
                .contains(String.format(
                        Locale.ROOT, "query of Athena | %.1f MB | $%.5f |", bytes / 1e6, bytes / 1e12 * TB_READ))
                .contains(String.format(Locale.ROOT, "| %,d requests | $%.4f |", monthly, monthly * PUT))
                .contains(String.format(
                        Locale.ROOT,
                        "a billion records are %.1f GB and $%.2f a month",
                        bytes / 1e6,
                        bytes / 1e6 * GB_MONTH))
                .contains(String.format(Locale.ROOT, "and their requests $%.2f.", objects * 1_000 * PUT))
                .contains(String.format(
                        Locale.ROOT, "30 partitions at 7 objects an hour are $%.2f a month", 30 * monthly * PUT));
    }

    private static JsonNode drainOfTheSink() throws IOException {
        JsonNode drains = new ObjectMapper()
                .readTree(Tool.REPOSITORY.resolve("docs/benchmarks/sink.json").toFile())
                .path("drains");
        return drains.valueStream()
                .filter(drain -> drain.path("contender").asText().equals("sink"))
                .findFirst()
                .orElseThrow();
    }
}
