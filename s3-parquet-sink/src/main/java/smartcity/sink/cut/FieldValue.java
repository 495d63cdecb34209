package smartcity.sink.cut;

import java.util.Locale;

/// The values of columns as parts of folder names, escaped like Hive does it.
public final class FieldValue {
    /// What a column without a value becomes, and an empty text, too.
    public static final String NONE = "__HIVE_DEFAULT_PARTITION__";

    /// Longest escaped value [bytes of UTF-8]: with a column's name it still is a name to file systems [chosen].
    public static final int LONGEST = 200;

    /// Source: Hive, `FileUtils.escapePathName`.
    private static final String ESCAPED = "\"#%'*/:=?\\{[]^\u007f";

    private FieldValue() {}

    /// `value` as a part of a folder's name.
    public static String escaped(String value) {
        if (value.isEmpty()) {
            return NONE;
        }
        StringBuilder name = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char next = value.charAt(i);
            if (next < ' ' || ESCAPED.indexOf(next) >= 0) {
                name.append(String.format(Locale.ROOT, "%%%02X", (int) next));
            } else {
                name.append(next);
            }
        }
        return name.toString();
    }
}
