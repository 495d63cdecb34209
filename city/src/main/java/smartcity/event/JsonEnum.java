package smartcity.event;

/// A constant that has a word of its own in JSON.
public interface JsonEnum {
    /// The word as the topic's schema lists it.
    String jsonValue();
}
