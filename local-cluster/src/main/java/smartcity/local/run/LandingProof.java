package smartcity.local.run;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.TopicProgress;
import smartcity.local.lake.DuckDbFailure;
import smartcity.local.lake.LakeDatabase;
import smartcity.local.lake.LandedCounts;
import smartcity.local.lake.TextTable;

/// Whether everything in Kafka is in the lake exactly once, counted in the files and not by what the sink says.
///
/// @param holds whether each record of each topic is there once
/// @param missing records of Kafka that are not in the lake
/// @param lines the counts, as a table
record LandingProof(boolean holds, long missing, List<String> lines) {
    private static final List<String> COLUMNS =
            List.of("topic", "produced", "", "landed", "dead letters", "duplicates");
    private static final List<Boolean> RIGHT = List.of(false, true, false, true, true, true);

    LandingProof {
        lines = List.copyOf(lines);
    }

    static LandingProof of(List<TopicProgress> progress, Path folder) {
        boolean holds = true;
        long missing = 0;
        List<List<String>> rows = new ArrayList<>();
        try (LakeDatabase lake = LakeDatabase.open(folder)) {
            for (TopicProgress topic : progress) {
                LandedCounts landed = lake.landed(topic.topic());
                boolean proven = landed.proves(topic.produced());
                holds &= proven;
                missing += Math.max(0, topic.produced() - landed.records() - landed.deadLetters());
                rows.add(List.of(
                        topic.topic(),
                        LiveTable.count(topic.produced()),
                        proven ? "=" : "≠",
                        LiveTable.count(landed.records()),
                        LiveTable.count(landed.deadLetters()),
                        LiveTable.count(landed.duplicates())));
            }
        } catch (SQLException e) {
            throw new LaunchException("Failed to count the lake " + folder + ": " + DuckDbFailure.reason(e), e);
        }
        return new LandingProof(holds, missing, TextTable.lines(COLUMNS, RIGHT, rows));
    }
}
