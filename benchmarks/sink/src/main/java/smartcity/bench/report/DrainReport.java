package smartcity.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smartcity.bench.cluster.MachineDescription;
import smartcity.bench.drain.DrainMeasurement;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;

/// The kept result of a run: `<name>.md` with the table, and `<name>.json` with every round.
///
/// @param command how to run it again
/// @param date day of the run, ISO 8601
/// @param descriptions of those that took part, by name
/// @param notes what else must be known, such as who was left out
public record DrainReport(
        String command,
        String date,
        MachineDescription machine,
        Map<String, String> descriptions,
        List<String> notes,
        DrainResults results) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Writes both files into the folder, made when missing.
    public void write(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".json"), json());
            Files.write(folder.resolve(name + ".md"), markdown(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LaunchException("Failed to write the result into " + folder + ": " + FileFailure.reason(e), e);
        }
    }

    /// The whole run as JSON.
    public String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("command", command).put("date", date);
        root.set("machine", JSON.valueToTree(machine));
        root.set("contenders", JSON.valueToTree(descriptions));
        root.set("notes", JSON.valueToTree(notes));
        ArrayNode rounds = root.putArray("drains");
        results.all().forEach(measurement -> rounds.add(drain(measurement)));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode drain(DrainMeasurement measurement) {
        return JSON.createObjectNode()
                .put("contender", measurement.contender())
                .put("round", measurement.round())
                .put("records", measurement.records())
                .put("seconds", rounded(measurement.seconds()))
                .put("secondsFromFirstRecord", rounded(measurement.secondsFromFirst()))
                .put("cpuSeconds", rounded(measurement.cpuSeconds()))
                .put("rowsPerSecond", Math.round(measurement.rowsPerSecond()))
                .put("rowsPerCpuSecond", Math.round(measurement.rowsPerCpuSecond()))
                .put("peakRssBytes", measurement.peakBytes())
                .put("firstObjectSeconds", rounded(measurement.firstObjectSeconds()))
                .put("files", measurement.landed().files())
                .put("bytes", measurement.landed().bytes())
                .put("bytesPerRow", rounded(measurement.bytesPerRow()));
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : Math.round(value * 1e3) / 1e3;
    }

    private List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("Written by `" + command + "` on " + date + ": " + machine.processor() + ", " + machine.cores()
                + " cores, " + machine.memoryMebibytes() + " MiB, " + machine.system() + ", " + machine.java() + ".");
        lines.add("");
        lines.addAll(new DrainTable(results).markdown());
        lines.add("");
        descriptions.forEach((name, description) -> lines.add("- `" + name + "`: " + description));
        notes.forEach(note -> lines.add("- " + note));
        return lines;
    }
}
