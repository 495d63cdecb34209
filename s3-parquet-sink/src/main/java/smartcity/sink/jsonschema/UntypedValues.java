package smartcity.sink.jsonschema;

/// What becomes of a subschema from which no column type follows: a union, anything, an array of anything.
public enum UntypedValues {
    /// Its values are kept as JSON.
    JSON,
    /// The schema is refused.
    REFUSE
}
