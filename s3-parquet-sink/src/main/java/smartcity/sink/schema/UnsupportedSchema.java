package smartcity.sink.schema;

/// A schema file that says something no column can be made of; the message names file, JSON pointer and rule.
public final class UnsupportedSchema extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param pointer the JSON pointer to what breaks the rule, or what stands for it in other schema languages
    public UnsupportedSchema(String file, String pointer, String rule) {
        super(file + "#" + pointer + " " + rule);
    }
}
