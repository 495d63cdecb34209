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
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
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
        Function<Column, Type> child = nested -> field(nested, path, ids, compact);
        return switch (column.type()) {
            case TEXT -> text(column);
            case UUID -> compact ? uuid(column) : text(column);
            case INSTANT -> annotated(column, PrimitiveTypeName.INT64, timestampType(true, MICROS));
            case DATE -> annotated(column, PrimitiveTypeName.INT32, dateType());
            case TIME -> compact ? annotated(column, PrimitiveTypeName.INT64, timeType(true, MICROS)) : text(column);
            case DECIMAL -> decimal(column, compact);
            case INT32 -> primitive(column, PrimitiveTypeName.INT32);
            case INT64 -> primitive(column, PrimitiveTypeName.INT64);
            case DOUBLE -> primitive(column, PrimitiveTypeName.DOUBLE);
            case BOOLEAN -> primitive(column, PrimitiveTypeName.BOOLEAN);
            case BYTES -> primitive(column, PrimitiveTypeName.BINARY);
            case JSON, ANY_JSON -> annotated(column, PrimitiveTypeName.BINARY, jsonType());
            case GROUP -> group(column, child);
            case LIST -> list(column, child);
            case MAP -> map(column, child);
        };
    }

    private static Repetition repetition(Column column) {
        return column.optional() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    }

    private static Type primitive(Column column, PrimitiveTypeName type) {
        return Types.primitive(type, repetition(column)).named(column.name());
    }

    private static Type annotated(Column column, PrimitiveTypeName type, LogicalTypeAnnotation meaning) {
        return Types.primitive(type, repetition(column)).as(meaning).named(column.name());
    }

    private static Type text(Column column) {
        return annotated(column, PrimitiveTypeName.BINARY, stringType());
    }

    private static Type uuid(Column column) {
        return Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition(column))
                .length(16)
                .as(uuidType())
                .named(column.name());
    }

    private static Type decimal(Column column, boolean compact) {
        int precision = column.precision();
        Repetition repetition = repetition(column);
        PrimitiveBuilder<PrimitiveType> type = !compact || precision > Column.LONG_PRECISION
                ? Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
                        .length(column.decimalBytes())
                : Types.primitive(
                        precision > INT_PRECISION ? PrimitiveTypeName.INT64 : PrimitiveTypeName.INT32, repetition);
        return type.as(decimalType(column.scale(), precision)).named(column.name());
    }

    private static Type group(Column column, Function<Column, Type> child) {
        return Types.buildGroup(repetition(column))
                .addFields(column.children().stream().map(child).toArray(Type[]::new))
                .named(column.name());
    }

    private static Type list(Column column, Function<Column, Type> child) {
        return Types.list(repetition(column))
                .element(child.apply(column.children().getFirst()))
                .named(column.name());
    }

    private static Type map(Column column, Function<Column, Type> child) {
        return Types.map(repetition(column))
                .key(child.apply(column.children().getFirst()))
                .value(child.apply(column.children().getLast()))
                .named(column.name());
    }
}
