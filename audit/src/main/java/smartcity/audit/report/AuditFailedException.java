package smartcity.audit.report;

/// The audit cannot continue, which is no statement about the lake. The message is written for the user.
public final class AuditFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AuditFailedException(String message) {
        super(message);
    }

    public AuditFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
