package smartcity.sink.row;

import smartcity.sink.schema.RecordSchema;

/// A value format bound to the schema of one topic. No other code depends on how values are written.
///
/// Another format is another implementation in a package of its own. Immutable; each thread has a converter of its
/// own.
public interface RowFormat {
    /// The columns that converters fill, with slots from 0 on.
    RecordSchema schema();

    /// A converter that fills `row` and no other; the row's frame may be larger than the schema needs.
    RowConverter converter(Row row);
}
