package smartcity.validation.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import smartcity.validation.day.CityDay;

/// All comparisons of a day with published figures.
///
/// @param groups in the order of the page
/// @param fleet counts of the fleet
/// @param cameras counts of the cameras
public record FactComparisons(List<FactGroup> groups, FleetCounts fleet, CameraFlows cameras) {
    public FactComparisons {
        groups = List.copyOf(groups);
    }

    /// Computes all comparisons, on several threads; takes some ten seconds.
    public static FactComparisons on(CityDay day) {
        CompletableFuture<FleetCounts> counting = CompletableFuture.supplyAsync(() -> FleetCounts.on(day));
        CompletableFuture<CameraFlows> reporting = CompletableFuture.supplyAsync(() -> CameraFlows.on(day));
        FreeSpeeds speeds = FreeSpeeds.of(day.seed(), day.road());
        FleetCounts fleet = counting.join();
        CameraFlows cameras = reporting.join();
        List<FactGroup> groups = new ArrayList<>(fleet.groups());
        groups.add(speeds.group());
        groups.add(cameras.group());
        return new FactComparisons(groups, fleet, cameras);
    }

    /// The rows of all groups.
    public List<FactComparison> rows() {
        return groups.stream().flatMap(group -> group.rows().stream()).toList();
    }
}
