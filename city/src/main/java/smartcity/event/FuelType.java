package smartcity.event;

/// The source of a vehicle's energy.
public enum FuelType implements JsonEnum {
    PETROL("Petrol"),
    DIESEL("Diesel"),
    HYBRID("Hybrid"),
    ELECTRIC("Electric");
    private final String jsonValue;

    FuelType(String jsonValue) {
        this.jsonValue = jsonValue;
    }

    @Override
    public String jsonValue() {
        return jsonValue;
    }
}
