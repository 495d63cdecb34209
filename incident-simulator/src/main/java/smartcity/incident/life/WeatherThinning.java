package smartcity.incident.life;

import java.time.Instant;
import smartcity.disturbance.Disturbances;

/// Which of the incidents that the worst weather would bring come in the weather as it is.
///
/// Source: Lewis and Shedler, "Simulation of nonhomogeneous Poisson processes by thinning", Naval Research
/// Logistics Quarterly 26(3), 1979: points of a Poisson process of a higher rate, each kept with the ratio
/// of the rates, are one of the lower rate. The draw is the incident's own, so that it is the same in any
/// process.
///
/// @param weather as known when an incident would begin
record WeatherThinning(Disturbances weather) {
    private static final long SECONDS_PER_MINUTE = 60;

    boolean keeps(Incident incident) {
        Instant began = incident.life().began();
        long minute = Math.floorDiv(began.getEpochSecond(), SECONDS_PER_MINUTE);
        double risk = WeatherRisk.of(weather.weatherAt(incident.spot().chainageMetres(), minute));
        return incident.seed().of("kept").uniform() < incident.cause().share(risk);
    }
}
