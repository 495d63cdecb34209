package smartcity.event;

/// One of the two directions of the road.
public enum Carriageway implements JsonEnum {
    /// Leads to Birmingham.
    NORTHBOUND("northbound"),
    /// Leads to London.
    SOUTHBOUND("southbound");
    private final String word;

    Carriageway(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
