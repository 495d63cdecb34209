package smartcity.sink.json;

/// What happens to members of a record that its schema does not define, at any depth.
public enum UnknownFields {
    /// They are skipped; they must still be well-formed.
    IGNORE,
    /// They are kept in the column `_extra`, a JSON object. Its names are those of the members; the name of a
    /// member of a nested object is the path to it, `place/altitude` or `lanes/0/note`: a JSON pointer without its
    /// first slash.
    KEEP,
    /// The record is refused.
    REFUSE
}
