package smartcity.event;

/// A constant with a fixed value in JSON.
public interface JsonEnum {
    /// The value, as the topic's schema lists it.
    String jsonValue();
}
