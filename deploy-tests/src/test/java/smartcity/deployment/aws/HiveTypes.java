package smartcity.deployment.aws;

import java.util.stream.Collectors;
import smartcity.sink.schema.Column;

/// The types that Hive, and so Athena and Glue, have for the columns of compatible files.
final class HiveTypes {
    private HiveTypes() {}

    static String of(Column column) {
        return switch (column.type()) {
            case TEXT, UUID, TIME, JSON, ANY_JSON -> "string";
            case INSTANT -> "timestamp";
            case DATE -> "date";
            case INT32 -> "int";
            case INT64 -> "bigint";
            case DECIMAL -> "decimal(%d,%d)".formatted(column.precision(), column.scale());
            case DOUBLE -> "double";
            case BOOLEAN -> "boolean";
            case BYTES -> "binary";
            case GROUP ->
                column.children().stream()
                        .map(member -> "`" + member.name() + "`:" + of(member))
                        .collect(Collectors.joining(",", "struct<", ">"));
            case LIST -> "array<" + of(column.children().getFirst()) + ">";
            case MAP -> "map<string," + of(column.children().getLast()) + ">";
        };
    }
}
