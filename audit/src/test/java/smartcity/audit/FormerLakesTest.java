package smartcity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.audit.lake.FolderLake;
import smartcity.audit.report.AuditReport;
import smartcity.audit.report.PartitionAuditReport;

/// Lakes that former versions of the sink wrote: see the page in their folder.
class FormerLakesTest {
    private static final Path ALL = Path.of("..", "s3-parquet-sink", "src", "test", "resources", "former-lakes");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void findsNothingInThem(int version) {
        FolderLake lake = new FolderLake(ALL.resolve("version-" + version));

        AuditReport report = new LakeAudit(lake, AuditScope.of(""), null, (_, _, _) -> {}).run();

        assertThat(report.findings()).isEmpty();
        PartitionAuditReport partition = report.topics().getFirst().partitions().getFirst();
        assertThat(partition.rows()).isEqualTo(9);
        assertThat(partition.deadLetters()).isEqualTo(2);
        assertThat(partition.nextOffset()).isEqualTo(9);
    }
}
