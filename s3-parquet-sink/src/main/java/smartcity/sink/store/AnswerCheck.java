package smartcity.sink.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Whether the answer to a request shows that the bucket has the bytes that were sent. A proxy or an emulator
/// may answer 200 with an error in the body, or with nothing.
final class AnswerCheck {
    private static final int STEP = 64 * 1024;

    private AnswerCheck() {}

    /// Whether the answer has the checksum of the bytes, or else their MD5 as the ETag. An answer without either proves
    /// nothing, nor does an ETag of another kind, as encryption by keys makes it.
    ///
    /// @param sent checksum that went along; null when none did
    /// @param answered checksum in the answer; null when there is none
    static boolean proves(
            @Nullable String sent, @Nullable String answered, @Nullable String eTag, Supplier<InputStream> bytes) {
        if (sent != null && answered != null) {
            return sent.equals(answered);
        }
        return eTag != null && unquoted(eTag).equals(HexFormat.of().formatHex(md5(bytes)));
    }

    /// Whether the ETag is the one of an object of these parts: the MD5 of the MD5s, and the number of parts.
    ///
    /// @param ofParts their ETags
    static boolean provesParts(@Nullable String eTag, Collection<String> ofParts) {
        if (eTag == null) {
            return false;
        }
        MessageDigest all = md5();
        for (String part : ofParts) {
            String tag = unquoted(part);
            if (!tag.matches("[0-9a-f]{32}")) {
                return false;
            }
            all.update(HexFormat.of().parseHex(tag));
        }
        return unquoted(eTag).equals(HexFormat.of().formatHex(all.digest()) + "-" + ofParts.size());
    }

    private static String unquoted(String eTag) {
        return eTag.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    private static byte[] md5(Supplier<InputStream> bytes) {
        MessageDigest digest = md5();
        byte[] buffer = new byte[STEP];
        try (InputStream stream = bytes.get()) {
            for (int count; (count = stream.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read an object from memory", e);
        }
        return digest.digest();
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Failed to find MD5, which every JDK has", e);
        }
    }
}
