package smartcity.bench.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import smartcity.sink.file.FileForm;

/// The figures of a run as a page: what a row costs, and encoding as the difference of both benchmarks.
///
/// @param results of [CodecBenchmark]
record CodecTable(Collection<RunResult> results) {
    List<String> markdown() throws IOException {
        RunResult decode = result("decode", "");
        double decodeNanos = cpuNanos(decode);
        List<String> lines = new ArrayList<>(List.of(
                BenchCodecCommand.occasion("codec"),
                "",
                "| step | files | CPU ns/row | rows/CPU-s | rows/s | B/row |",
                "|---|---|--:|--:|--:|--:|",
                line("decode: JSON to row |", decodeNanos, String.format(Locale.ROOT, "%,.0f", rate(decode)), "")));
        for (FileForm form : FileForm.values()) {
            RunResult both = result("decodeAndEncode", form.name());
            double bothNanos = cpuNanos(both);
            double bytesPerRow = rate(both, "bytes") / rate(both);
            lines.add(line("encode: row to Parquet | " + form.text(), bothNanos - decodeNanos, "", ""));
            lines.add(line(
                    "both | " + form.text(),
                    bothNanos,
                    String.format(Locale.ROOT, "%,.0f", rate(both)),
                    String.format(Locale.ROOT, "%.1f", bytesPerRow)));
        }
        return lines;
    }

    private static String line(String step, double nanos, String rate, String bytes) {
        return String.format(Locale.ROOT, "| %s | %.0f | %,.0f | %s | %s |", step, nanos, 1e9 / nanos, rate, bytes);
    }

    private static double cpuNanos(RunResult result) {
        return rate(result, "cpuNanos") / rate(result);
    }

    /// @param form of the files; empty for a benchmark without files
    private RunResult result(String method, String form) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .filter(result ->
                        form.isEmpty() || form.equals(result.getParams().getParam("form")))
                .findFirst()
                .orElseThrow();
    }

    private static double rate(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double rate(RunResult result, String counter) {
        return result.getSecondaryResults().values().stream()
                .filter(found -> found.getLabel().equals(counter))
                .findFirst()
                .orElseThrow()
                .getScore();
    }
}
