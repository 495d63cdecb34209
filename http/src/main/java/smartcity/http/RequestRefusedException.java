package smartcity.http;

/// A value of a request broke a rule; the answer is 400 with field, rule and value.
public final class RequestRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient RequestRefusal refusal;

    /// @param field what broke the rule
    /// @param rule such as `must be within [0, 1]`
    /// @param value what it was
    public RequestRefusedException(String field, String rule, Object value) {
        this(new RequestRefusal(field, rule, value.toString()));
    }

    private RequestRefusedException(RequestRefusal refusal) {
        super(refusal.sentence());
        this.refusal = refusal;
    }

    /// Why it was refused.
    public RequestRefusal refusal() {
        return refusal;
    }
}
