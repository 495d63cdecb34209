package smartcity.audit.report;

/// The audit cannot go on, which says nothing about the lake; the message is the sentence a user reads.
public final class CannotAudit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotAudit(String sentence) {
        super(sentence);
    }

    public CannotAudit(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
