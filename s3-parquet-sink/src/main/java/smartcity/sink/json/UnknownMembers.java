package smartcity.sink.json;

import java.nio.charset.StandardCharsets;
import smartcity.sink.row.Row;

/// Does with members that the schema does not know what the policy says.
///
/// Where reading is, is told by [#enter] and [#leave], which cost nothing unless members are kept.
final class UnknownMembers {
    /// What paths may take of even the smallest record. A record whose kept members take four times its size repeats
    /// long paths and is no data [chosen, not measured].
    private static final int FREE_BYTES = 64 * 1024;

    private final UnknownFields policy;
    private final JsonCursor cursor;
    private final JsonSkipper skipper;
    private final int slot;
    private final PointerText path = new PointerText();
    private final PointerText kept = new PointerText();

    /// @param slot where a record's kept members go
    UnknownMembers(UnknownFields policy, JsonCursor cursor, JsonSkipper skipper, int slot) {
        this.policy = policy;
        this.cursor = cursor;
        this.skipper = skipper;
        this.slot = slot;
    }

    /// Begins a record.
    void reset() {
        path.trim(0);
        kept.trim(0);
    }

    /// What [#leave] needs to come back here.
    int here() {
        return path.size();
    }

    /// Goes into the container of that name and returns what [#leave] needs to come back.
    int enter(byte[] name) {
        return enter(name, 0, name.length);
    }

    int enter(byte[] name, int offset, int length) {
        int outside = here();
        if (policy == UnknownFields.KEEP) {
            path.appendToken(name, offset, length);
            path.append('/');
        }
        return outside;
    }

    /// Goes into the element of that index.
    int enter(int index) {
        return policy == UnknownFields.KEEP
                ? enter(Integer.toString(index).getBytes(StandardCharsets.US_ASCII))
                : here();
    }

    void leave(int outside) {
        path.trim(outside);
    }

    /// Takes the value that comes next, of the unknown member whose name was just read.
    void take(JsonStrings name) throws BrokenRecordException {
        switch (policy) {
            case IGNORE -> skipper.skip(0);
            case REFUSE ->
                throw BrokenRecordException.field("must be a property of the schema")
                        .within('"' + JsonCursor.shown(name.bytes(), name.offset, name.length) + '"');
            case KEEP -> keep(name);
        }
    }

    private void keep(JsonStrings name) throws BrokenRecordException {
        long most = 4L * (cursor.end - cursor.start) + FREE_BYTES;
        if (kept.size() + path.size() > most) {
            throw BrokenRecordException.value(
                    "must have paths to unknown members that take less than " + most + " bytes");
        }
        kept.append(kept.size() == 0 ? '{' : ',');
        kept.append('"');
        kept.append(path.bytes(), 0, path.size());
        kept.appendToken(name.bytes(), name.offset, name.length);
        kept.append('"');
        kept.append(':');
        cursor.peek();
        int start = cursor.at;
        skipper.skip(0);
        kept.append(cursor.bytes, start, cursor.at - start);
    }

    /// Ends a record: puts what was kept of it into the row.
    void put(Row row) {
        if (kept.size() > 0) {
            kept.append('}');
            row.putCopy(slot, kept.bytes(), 0, kept.size());
        }
    }
}
