package smartcity.http;

/// Why a request was refused.
///
/// @param field what broke the rule: a property of the body, or a parameter; `body` for all of the body
/// @param rule such as `must be within [0, 1]`
/// @param value what it was, or `nothing`
public record RequestRefusal(String field, String rule, String value) {
    /// The refusal as a sentence without a full stop.
    String sentence() {
        return "%s %s but was %s".formatted(field, rule, value);
    }
}
