package smartcity.local.run;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.TopicProgress;
import smartcity.local.lake.LakeDatabase;
import smartcity.local.lake.LandedCounts;
import smartcity.local.lake.TextTable;

/// Whether everything in Kafka is in the lake exactly once, counted in the files and not by what the sink says.
///
/// @param holds whether each record of each topic is there once
/// @param lines the counts, as a table
record LandingProof(boolean holds, List<String> lines) {
    private static final List<String> COLUMNS =
            List.of("topic", "produced", "", "landed", "dead letters", "duplicates");
    private static final List<Boolean> RIGHT = List.of(false, true, false, true, true, true);

    LandingProof {
        lines = List.copyOf(lines);
    }

    static LandingProof of(List<TopicProgress> progress, Path folder) {
        boolean holds = true;
        List<List<String>> rows = new ArrayList<>();
        try (LakeDatabase lake = LakeDatabase.open(folder)) {
            for (TopicProgress topic : progress) {
                LandedCounts landed = lake.landed(topic.topic());
                boolean proven = landed.proves(topic.produced());
                holds &= proven;
                rows.add(List.of(
                        topic.topic(),
                        LiveTable.count(topic.produced()),
                        proven ? "=" : "≠",
                        LiveTable.count(landed.records()),
                        LiveTable.count(landed.deadLetters()),
                        LiveTable.count(landed.duplicates())));
            }
        } catch (SQLException e) {
            throw new LaunchException("Failed to count the lake " + folder + ": " + e.getMessage(), e);
        }
        return new LandingProof(holds, TextTable.lines(COLUMNS, RIGHT, rows));
    }
}
