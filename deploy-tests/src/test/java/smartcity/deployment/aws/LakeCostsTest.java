package smartcity.deployment.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import smartcity.deployment.Tool;

/// The costs and sizes on the pages follow from the one table of prices, from what was measured, and from each other.
class LakeCostsTest {
    /// Objects of a partition in an hour of a small flow, at most.
    private static final int SMALL_FLOW = 7;

    /// Begin of the row of a drain to files of the default form.
    private static final String COMPATIBLE = "\\| sink \\(`compatible`\\) \\|";

    /// Records of that drain.
    private static final double DRAINED_MILLIONS = 3;

    private static final double SECONDS_OF_A_DAY = 86_400;

    @Test
    void followFromPricesAndTheBenchmark() throws IOException {
        double bytes = bytesInTheLake() * 1e6;
        double objects =
                Double.parseDouble(found("docs/benchmarks/README.md", COMPATIBLE + ".* \\| (\\d+) \\| [\\d.]+ \\|\n"))
                        / DRAINED_MILLIONS;
        long monthly = SMALL_FLOW * 24 * 30;
        double put = price("S3, 1,000 PUT requests") / 1_000;
        double month = price("S3 Standard, a GB for a month");

        assertThat(page("docs/aws.md"))
                .contains(text("| kept for a month | %.1f MB | $%.5f |", bytes / 1e6, bytes / 1e9 * month))
                .contains(text("(objects of many MB) | %.1f requests | $%.5f |", objects, objects * put))
                .contains(text(
                        "query of Athena | %.1f MB | $%.5f |", bytes / 1e6, bytes / 1e12 * price("Athena, a TB read")))
                .contains(text("| %,d requests | $%.4f |", monthly, monthly * put))
                .contains(text("a billion records are %.1f GB and $%.2f a month", bytes / 1e6, bytes / 1e6 * month))
                .contains(text("and their requests $%.2f.", objects * 1_000 * put))
                .contains(text("30 partitions at 7 objects an hour are $%.2f a month", 30 * monthly * put));
    }

    @Test
    void ofOneCityFollowFromTheFlowAndOneCore() throws IOException {
        double core = perCore();
        double kafka = bytesInKafka();
        double lake = bytesInTheLake();
        double flow = 24_000;

        assertThat(page("docs/sizing.md"))
                .contains(text("Sums below are with %,.0f records/s", core))
                .contains(text(
                        "24,000 x %.0f B = %.1f MB/s, with three replicas %.1f MB/s",
                        kafka, flow * kafka / 1e6, 3 * flow * kafka / 1e6))
                .contains(text(
                        "| a week of Kafka | %.1f TB, with three replicas %.1f TB |",
                        7 * SECONDS_OF_A_DAY * flow * kafka / 1e12, 21 * SECONDS_OF_A_DAY * flow * kafka / 1e12))
                .contains(text("24,000 / %,.0f = %.2f cores, one pod", core, flow / core))
                .contains(text(
                        "24,000 x %.0f B = %.2f MB/s, %.0f GB a day",
                        lake, flow * lake / 1e6, SECONDS_OF_A_DAY * flow * lake / 1e9));
    }

    @Test
    void ofAHundredCitiesFollowFromTheFlowOneCoreAndPrices() throws IOException {
        double core = perCore();
        double kafka = bytesInKafka();
        double flow = 2_400_000;
        double lake = flow * bytesInTheLake();
        double put = price("S3, 1,000 PUT requests") * 1_000;
        double monthly = lake * SECONDS_OF_A_DAY * 30 / 1e9 * price("S3 Standard, a GB for a month");
        double heldSeconds = 0.8 * 93e6 / (lake / 16);
        double objects = Math.rint(96 / Math.rint(heldSeconds) * SECONDS_OF_A_DAY / 1e4) * 1e4;

        assertThat(page("docs/sizing.md"))
                .contains(text(
                        "2,400,000 x %.0f B = %.0f MB/s, with three replicas %.0f MB/s",
                        kafka, flow * kafka / 1e6, 3 * flow * kafka / 1e6))
                .contains(text(
                        "%.0f TB, with three replicas %.0f TB: a shorter retention",
                        3 * SECONDS_OF_A_DAY * flow * kafka / 1e12, 9 * SECONDS_OF_A_DAY * flow * kafka / 1e12))
                .contains(text(
                        "2,400,000 / %,.0f = %.1f at full load, %.0f at 60 %%",
                        core, flow / core, Math.ceil(flow / core / 0.6)))
                .contains(text("150,000 records/s, %.1f MB/s of Parquet a pod", lake / 16 / 1e6))
                .contains(text(
                        "full after %.0f s: 16 pods x 6 partitions / %.0f s = %.1f a second",
                        heldSeconds, heldSeconds, 96 / Math.rint(heldSeconds)))
                .contains(text("$%.1f for a million: $%.1f a day with 256 MiB of heap", put, objects / 1e6 * put))
                .contains(text("12 MB each; %,.0f a day", objects))
                .contains(text("10 requests an object: $%.1f", 0.6 * put))
                .contains(text("%.1f MB/s, %.1f TB a day", lake / 1e6, lake * SECONDS_OF_A_DAY / 1e12))
                .contains(text("$%,.0f a month", Math.rint(monthly / 100) * 100))
                .contains(text("1 TB: $%.0f in Athena", price("Athena, a TB read")));
    }

    /// Rows that the sink lands in a second of one core, of the one benchmark that the page plans with.
    private static double perCore() throws IOException {
        return Double.parseDouble(found("docs/benchmarks/README.md", COMPATIBLE + " [\\d,]+ \\| ([\\d,]+) \\|")
                .replace(",", ""));
    }

    private static double bytesInTheLake() throws IOException {
        return Double.parseDouble(found("docs/benchmarks/README.md", COMPATIBLE + " .* \\| ([\\d.]+) \\|\n"));
    }

    private static double bytesInKafka() throws IOException {
        return Double.parseDouble(found("docs/sizing.md", "about (\\d+) in Kafka \\(zstd\\)"));
    }

    /// A price of the table, which is the only one.
    private static double price(String of) throws IOException {
        return Double.parseDouble(found("docs/aws.md", "\\| " + Pattern.quote(of) + " \\| \\$([\\d.]+) \\|"));
    }

    private static String found(String page, String pattern) throws IOException {
        Matcher match = Pattern.compile(pattern).matcher(page(page));
        assertThat(match.find()).as("%s has %s", page, pattern).isTrue();
        return match.group(1);
    }

    private static String page(String page) throws IOException {
        return Files.readString(Tool.REPOSITORY.resolve(page));
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is in a library that this module does not need
    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
