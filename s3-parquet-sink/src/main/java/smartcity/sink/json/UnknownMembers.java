package smartcity.sink.json;

import java.nio.charset.StandardCharsets;
import smartcity.sink.row.Row;

/// Applies the policy to members that the schema does not define.
///
/// [#enter] and [#leave] keep the path to the value that is being read; they cost nothing unless members are kept.
final class UnknownMembers {
    /// Memory that paths may use even for the smallest record. A record whose kept members need more than
    /// four times its size in addition repeats long paths and is not data [chosen, not measured].
    private static final int FREE_BYTES = 64 * 1024;

    private final UnknownFields policy;
    private final JsonCursor cursor;
    private final JsonSkipper skipper;
    private final int slot;
    private final PointerText path = new PointerText();
    private final PointerText kept = new PointerText();

    /// @param slot of a record's kept members
    UnknownMembers(UnknownFields policy, JsonCursor cursor, JsonSkipper skipper, int slot) {
        this.policy = policy;
        this.cursor = cursor;
        this.skipper = skipper;
        this.slot = slot;
    }

    /// Starts a record.
    void reset() {
        path.trim(0);
        kept.trim(0);
    }

    /// The path's size, to which [#leave] returns.
    int here() {
        return path.size();
    }

    /// Enters the container of that name and returns what [#leave] needs to leave it.
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

    /// Enters the element of that index.
    int enter(int index) {
        return policy == UnknownFields.KEEP
                ? enter(Integer.toString(index).getBytes(StandardCharsets.US_ASCII))
                : here();
    }

    void leave(int outside) {
        path.trim(outside);
    }

    /// Consumes the next value, of the unknown member whose name was just read.
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
            throw BrokenRecordException.value("must have paths to unknown members of less than " + most + " bytes");
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

    /// Ends a record: puts its kept members into the row.
    void put(Row row) {
        if (kept.size() > 0) {
            kept.append('}');
            row.putCopy(slot, kept.bytes(), 0, kept.size());
        }
    }
}
