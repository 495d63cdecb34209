package smartcity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static smartcity.audit.HandmadeLake.all;
import static smartcity.audit.HandmadeLake.footer;
import static smartcity.audit.HandmadeLake.name;
import static smartcity.audit.HandmadeLake.rows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.audit.lake.FolderLake;
import smartcity.audit.report.AuditReport;
import smartcity.audit.report.Finding;
import smartcity.audit.report.FindingKind;
import smartcity.audit.report.PartitionAuditReport;

/// An intact lake is clean; the audit finds each kind of damage.
class LakeAuditTest {
    private static final String HOUR_8 = "things/date=2026-11-23/hour=08";
    private static final String HOUR_9 = "things/date=2026-11-23/hour=09";
    private static final String LETTERS = "dead_letters/topic=things/date=2026-11-23/hour=08";
    private static final String KEY = "data/" + HOUR_8 + "/";

    @TempDir
    private Path folder;

    private HandmadeLake lake;

    /// Three cuts: 0-9 in two hours and a dead letter, 10-19 with a gap as transactions leave it, 20-24.
    @BeforeEach
    void makeAnIntactLake() throws IOException, SQLException {
        Map<String, String> letters = footer(0, 9);
        letters.put("smartcity.schema", "urn:smartcity:schema:dead_letters:1");
        lake = new HandmadeLake(folder)
                .object(HOUR_8, 0, 9, 0, 2, 4, 5, 6)
                .object(HOUR_9, 0, 9, 1, 3, 7, 8)
                .object(LETTERS, name(0, 9), letters, rows(9))
                .object(HOUR_8, 10, 19, 10, 11, 12, 14, 15, 16, 18)
                .object(HOUR_9, 20, 24, all(20, 24));
    }

    private AuditReport audit() {
        return new LakeAudit(new FolderLake(folder), AuditScope.of(""), null, (_, _, _) -> {}).run();
    }

    private static void hasOnly(
            AuditReport report, FindingKind kind, long first, long last, long offsets, @Nullable String key) {
        assertThat(report.clean()).isFalse();
        assertThat(report.findings()).hasSize(1);
        Finding finding = report.findings().getFirst();
        assertThat(finding)
                .extracting(Finding::kind, Finding::topic, Finding::partition)
                .containsExactly(kind, "things", 0);
        assertThat(finding)
                .extracting(Finding::first, Finding::last, Finding::offsets, Finding::key)
                .containsExactly(first, last, offsets, key);
    }

    @Test
    void findsNothingInAnIntactLake() {
        AuditReport report = audit();

        assertThat(report.findings()).isEmpty();
        assertThat(report.clean()).isTrue();
        PartitionAuditReport partition = report.topics().getFirst().partitions().getFirst();
        assertThat(partition.objects()).isEqualTo(5);
        assertThat(partition.rows()).isEqualTo(22);
        assertThat(partition.deadLetters()).isEqualTo(1);
        assertThat(partition.withoutRows()).isEqualTo(3);
        assertThat(partition.firstOffset()).isZero();
        assertThat(partition.nextOffset()).isEqualTo(25);
    }

    @Test
    void findsACutWithoutObjects() throws IOException {
        Files.delete(lake.file(HOUR_8, name(10, 19)));

        AuditReport report = audit();

        hasOnly(report, FindingKind.GAP, 10, 19, 10, null);
    }

