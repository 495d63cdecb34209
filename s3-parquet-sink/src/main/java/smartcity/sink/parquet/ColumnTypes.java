package smartcity.sink.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MICROS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.jsonType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timeType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.uuidType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.apache.parquet.schema.Types.PrimitiveBuilder;
import smartcity.sink.file.FileForm;
import smartcity.sink.schema.AddedColumns;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.FieldIds;
import smartcity.sink.schema.RecordSchema;

/// How columns are typed in Parquet.
final class ColumnTypes {
    static final String PARTITION = AddedColumns.PARTITION;
    static final String OFFSET = AddedColumns.OFFSET;
    static final String TIMESTAMP = AddedColumns.TIMESTAMP;

    /// Decimal digits that always fit 32 bits.
    static final int INT_PRECISION = 9;

    private ColumnTypes() {}

    /// The columns of the schema, then those the sink adds.
    static MessageType message(RecordSchema schema, FileForm form) {
        boolean compact = form == FileForm.COMPACT;
        List<Type> fields = new ArrayList<>();
        FieldIds ids = schema.fieldIds().and(schema);
        schema.columns().forEach(column -> fields.add(field(column, "", ids, compact)));
        Stream.of(
                        required(PrimitiveTypeName.INT32, PARTITION),
                        required(PrimitiveTypeName.INT64, OFFSET),
                        kafkaTimestamp())
                .map(type -> type.withId(ids.of(FieldIds.path("", type.getName()))))
                .forEach(fields::add);
        return new MessageType("record", fields);
    }

    /// Optional, as a record may carry none.
    static Type kafkaTimestamp() {
        return Types.optional(PrimitiveTypeName.INT64)
                .as(timestampType(true, MICROS))
                .named(TIMESTAMP);
    }

    static Type required(PrimitiveTypeName type, String name) {
        return Types.required(type).named(name);
    }

    private static Type field(Column column, String parent, FieldIds ids, boolean compact) {
        String path = FieldIds.path(parent, column.name());
        return type(column, path, ids, compact).withId(ids.of(path));
    }

    /// @param path of the column
    /// @param compact whether all types of the format may be used: the other form has text for what some readers
    ///     have no type for, and decimals as Hive and Impala read them
    private static Type type(Column column, String path, FieldIds ids, boolean compact) {
        Repetition repetition = column.optional() ? Repetition.OPTIONAL : Repetition.REQUIRED;
        String name = column.name();
        return switch (column.type()) {
            case TEXT -> text(repetition, name);
            case UUID ->
                compact
                        ? Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
                                .length(16)
                                .as(uuidType())
                                .named(name)
                        : text(repetition, name);
            case INSTANT ->
                Types.primitive(PrimitiveTypeName.INT64, repetition)
                        .as(timestampType(true, MICROS))
                        .named(name);
            case DATE ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(dateType())
                        .named(name);
            case TIME ->
                compact
                        ? Types.primitive(PrimitiveTypeName.INT64, repetition)
                                .as(timeType(true, MICROS))
                                .named(name)
                        : text(repetition, name);
            case DECIMAL -> decimal(column, repetition, compact);
            case INT32 -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(name);
            case INT64 -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
            case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
            case BOOLEAN ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
            case BYTES -> Types.primitive(PrimitiveTypeName.BINARY, repetition).named(name);
            case JSON, ANY_JSON ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(jsonType())
                        .named(name);
            case GROUP ->
                Types.buildGroup(repetition)
                        .addFields(column.children().stream()
                                .map(child -> field(child, path, ids, compact))
                                .toArray(Type[]::new))
                        .named(name);
            case LIST ->
                Types.list(repetition)
                        .element(field(column.children().getFirst(), path, ids, compact))
                        .named(name);
            case MAP ->
                Types.map(repetition)
                        .key(field(column.children().getFirst(), path, ids, compact))
                        .value(field(column.children().getLast(), path, ids, compact))
                        .named(name);
        };
    }

    private static Type text(Repetition repetition, String name) {
        return Types.primitive(PrimitiveTypeName.BINARY, repetition)
                .as(stringType())
                .named(name);
    }

    private static Type decimal(Column column, Repetition repetition, boolean compact) {
        int precision = column.precision();
        PrimitiveBuilder<PrimitiveType> type = !compact || precision > Column.LONG_PRECISION
                ? Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
                        .length(column.decimalBytes())
                : Types.primitive(
                        precision > INT_PRECISION ? PrimitiveTypeName.INT64 : PrimitiveTypeName.INT32, repetition);
        return type.as(decimalType(column.scale(), precision)).named(column.name());
    }
}
