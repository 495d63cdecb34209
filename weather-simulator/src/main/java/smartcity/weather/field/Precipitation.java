package smartcity.weather.field;

/// The precipitation at a place, by its origin.
///
/// @param steadyMmPerHour from layered cloud, as water [mm/h]
/// @param showerMmPerHour from convective cloud, as water [mm/h]
/// @param fine whether the steady part has fine drops: drizzle
/// @param warmAloft whether a layer of air above freezing melts it on its way down
public record Precipitation(double steadyMmPerHour, double showerMmPerHour, boolean fine, boolean warmAloft) {
    /// Total rate as water [mm/h].
    public double mmPerHour() {
        return steadyMmPerHour + showerMmPerHour;
    }

    /// Whether more than half of it comes from showers.
    public boolean showery() {
        return showerMmPerHour > steadyMmPerHour;
    }
}
