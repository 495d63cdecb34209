package smartcity.sink.cut;

/// Where a cut's objects go: by hour of event time under a prefix.
///
/// @param prefix of every key: empty, or a path that ends in a slash
public record Layout(String prefix) {
    public Layout {
        if (prefix.startsWith("/") || (!prefix.isEmpty() && !prefix.endsWith("/"))) {
            throw new IllegalArgumentException("prefix must be empty or a path like lake/ but was " + prefix);
        }
    }
}
