package smartcity.sink.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the pages of a file are compressed.
public sealed interface CompressionCodec {
    /// The default of files: vehicle records shrink well and fast [level chosen, not measured].
    CompressionCodec USUAL = new Zstd(3);

    /// Zstandard.
    ///
    /// @param level 1 (fast) to 22 (small)
    record Zstd(int level) implements CompressionCodec {
        public Zstd {
            if (level < 1 || level > 22) {
                throw refused("zstd-" + level);
            }
        }
    }

    /// Snappy: larger and cheaper, and read by the oldest of readers.
    record Snappy() implements CompressionCodec {}

    /// As they are.
    record None() implements CompressionCodec {}

    /// Reads `zstd-<level>`, `snappy` or `none`.
    static CompressionCodec of(String text) {
        Matcher zstd = Pattern.compile("zstd-(\\d{1,2})").matcher(text);
        if (zstd.matches()) {
            return new Zstd(Integer.parseInt(zstd.group(1)));
        }
        return switch (text) {
            case "snappy" -> new Snappy();
            case "none" -> new None();
            default -> throw refused(text);
        };
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("codec must be zstd-1 to zstd-22, snappy or none but was " + text);
    }
}
