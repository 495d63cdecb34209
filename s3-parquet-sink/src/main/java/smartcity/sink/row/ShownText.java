package smartcity.sink.row;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Text of others as messages show it: of records, or of objects that anybody may have put into the bucket.
public final class ShownText {
    /// Bytes that are shown at most [chosen, not measured].
    public static final int MAX_BYTES = 64;

    /// Characters that control a terminal, or that hide, reorder or break text.
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private ShownText() {}

    /// The beginning of the text, without characters that are not safe to show.
    public static String of(String text) {
        byte[] bytes = text.substring(0, Math.min(text.length(), MAX_BYTES)).getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /// The same, of UTF-8.
    public static String of(byte[] bytes, int from, int length) {
        int shown = Math.min(length, MAX_BYTES);
        String text = new String(bytes, from, shown, StandardCharsets.UTF_8);
        return UNSAFE.matcher(text).replaceAll("?") + (shown == MAX_BYTES ? "…" : "");
    }
}
