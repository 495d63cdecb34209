package smartcity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static smartcity.audit.HandmadeLake.TOPIC;
import static smartcity.audit.HandmadeLake.all;
import static smartcity.audit.HandmadeLake.footer;
import static smartcity.audit.HandmadeLake.name;
import static smartcity.audit.HandmadeLake.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.audit.lake.FolderLake;
import smartcity.audit.report.Finding;

/// The topic IDs that the objects of one era state must be the same; Kafka need not be asked for that.
class TopicIdAuditTest {
    private static final String HOUR = TOPIC + "/date=2026-11-23/hour=08";

    @TempDir
    private Path folder;

    private void land(long first, String topicId, String name) throws IOException, SQLException {
        Map<String, String> footer = footer(first, first + 9);
        if (!topicId.isEmpty()) {
            footer.put("smartcity.topic.id", topicId);
        }
        new HandmadeLake(folder).object(HOUR, name, footer, rows(all(first, first + 9)));
    }

    private void land(long first, String topicId) throws IOException, SQLException {
        land(first, topicId, name(first, first + 9));
    }

    private List<String> findings() {
        return new LakeAudit(new FolderLake(folder), AuditScope.of(""), null, (_, _, _) -> {})
                .run().findings().stream().map(Finding::sentence).toList();
    }

    @Test
    void findsAnObjectOfAnotherTopicThanThoseBeforeIt() throws IOException, SQLException {
        land(0, "first");
        land(10, "first");
        land(20, "second");
        land(30, "second");

        assertThat(findings())
                .containsExactly("OTHER_TOPIC things-0 offsets 20-29: its rows come from topic ID second but objects"
                        + " before it come from topic ID first: data/" + HOUR + "/" + name(20, 29));
    }

    @Test
    void comparesObjectsBeforeAndBehindOneThatStatesNone() throws IOException, SQLException {
        land(0, "first");
        land(10, "");
        land(20, "second");

        assertThat(findings()).singleElement().asString().startsWith("OTHER_TOPIC things-0 offsets 20-29");
    }

    @Test
    void acceptsAnotherTopicInAnotherEra() throws IOException, SQLException {
        land(0, "first");
        land(0, "second", TOPIC + "-0-e1-0-9.parquet");

        assertThat(findings()).isEmpty();
    }
}
