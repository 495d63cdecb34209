package smartcity.sink.json;

import java.nio.ByteBuffer;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;

/// Reads JSON objects (RFC 8259, UTF-8) into rows of one schema.
///
/// A property of the schema must appear at most once, have its type, and be present if it is required. Limits of the
/// schema (`maximum`, `enum`, ...) are not checked.
final class JsonRows implements RowConverter {
    private final ObjectMembers members;
    private final JsonCursor cursor = new JsonCursor();
    private final Row row;
    private final JsonStrings text;
    private final JsonScalars scalars;
    private final JsonDecimals decimals;
    private final JsonSkipper skipper;
    private final UnknownMembers unknown;
    private final MapKeys keys;
    private final boolean skipsPrefix;

    /// A converter that fills `row` only.
    JsonRows(JsonFormat format, Row row) {
        this.members = new ObjectMembers(format.members().columns());
        this.skipsPrefix = format.forms().prefix() == RegistryPrefix.SKIP;
        this.row = row;
        this.text = new JsonStrings(cursor, row);
        JsonNumber number = new JsonNumber(cursor);
        this.skipper = new JsonSkipper(cursor, text, number, row);
        this.scalars = new JsonScalars(cursor, text, number, row, format.forms().zone());
        this.decimals = new JsonDecimals(cursor, text, number, row);
        this.unknown = new UnknownMembers(
                format.unknown(), cursor, skipper, format.members().slots());
        this.keys = new MapKeys(row);
    }

    @Override
    public ConversionResult convert(ByteBuffer value) {
        cursor.reset(value);
        row.reset(cursor.bytes);
        unknown.reset();
        int first = skipsPrefix ? ValueStart.afterPrefix(cursor) : cursor.at;
        cursor.at = first;
        try {
            if (cursor.peek() != '{') {
                throw cursor.unexpected("'{'");
            }
            object(members, 0);
            if (cursor.peek() != JsonCursor.END) {
                throw cursor.unexpected("the end");
            }
            unknown.put(row);
            return ConversionResult.ACCEPTED;
        } catch (BrokenRecordException e) {
            String start = ValueStart.reason(cursor.bytes, first, cursor.end - first);
            return new ConversionResult.Refused(start == null ? e.reason() : start);
        }
    }

    private void object(ObjectMembers known, int frame) throws BrokenRecordException {
        cursor.expect('{');
        if (cursor.peek() == '}') {
            cursor.at++;
        } else {
            int expected = 0;
            do {
                int index = member(known, expected);
                if (index == ObjectMembers.UNKNOWN) {
                    unknown.take(text);
                } else {
                    expected = index + 1;
                    property(known, index, frame);
                }
            } while (cursor.more('}'));
        }
        Column missing = known.missing(row, frame);
        if (missing != null) {
            throw BrokenRecordException.field("must be present").within(missing.name());
        }
    }

    /// Reads a member's name and the colon, and returns its index or [ObjectMembers#UNKNOWN]. The name of an unknown
    /// member stays in [#text] until the next string is read.
    private int member(ObjectMembers known, int expected) throws BrokenRecordException {
        if (known.isNext(cursor, expected)) {
            return expected;
        }
        text.read();
        int index = known.find(text.bytes(), text.offset, text.length, expected);
        if (text.inScratch) {
            row.trimScratch(text.offset);
        }
        cursor.expect(':');
        return index;
    }

    private void property(ObjectMembers known, int index, int frame) throws BrokenRecordException {
        Column column = known.column(index);
        try {
            if (row.seen(frame + column.slot())) {
                throw BrokenRecordException.field(
                        "must appear once but appeared again at byte " + (cursor.at - cursor.start));
            }
            value(known, index, frame);
        } catch (BrokenRecordException e) {
            throw e.within(column.name());
        }
    }

    private void value(ObjectMembers known, int index, int frame) throws BrokenRecordException {
        Column column = known.column(index);
        int slot = frame + column.slot();
        if (cursor.peek() == 'n') {
            cursor.literal("null");
            if (!column.nullable()) {
                throw BrokenRecordException.field("must not be null");
            }
            row.putNull(slot);
            return;
        }
        switch (column.type()) {
            case TEXT, UUID, INSTANT, DATE, TIME, BYTES -> scalars.string(column.type(), slot);
            case INT32, INT64, DOUBLE -> scalars.number(column.type(), slot);
            case DECIMAL -> decimals.read(column, slot);
            case BOOLEAN -> scalars.bool(slot);
            case JSON, ANY_JSON -> json(column.type(), slot);
            case GROUP, LIST, MAP -> {
                int outside = known.named() ? unknown.enter(known.name(index)) : unknown.here();
                container(column.type(), known.inner(index), frame, slot);
                unknown.leave(outside);
            }
        }
    }

    private void json(ColumnType type, int slot) throws BrokenRecordException {
        if (type == ColumnType.JSON) {
            cursor.mustBe(cursor.peek() == '{', "an object");
        }
        int start = cursor.at;
        skipper.skip(0);
        row.putBytes(slot, start, cursor.at - start);
    }

    private void container(ColumnType type, ObjectMembers inner, int frame, int slot) throws BrokenRecordException {
        boolean list = type == ColumnType.LIST;
        cursor.mustBe(cursor.peek() == (list ? '[' : '{'), list ? "an array" : "an object");
        if (type == ColumnType.GROUP) {
            row.putLong(slot, 1);
            object(inner, frame);
        } else {
            cursor.at++;
            elements(inner, slot, !list);
        }
    }

    private void elements(ObjectMembers inner, int slot, boolean map) throws BrokenRecordException {
        char close = map ? '}' : ']';
        int first = 0;
        int last = 0;
        int count = 0;
        if (cursor.peek() == close) {
            cursor.at++;
        } else {
            do {
                int frame = row.newFrame(inner.slots());
                if (count == 0) {
                    first = frame;
                } else {
                    row.chain(last, frame);
                }
                last = frame;
                element(inner, frame, count++, map);
            } while (cursor.more(close));
        }
        if (map) {
            keys.mustDiffer(first, count);
        }
        row.putList(slot, first, count);
    }

    private void element(ObjectMembers inner, int frame, int index, boolean map) throws BrokenRecordException {
        int outside;
        if (map) {
            text.read();
            text.put(frame);
            outside = unknown.enter(text.bytes(), text.offset, text.length);
            cursor.expect(':');
        } else {
            outside = unknown.enter(index);
        }
        property(inner, map ? 1 : 0, frame);
        unknown.leave(outside);
    }
}
