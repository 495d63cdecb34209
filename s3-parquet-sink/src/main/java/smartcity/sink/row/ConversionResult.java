package smartcity.sink.row;

/// What a converter says of a record.
public sealed interface ConversionResult {
    /// The one accepted verdict: the row holds the record.
    Accepted ACCEPTED = new Accepted();

    /// The row holds the record.
    record Accepted() implements ConversionResult {}

    /// The row's content means nothing.
    ///
    /// @param reason names field, rule and what was there instead
    record Refused(String reason) implements ConversionResult {}
}
