package smartcity.http;

/// What a problem document says about an error that the framework found, by status.
final class ProblemDetails {
    private ProblemDetails() {}

    /// One sentence without a full stop, and without a word of the framework's own messages.
    static String of(int status) {
        return switch (status) {
            case 400 -> "The service cannot read the request";
            case 401 -> "The request needs a valid bearer token";
            case 403 -> "The service does not accept this request from here";
            case 404 -> "Nothing has this path; GET / links to what there is";
            case 405 -> "This path does not support the method; /q/openapi lists those that it supports";
            case 406 ->
                "This path has no representation that the header Accept allows; /q/openapi lists those that it has";
            case 409 -> "The state of the service does not allow this request now";
            case 413 -> "The body of the request is larger than the service accepts";
            case 415 -> "The service does not accept this Content-Type here: a body must be application/json";
            case 503 -> "The service cannot answer now; a later request may succeed";
            default ->
                status < 500
                        ? "The service does not accept this request"
                        : "The service failed to answer; its log has the cause";
        };
    }
}
