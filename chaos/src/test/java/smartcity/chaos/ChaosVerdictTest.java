package smartcity.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import smartcity.audit.offsets.OffsetRun;
import smartcity.audit.report.AuditReport;
import smartcity.audit.report.AuditReport.KafkaUse;
import smartcity.audit.report.Finding;
import smartcity.audit.report.FindingKind;
import smartcity.audit.report.PartitionAuditReport;
import smartcity.audit.report.TopicAuditReport;

class ChaosVerdictTest {
    private static final Finding LOST =
            Finding.of(FindingKind.MISSING, "gps_data", 0, new OffsetRun(7, 7), "a.parquet", "1 records have no row");

    @Test
    void hasNothingAgainstAsManyRecordsRowsAndDifferentOffsetsAsWereSent() {
        assertThat(new ChaosVerdict(report(10, List.of()), 10, 10, 10).objections(10, 10))
                .isEmpty();
    }

    @Test
    void quotesTheFirstFindingOfTheAudit() {
        assertThat(new ChaosVerdict(report(10, List.of(LOST)), 10, 10, 10).objections(10, 10))
                .containsExactly("The audit has 1 findings, the first: " + LOST.sentence());
    }

    @Test
    void separatesRecordsThatKafkaHasTwiceFromRowsThatTheSinkHasWritten() {
        assertThat(new ChaosVerdict(report(11, List.of()), 11, 11, 11).objections(10, 10))
                .containsExactly(
                        "Kafka holds 11 records but 10 were to be sent",
                        "DuckDB counts 11 rows, 11 of them different, of 11 records by their ids, but 10 records were to be sent");
    }

    @Test
    void seesThatDuckDbFindsARowTwice() {
        assertThat(new ChaosVerdict(report(10, List.of()), 11, 10, 10).objections(10, 10))
                .hasSize(1);
        assertThat(new ChaosVerdict(report(10, List.of()), 10, 9, 9).objections(10, 10))
                .hasSize(1);
    }

    /// As when a topic was created again, and other records came to the same offsets.
    @Test
    void seesThatAnotherRecordIsAtAnOffset() {
        assertThat(new ChaosVerdict(report(10, List.of()), 10, 10, 9).objections(10, 10))
                .containsExactly(
                        "DuckDB counts 10 rows, 10 of them different, of 9 records by their ids, but 10 records"
                                + " were to be sent");
    }

    @Test
    void seesThatKafkaDidNotAcknowledgeARecord() {
        assertThat(new ChaosVerdict(report(10, List.of()), 10, 10, 10).objections(10, 9))
                .containsExactly("Kafka acknowledged 9 records but 10 were to be sent");
    }

    private static AuditReport report(long compared, List<Finding> findings) {
        PartitionAuditReport partition = new PartitionAuditReport(
                0, 0, 1, compared, 0, 100, 0L, compared, 0L, compared, null, 0, 0, compared, 0, findings.size());
        TopicAuditReport topic = new TopicAuditReport("gps_data", List.of(partition));
        return new AuditReport("lake", KafkaUse.EVERY_RECORD, List.of(topic), findings, findings.size(), List.of(), 1);
    }
}
