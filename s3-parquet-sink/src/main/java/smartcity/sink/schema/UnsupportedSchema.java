package smartcity.sink.schema;

/// A schema file that cannot be turned into columns. The message names file, JSON pointer and rule.
public final class UnsupportedSchema extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param pointer the JSON pointer to what breaks the rule, or its equivalent in other schema languages
    public UnsupportedSchema(String file, String pointer, String rule) {
        super(file + "#" + pointer + " " + rule);
    }
}
