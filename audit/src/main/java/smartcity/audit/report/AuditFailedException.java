package smartcity.audit.report;

/// The audit cannot go on, which says nothing about the lake; the message is the sentence a user reads.
public final class AuditFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AuditFailedException(String sentence) {
        super(sentence);
    }

    public AuditFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
