package smartcity.audit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;

/// A report as text: a table of topics, the findings, the notes and the verdict.
public final class TextAuditReport {
    private static final List<String> HEADINGS = List.of(
            "topic", "partitions", "objects", "rows", "dead letters", "without row", "bytes", "offsets", "findings");

    private TextAuditReport() {}

    /// The lines of the report.
    public static List<String> lines(AuditReport report) {
        List<List<String>> table = new ArrayList<>();
        table.add(HEADINGS);
        report.topics().forEach(topic -> table.add(cells(topic)));
        List<String> lines = new ArrayList<>(aligned(table));
        lines.add("");
        report.findings().forEach(finding -> lines.add(finding.sentence()));
        long more = report.findingCount() - report.findings().size();
        if (more > 0) {
            lines.add("and " + number(more) + " more findings");
        }
        report.notes().forEach(note -> lines.add("Note: " + note));
        lines.add(verdict(report));
        return lines;
    }

    private static List<String> cells(TopicAuditReport topic) {
        return List.of(
                topic.topic(),
                number(topic.partitions().size()),
                number(topic.sum(PartitionAuditReport::objects)),
                number(topic.sum(PartitionAuditReport::rows)),
                number(topic.sum(PartitionAuditReport::deadLetters)),
                number(topic.sum(PartitionAuditReport::withoutRows)),
                number(topic.sum(PartitionAuditReport::bytes)),
                span(topic),
                number(topic.sum(PartitionAuditReport::findings)));
    }

    /// From Kafka's first offset to the committed one; without Kafka, the offsets in object names.
    private static String span(TopicAuditReport topic) {
        LongSummaryStatistics offsets = new LongSummaryStatistics();
        for (PartitionAuditReport partition : topic.partitions()) {
            Long first = partition.earliest() == null ? partition.firstOffset() : partition.earliest();
            Long next = partition.committed() == null ? partition.nextOffset() : partition.committed();
            if (first != null && next != null) {
                offsets.accept(first);
                offsets.accept(next);
            }
        }
        return offsets.getCount() == 0 ? "none" : number(offsets.getMin()) + " – " + number(offsets.getMax());
    }

    private static List<String> aligned(List<List<String>> table) {
        int[] widths = IntStream.range(0, HEADINGS.size())
                .map(i -> table.stream()
                        .mapToInt(row -> row.get(i).length())
                        .max()
                        .orElse(0))
                .toArray();
        return table.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? row.get(i) + blanks : "  " + blanks + row.get(i));
        }
        return line.toString();
    }

    private static String verdict(AuditReport report) {
        String read = "%s objects and %s rows were read in %.1f s"
                .formatted(
                        number(report.sum(PartitionAuditReport::objects)),
                        number(report.sum(PartitionAuditReport::rows)),
                        report.seconds());
        return report.clean()
                ? "Clean: " + proof(report) + "; " + read
                : "Not clean: " + number(report.findingCount()) + " findings; " + read;
    }

    private static String proof(AuditReport report) {
        String compared = number(report.sum(PartitionAuditReport::compared));
        return switch (report.kafka()) {
            case NONE -> "what is there follows without gap, overlap or duplicate";
            case OFFSETS ->
                report.committed()
                        ? "everything up to the committed offsets is there once"
                        : "nothing is committed, and what is there follows without gap, overlap or duplicate";
            case EVERY_RECORD ->
                report.committed()
                        ? "each of " + compared + " records of Kafka is there once"
                        : "nothing is committed, and each of " + compared
                                + " records of Kafka in the ranges that are there is there once";
        };
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
