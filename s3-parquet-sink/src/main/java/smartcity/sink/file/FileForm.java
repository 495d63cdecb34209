package smartcity.sink.file;

import java.util.Locale;

/// Which readers a file is written for. It decides how values are typed and encoded, not which rows a file has.
public enum FileForm {
    /// For readers of every age: only types and encodings that all of them have. What some have no type for is text.
    COMPATIBLE,
    /// Smaller files, for readers that have every type and encoding of the format.
    COMPACT;

    /// The name in settings, cuts and footers.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads the name.
    public static FileForm of(String text) {
        for (FileForm form : values()) {
            if (form.text().equals(text)) {
                return form;
            }
        }
        throw new IllegalArgumentException("files must be compatible or compact but was " + text);
    }
}
