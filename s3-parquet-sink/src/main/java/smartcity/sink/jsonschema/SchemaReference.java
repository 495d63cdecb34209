package smartcity.sink.jsonschema;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A reference to a schema.
///
/// @param text as it is written
/// @param address of a file or an `$id`; empty for the same one
/// @param fragment decoded: empty, a JSON pointer, or an anchor
record SchemaReference(String text, String address, String fragment) {
    static SchemaReference of(String text) {
        int hash = text.indexOf('#');
        return hash < 0
                ? new SchemaReference(text, text, "")
                : new SchemaReference(text, text.substring(0, hash), decoded(text.substring(hash + 1)));
    }

    /// `address`, resolved against `base`; as it is when one of both is not a URI that has others below it.
    static String resolved(String base, String address) {
        try {
            return URI.create(base).resolve(address).toString();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /// The text with its percent-encoded bytes decoded (RFC 3986); a percent sign that encodes none stays.
    static String decoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            int high = bytes[at] == '%' && at + 2 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[at + 2], 16);
            decoded.write(low < 0 ? bytes[at] : high << 4 | low);
            at += low < 0 ? 0 : 2;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text;
    }
}
