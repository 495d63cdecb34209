package smartcity.http;

/// A link on the page at `/` of a service.
///
/// @param path absolute, on the same service
/// @param says what is there, as a phrase
public record HomeLink(String path, String says) {
    public HomeLink {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path must start with / but was " + path);
        }
    }
}
