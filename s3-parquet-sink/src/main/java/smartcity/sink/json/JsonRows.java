package smartcity.sink.json;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.row.Verdict;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.RecordSchema;

/// Reads JSON objects (RFC 8259, UTF-8) into rows of one schema.
///
/// Properties the schema does not know are skipped, though they must be well-formed. A known property must appear at
/// most once, have its type, and be there if required. Limits of the schema (`maximum`, `enum`, ...) are not checked.
public final class JsonRows implements RowConverter {
    private final Members members;
    private final int slots;
    private final Cursor cursor = new Cursor();
    private final Row row;
    private final JsonText text;
    private final JsonScalars scalars;
    private final JsonSkipper skipper;

    /// A converter that fills `row` and no other.
    public JsonRows(RecordSchema schema, Row row) {
        this.members = new Members(schema.columns());
        this.slots = schema.slots();
        this.row = row;
        this.text = new JsonText(cursor, row);
        JsonNumber number = new JsonNumber(cursor);
        this.scalars = new JsonScalars(cursor, text, number, row);
        this.skipper = new JsonSkipper(cursor, text, number, row);
    }

    @Override
    public Verdict convert(@Nullable ByteBuffer value) {
        if (value == null) {
            return new Verdict.Refused("value must be a JSON object but was null");
        }
        if (value.hasArray()) {
            cursor.reset(value.array(), value.arrayOffset() + value.position(), value.remaining());
        } else {
            byte[] copy = new byte[value.remaining()];
            value.get(value.position(), copy);
            cursor.reset(copy, 0, copy.length);
        }
        row.reset(cursor.bytes, slots);
        try {
            if (cursor.peek() != '{') {
                throw cursor.unexpected("'{'");
            }
            object(members, 0);
            if (cursor.peek() != -1) {
                throw cursor.unexpected("the end");
            }
            return Verdict.ACCEPTED;
        } catch (BrokenRecord e) {
            return new Verdict.Refused(e.reason());
        }
    }

    private void object(Members known, int frame) throws BrokenRecord {
        cursor.expect('{');
        if (cursor.peek() == '}') {
            cursor.at++;
        } else {
            int guess = 0;
            do {
                int index = member(known, guess);
                cursor.expect(':');
                if (index < 0) {
                    skipper.skip(0);
                } else {
                    guess = index + 1;
                    property(known.column(index), known.inner(index), frame);
                }
            } while (cursor.more('}'));
        }
        for (int i = 0; i < known.size(); i++) {
            Column column = known.column(i);
            if (column.required() && !row.seen(frame + column.slot())) {
                throw BrokenRecord.field("must be present").within(column.name());
            }
        }
    }

    private int member(Members known, int guess) throws BrokenRecord {
        text.read();
        int index = known.find(text.bytes(), text.offset, text.length, guess);
        if (text.inScratch) {
            row.trimScratch(text.offset);
        }
        return index;
    }

    private void property(Column column, Members inner, int frame) throws BrokenRecord {
        try {
            if (row.seen(frame + column.slot())) {
                throw BrokenRecord.field("must appear once but came again at byte " + (cursor.at - cursor.start));
            }
            value(column, inner, frame);
        } catch (BrokenRecord e) {
            throw e.within(column.name());
        }
    }

    private void value(Column column, Members inner, int frame) throws BrokenRecord {
        int slot = frame + column.slot();
        int next = cursor.peek();
        if (next == 'n') {
            cursor.literal("null");
            if (!column.nullable()) {
                throw BrokenRecord.field("must not be null");
            }
            row.putNull(slot);
            return;
        }
        switch (column.type()) {
            case TEXT, UUID, INSTANT, BYTES -> scalars.string(column.type(), slot);
            case INT32, INT64, DOUBLE -> scalars.number(column.type(), slot);
            case BOOLEAN -> scalars.bool(slot);
            case GROUP -> {
                cursor.mustBe(next == '{', "an object");
                row.putLong(slot, 1);
                object(inner, frame);
            }
            case LIST -> {
                cursor.mustBe(next == '[', "an array");
                list(column.children().getFirst(), inner.inner(0), slot);
            }
        }
    }

    private void list(Column element, Members inner, int slot) throws BrokenRecord {
        cursor.expect('[');
        int first = 0;
        int last = 0;
        int count = 0;
        if (cursor.peek() == ']') {
            cursor.at++;
        } else {
            do {
                int frame = row.newFrame(element.slots());
                if (count++ == 0) {
                    first = frame;
                } else {
                    row.chain(last, frame);
                }
                last = frame;
                property(element, inner, frame);
            } while (cursor.more(']'));
        }
        row.putList(slot, first, count);
    }
}
