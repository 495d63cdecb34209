package smartcity.weather.field;

/// What falls, and whence.
///
/// @param steadyMmPerHour from layered cloud, as water [mm/h]
/// @param showerMmPerHour from convective cloud, as water [mm/h]
/// @param fine whether the steady part falls in fine drops: drizzle
/// @param warmAloft whether a layer above freezing melts it on its way down
public record Precipitation(double steadyMmPerHour, double showerMmPerHour, boolean fine, boolean warmAloft) {
    /// All of it as water [mm/h].
    public double mmPerHour() {
        return steadyMmPerHour + showerMmPerHour;
    }

    /// Whether more of it comes from showers.
    public boolean showery() {
        return showerMmPerHour > steadyMmPerHour;
    }
}
