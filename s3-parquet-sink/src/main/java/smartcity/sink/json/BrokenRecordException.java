package smartcity.sink.json;

/// Why a value cannot become a row; stays inside this package. It has no stack trace, as a topic may be full of broken
/// records.
final class BrokenRecordException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean whole;

    /// Dotted path of the field; empty until [#within] has named it.
    private final String path;
    private final String rule;

    private BrokenRecordException(boolean whole, String path, String rule) {
        super(rule, null, false, false);
        this.whole = whole;
        this.path = path;
        this.rule = rule;
    }

    /// The value as a whole breaks the rule, in whichever field that was found.
    static BrokenRecordException value(String rule) {
        return new BrokenRecordException(true, "value", rule);
    }

    /// The field that is being read breaks the rule; [#within] adds its name.
    static BrokenRecordException field(String rule) {
        return new BrokenRecordException(false, "", rule);
    }

    /// The same, found within the field `name`.
    BrokenRecordException within(String name) {
        if (whole) {
            return this;
        }
        return new BrokenRecordException(false, path.isEmpty() ? name : name + "." + path, rule);
    }

    String reason() {
        return path + " " + rule;
    }
}
