package smartcity.http;

/// A request broke a rule.
public final class RequestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient RequestRefusal refusal;

    /// @param field what is wrong
    /// @param rule what it must be, such as `must be within [0, 1]`
    /// @param value what it was
    public RequestRefusedException(String field, String rule, Object value) {
        super("%s %s but was %s".formatted(field, rule, value));
        this.refusal = new RequestRefusal(field, rule, value.toString());
    }

    /// Why it was refused.
    public RequestRefusal refusal() {
        return refusal;
    }
}
