package smartcity.chaos;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A request of HTTP/1.1 as bytes, asking for its connection to be closed behind it.
///
/// @param head request line and headers, with the empty line
record RawHttpRequest(String head, ByteBuffer body) {
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    /// Reads one; null when the client has closed the connection. A client that expects `100 Continue` receives it.
    static @Nullable RawHttpRequest read(InputStream in, OutputStream out) throws IOException {
        String head = head(in);
        if (head == null) {
            return null;
        }
        StringBuilder forwarded = new StringBuilder();
        int length = 0;
        for (String line : head.split("\r\n", -1)) {
            String name = line.toLowerCase(Locale.ROOT);
            if (name.startsWith("transfer-encoding:")) {
                throw new IOException("Expected a content length, got: " + line);
            }
            if (name.startsWith("content-length:")) {
                length = Integer.parseInt(
                        name.substring("content-length:".length()).strip());
            }
            if (name.startsWith("expect:")) {
                out.write(CONTINUE.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } else if (!name.startsWith("connection:") && !line.isEmpty()) {
                forwarded.append(line).append("\r\n");
            }
        }
        forwarded.append("Connection: close\r\n\r\n");
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("Expected " + length + " bytes of body, got: " + body.length);
        }
        return new RawHttpRequest(forwarded.toString(), ByteBuffer.wrap(body));
    }

    /// Writes it.
    void writeTo(OutputStream out) throws IOException {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body.array(), body.arrayOffset(), body.remaining());
        out.flush();
    }

    /// Request line and headers; null when the stream ends before they do.
    private static @Nullable String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            matched = next == (matched % 2 == 0 ? '\r' : '\n') ? matched + 1 : next == '\r' ? 1 : 0;
            if (matched == 4) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return null;
    }
}
