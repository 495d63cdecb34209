package smartcity.incident.life;

import java.time.Instant;
import smartcity.disturbance.Disturbances;

/// Selects, from the incidents that would begin in the worst weather, those that begin in the actual weather.
///
/// Source: Lewis and Shedler, "Simulation of nonhomogeneous Poisson processes by thinning", Naval Research
/// Logistics Quarterly 26(3), 1979: if each point of a Poisson process is kept with the ratio of a lower rate to
/// its own, the kept points are a Poisson process of the lower rate. The draw depends on the incident's seed, so
/// every process decides alike.
///
/// @param weather the weather in effect when an incident would begin
record WeatherThinning(Disturbances weather) {
    private static final long SECONDS_PER_MINUTE = 60;

    /// Whether an incident begins.
    boolean keeps(Incident incident) {
        Instant began = incident.clearance().began();
        long minute = Math.floorDiv(began.getEpochSecond(), SECONDS_PER_MINUTE);
        double risk = WeatherRisk.of(weather.weatherAt(incident.location().chainageMetres(), minute));
        return incident.seed().of("kept").uniform() < incident.cause().keptShare(risk);
    }
}
