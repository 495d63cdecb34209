package smartcity.bench.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import smartcity.bench.cluster.MachineDescription;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;

/// The kept result of a run: `generate.md` with the tables, and `generate.json` with every round.
///
/// @param command how to run it again
/// @param date day of the run, ISO 8601
/// @param descriptions of the contenders, by name
record GenerateReport(
        String command,
        String date,
        MachineDescription machine,
        Map<String, String> descriptions,
        GenerateResults results) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Writes both files into the folder, made when missing.
    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("generate.json"), json());
            Files.write(folder.resolve("generate.md"), markdown());
        } catch (IOException e) {
            throw new LaunchException("Failed to write the result into " + folder + ": " + FileFailure.reason(e), e);
        }
    }

    List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("Written by `" + command + "` on " + date + ": " + machine.processor() + ", " + machine.cores()
                + " cores, " + machine.memoryMebibytes() + " MiB, " + machine.system() + ", " + machine.java() + ".");
        lines.add("");
        lines.addAll(tables());
        lines.add("");
        descriptions.forEach((name, description) -> lines.add("- `" + name + "`: " + description));
        return lines;
    }

    List<String> tables() {
        List<String> lines = new ArrayList<>();
        lines.add("| one thread | a second |");
        lines.add("|---|--:|");
        lines.add(String.format(
                Locale.ROOT,
                "| world updates: a vehicle moved, its two events made | %,.0f |",
                results.updatesPerSecond()));
        lines.add(String.format(
                Locale.ROOT,
                "| events to JSON, %.0f bytes on average | %,.0f |",
                results.meanBytes(),
                results.encodingsPerSecond()));
        lines.add("");
        lines.add("| to the broker | records/s | over process life | records/CPU-s | peak RSS MiB | x real time |");
        lines.add("|---|--:|--:|--:|--:|--:|");
        lines.add(row(SimulatorContender.NAME, String.format(Locale.ROOT, "%.2f", results.timesRealTime())));
        lines.add(row(ProducerToolContender.NAME, ""));
        lines.add(String.format(
                Locale.ROOT,
                "| simulator / tool, in the same round | %.2f | %.2f | %.2f | %.2f | |",
                results.ratio(DeliveryMeasurement::perSecond),
                results.ratio(DeliveryMeasurement::perSecondOfLife),
                results.ratio(DeliveryMeasurement::perCpuSecond),
                results.ratio(DeliveryMeasurement::peakMebibytes)));
        return lines;
    }

    private String row(String contender, String realTime) {
        List<ToDoubleFunction<DeliveryMeasurement>> figures = List.of(
                DeliveryMeasurement::perSecond,
                DeliveryMeasurement::perSecondOfLife,
                DeliveryMeasurement::perCpuSecond,
                DeliveryMeasurement::peakMebibytes);
        StringBuilder row = new StringBuilder("| " + contender + " |");
        figures.forEach(
                figure -> row.append(String.format(Locale.ROOT, " %,.0f |", results.median(contender, figure))));
        return row.append(" ").append(realTime).append(" |").toString();
    }

    /// The whole run as JSON.
    String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("command", command).put("date", date);
        root.set("machine", JSON.valueToTree(machine));
        root.set("contenders", JSON.valueToTree(descriptions));
        root.put("simulatedSeconds", results.period().toSeconds()).put("meanBytes", rounded(results.meanBytes()));
        ArrayNode updates = root.putArray("worldUpdatesPerSecond");
        results.updates().forEach(pace -> updates.add(Math.round(pace.perSecond())));
        ArrayNode encodings = root.putArray("encodingsPerSecond");
        results.encodings().forEach(pace -> encodings.add(Math.round(pace.perSecond())));
        ArrayNode deliveries = root.putArray("deliveries");
        results.deliveries().forEach(delivery -> deliveries.add(node(delivery)));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode node(DeliveryMeasurement delivery) {
        return JSON.createObjectNode()
                .put("contender", delivery.contender())
                .put("round", delivery.round())
                .put("records", delivery.records())
                .put("seconds", rounded(delivery.seconds()))
                .put("lifeSeconds", rounded(delivery.lifeSeconds()))
                .put("cpuSeconds", rounded(delivery.cpuSeconds()))
                .put("recordsPerSecond", Math.round(delivery.perSecond()))
                .put("peakRssBytes", delivery.peakBytes());
    }

    private static double rounded(double value) {
        return Math.round(value * 1e3) / 1e3;
    }
}
