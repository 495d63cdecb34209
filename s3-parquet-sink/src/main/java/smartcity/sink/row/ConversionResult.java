package smartcity.sink.row;

/// The verdict of a converter on a record.
public sealed interface ConversionResult {
    /// The one accepted verdict: the row holds the record.
    Accepted ACCEPTED = new Accepted();

    /// The row holds the record.
    record Accepted() implements ConversionResult {}

    /// The row's content is undefined.
    ///
    /// @param reason names field, rule and what was there instead
    record Refused(String reason) implements ConversionResult {}
}
