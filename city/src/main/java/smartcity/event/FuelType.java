package smartcity.event;

/// What drives a vehicle.
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
