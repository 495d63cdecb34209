package smartcity.sink.json;

import smartcity.sink.row.Row;

/// Skips values without a column, which must still be well-formed.
final class JsonSkipper {
    /// Deepest nesting; a deeper value is not data but an attack on the stack [chosen, not measured].
    private static final int MAX_DEPTH = 64;

    private final JsonCursor cursor;
    private final JsonStrings text;
    private final JsonNumber number;
    private final Row row;

    JsonSkipper(JsonCursor cursor, JsonStrings text, JsonNumber number, Row row) {
        this.cursor = cursor;
        this.text = text;
        this.number = number;
        this.row = row;
    }

    /// Skips the next value.
    ///
    /// @param depth number of skipped values around it
    void skip(int depth) throws BrokenRecordException {
        if (depth > MAX_DEPTH) {
            throw BrokenRecordException.value("must nest at most " + MAX_DEPTH + " deep");
        }
        switch (cursor.peek()) {
            case '"' -> {
                text.read();
                if (text.inScratch) {
                    row.trimScratch(text.offset);
                }
            }
            case '{' -> skipAll('}', depth);
            case '[' -> skipAll(']', depth);
            case 't' -> cursor.literal("true");
            case 'f' -> cursor.literal("false");
            case 'n' -> cursor.literal("null");
            default -> number.read();
        }
    }

    private void skipAll(char close, int depth) throws BrokenRecordException {
        cursor.at++;
        if (cursor.peek() == close) {
            cursor.at++;
            return;
        }
        do {
            if (close == '}') {
                if (cursor.peek() != '"') {
                    throw cursor.unexpected("'\"'");
                }
                skip(depth);
                cursor.expect(':');
            }
            skip(depth + 1);
        } while (cursor.more(close));
    }
}
