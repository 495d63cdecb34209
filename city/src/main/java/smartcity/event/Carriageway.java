package smartcity.event;

/// One of the two directions of the road.
public enum Carriageway implements JsonEnum {
    /// Leads to Birmingham.
    NORTHBOUND("northbound"),
    /// Leads to London.
    SOUTHBOUND("southbound");
    private final String jsonValue;

    Carriageway(String jsonValue) {
        this.jsonValue = jsonValue;
    }

    @Override
    public String jsonValue() {
        return jsonValue;
    }
}
