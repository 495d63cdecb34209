package smartcity.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import smartcity.audit.offsets.OffsetRun;
import smartcity.audit.report.Fault;
import smartcity.audit.report.Finding;
import smartcity.audit.report.PartitionReport;
import smartcity.audit.report.Report;
import smartcity.audit.report.Report.KafkaUse;
import smartcity.audit.report.TopicReport;

class VerdictTest {
    private static final Finding LOST =
            Finding.of(Fault.MISSING, "gps_data", 0, new OffsetRun(7, 7), "a.parquet", "1 records have no row");

    @Test
    void hasNothingAgainstAsManyRecordsRowsAndDifferentOffsetsAsWereSent() {
        assertThat(new Verdict(report(10, List.of()), 10, 10).objections(10, 10))
                .isEmpty();
    }

    @Test
    void quotesTheFirstFindingOfTheAudit() {
        assertThat(new Verdict(report(10, List.of(LOST)), 10, 10).objections(10, 10))
                .containsExactly("The audit has 1 findings, the first: " + LOST.sentence());
    }

    @Test
    void tellsRecordsThatKafkaHasTwiceFromRowsThatTheSinkHasWritten() {
        assertThat(new Verdict(report(11, List.of()), 11, 11).objections(10, 10))
                .containsExactly(
                        "Kafka holds 11 records but 10 were to be sent",
                        "DuckDB counts 11 rows, 11 of them different, but 10 records were to be sent");
    }

    @Test
    void seesThatDuckDbFindsARowTwice() {
        assertThat(new Verdict(report(10, List.of()), 11, 10).objections(10, 10))
                .hasSize(1);
        assertThat(new Verdict(report(10, List.of()), 10, 9).objections(10, 10)).hasSize(1);
    }

    @Test
    void seesThatKafkaDidNotAcknowledgeARecord() {
        assertThat(new Verdict(report(10, List.of()), 10, 10).objections(10, 9))
                .containsExactly("Kafka acknowledged 9 records but 10 were to be sent");
    }

    private static Report report(long compared, List<Finding> findings) {
        PartitionReport partition = new PartitionReport(
                0, 1, compared, 0, 100, 0L, compared, 0L, compared, null, 0, 0, compared, findings.size());
        TopicReport topic = new TopicReport("gps_data", List.of(partition));
        return new Report("lake", KafkaUse.EVERY_RECORD, List.of(topic), findings, findings.size(), List.of(), 1);
    }
}
