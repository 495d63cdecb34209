package smartcity.local.lake;

/// A query that does not only read, or is not one statement.
public final class QueryRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueryRefusedException(String sentence) {
        super(sentence);
    }
}