    @Test
    void findsACopyOfAnObjectUnderAnotherRange() throws IOException {
        Files.copy(lake.file(HOUR_9, name(20, 24)), lake.file(HOUR_9, name(25, 29)));

        AuditReport report = audit();

        assertThat(report.findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(FindingKind.OUT_OF_RANGE, FindingKind.FOOTER, FindingKind.FOOTER);
        assertThat(report.findings())
                .allSatisfy(finding -> assertThat(finding.key()).isEqualTo("data/" + HOUR_9 + "/" + name(25, 29)));
    }

    @Test
    void findsRangesThatOverlapWithoutADuplicateRow() throws IOException, SQLException {
        lake.object(HOUR_8, 17, 19, 17, 19);

        AuditReport report = audit();

        hasOnly(report, FindingKind.OVERLAP, 17, 19, 3, KEY + name(17, 19));
        assertThat(report.findings().getFirst().detail()).contains(KEY + name(10, 19));
    }

    @Test
    void findsRowsThatAreInTwoObjectsOfACut() throws IOException, SQLException {
        lake.object("things/date=2026-11-23/hour=10", 10, 19, 13, 14, 18);

        AuditReport report = audit();

        hasOnly(report, FindingKind.DUPLICATE, 14, 18, 2, "data/things/date=2026-11-23/hour=10/" + name(10, 19));
        assertThat(report.findings().getFirst().detail()).contains(KEY + name(10, 19));
    }

    @Test
    void findsRowsThatAreTwiceInOneObject() throws IOException, SQLException {
        lake.object(HOUR_8, 10, 19, 10, 11, 11, 11, 12);

        AuditReport report = audit();

        hasOnly(report, FindingKind.DUPLICATE, 11, 11, 1, KEY + name(10, 19));
    }

    @Test
    void findsRowsOutsideTheRangeOfTheirObject() throws IOException, SQLException {
        lake.object(HOUR_8, 10, 19, 10, 11, 12, 20, 25);

        AuditReport report = audit();

        hasOnly(report, FindingKind.OUT_OF_RANGE, 20, 25, 2, KEY + name(10, 19));
    }

    @Test
    void findsRowsOfAnotherPartition() throws IOException, SQLException {
        String query = rows(10, 11).replace("0::INTEGER", "1::INTEGER");
        lake.object(HOUR_8, name(10, 19), footer(10, 19), query);

        AuditReport report = audit();

        hasOnly(report, FindingKind.OUT_OF_RANGE, 10, 19, 10, KEY + name(10, 19));
    }

    @Test
    void findsRowsThatAreNotInOrder() throws IOException, SQLException {
        lake.object(HOUR_8, 10, 19, 10, 12, 11, 13);

        AuditReport report = audit();

        hasOnly(report, FindingKind.OUT_OF_ORDER, 11, 11, 1, KEY + name(10, 19));
    }

    @Test
    void findsATruncatedFile() throws IOException {
        try (FileChannel file = FileChannel.open(lake.file(HOUR_8, name(10, 19)), StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }

        AuditReport report = audit();

        hasOnly(report, FindingKind.UNREADABLE, 10, 19, 10, KEY + name(10, 19));
    }

    @Test
    void findsAnEmptyFile() throws IOException {
        Files.write(lake.file(HOUR_8, name(10, 19)), new byte[0]);

        AuditReport report = audit();

        hasOnly(report, FindingKind.UNREADABLE, 10, 19, 10, KEY + name(10, 19));
    }

    @Test
    void findsDamageInTheMiddleOfAFile() throws IOException {
        Path file = lake.file(HOUR_9, name(20, 24));
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4, bytes.length / 3, (byte) 0x5a);
        Files.write(file, bytes);

        AuditReport report = audit();

        hasOnly(report, FindingKind.UNREADABLE, 20, 24, 5, "data/" + HOUR_9 + "/" + name(20, 24));
    }

    @Test
    void findsAFileWithoutItsColumnOfOffsets() throws IOException, SQLException {
        lake.object(HOUR_8, name(10, 19), footer(10, 19), "SELECT 1 AS one");

        AuditReport report = audit();

        hasOnly(report, FindingKind.UNREADABLE, 10, 19, 10, KEY + name(10, 19));
        assertThat(report.findings().getFirst().detail()).contains("kafka_offset");
    }

    @Test
    void findsAFooterWithoutPartitionAndOffsets() throws IOException, SQLException {
        lake.object(HOUR_8, name(10, 19), Map.of("smartcity.topic", "things"), rows(10, 11));

        AuditReport report = audit();

        assertThat(report.findings()).extracting(Finding::kind).containsOnly(FindingKind.FOOTER);
        assertThat(report.findings())
                .extracting(Finding::detail)
                .containsExactlyInAnyOrder(
                        "the footer has no smartcity.partition",
                        "the footer has no smartcity.offset.first",
                        "the footer has no smartcity.offset.last");
    }

    @Test
    void findsObjectsInAnyFolders() throws IOException, SQLException {
        lake.object("elsewhere/year=2026/kind=Car", 25, 26, 25, 26).object("things", 27, 29, 27, 28, 29);

        AuditReport report = audit();

        assertThat(report.findings()).isEmpty();
        assertThat(report.topics().getFirst().partitions().getFirst().nextOffset())
                .isEqualTo(30);
    }

    @Test
    void findsObjectsInTheOtherRootsOfItsScope() throws IOException, SQLException {
        lake.object("../raw/year=2026", 25, 26, 25, 26);
        AuditScope everywhere = new AuditScope("", Set.of(AuditScope.DATA, "raw/"), Set.of(), false, 2);

        AuditReport report = new LakeAudit(new FolderLake(folder), everywhere, null, (_, _, _) -> {}).run();

        assertThat(report.findings()).isEmpty();
        assertThat(report.topics().getFirst().partitions().getFirst().nextOffset())
                .isEqualTo(27);
        assertThat(audit().topics().getFirst().partitions().getFirst().nextOffset())
                .isEqualTo(25);
    }

    @Test
    void keepsTopicsApartWhoseNamesLookAlike() throws IOException, SQLException {
        Map<String, String> footer = footer(0, 1);
        footer.put("smartcity.topic", "things-0");
        lake.object("things-0", "things-0-0-0-1.parquet", footer, rows(0, 1));

        AuditReport report = audit();

        assertThat(report.findings()).isEmpty();
        assertThat(report.topics())
                .extracting(topic ->
                        topic.topic() + " " + topic.partitions().getFirst().rows())
                .containsExactly("things 22", "things-0 2");
    }

    @Test
    void auditsOnlyTheTopicsOfItsScope() throws IOException, SQLException {
        lake.object("broken", "broken-0-5-9.parquet", Map.of("a", "b"), rows(1));

        AuditReport report = new LakeAudit(
                        new FolderLake(folder),
                        new AuditScope("", Set.of(AuditScope.DATA), Set.of("things"), false, 2),
                        null,
                        (_, _, _) -> {})
                .run();

        assertThat(report.clean()).isTrue();
        assertThat(report.topics()).extracting("topic").isEqualTo(List.of("things"));
    }

    @Test
    void countsParquetObjectsWithOtherNames() throws IOException {
        Files.writeString(lake.file(HOUR_8, "notes.parquet"), "none of ours");

        AuditReport report = audit();

        assertThat(report.clean()).isTrue();
        assertThat(report.notes()).contains("1 Parquet objects were left out because their names are not a sink's");
    }
}
