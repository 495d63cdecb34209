package smartcity.emission.control;

/// Kafka has not said in time that it has an order. The order may still come to hold.
public final class CommandTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CommandTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
