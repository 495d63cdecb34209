package smartcity.emission.rest;

/// Names in the OpenAPI documents of all simulators; [SimulatorResponses] describes what they name.
public final class StateApi {
    /// Tag of requests that read the state.
    public static final String STATE = "State";

    /// Tag of requests that change the city.
    public static final String CONTROL = "Control";

    /// Response with the selected items.
    public static final String ITEMS = "Items";

    /// Response with one item.
    public static final String ITEM = "Item";

    private StateApi() {}
}
