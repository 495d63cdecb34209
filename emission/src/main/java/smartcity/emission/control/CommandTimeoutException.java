package smartcity.emission.control;

/// Kafka has not acknowledged a command in time. The command may still take effect.
public final class CommandTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CommandTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
