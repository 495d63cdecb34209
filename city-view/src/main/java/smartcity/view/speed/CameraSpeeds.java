package smartcity.view.speed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import smartcity.event.Carriageway;
import smartcity.view.state.CameraReading;
import smartcity.view.state.IncidentBoard.RoadIncident;
import smartcity.view.state.SimulatedMoment;

/// The speeds that the cameras of a carriageway say, relative to the limit, by kilometre.
///
/// Between two cameras they are on the straight line. A full closure is an edge: on the way to it the line ends with
/// traffic that stands, and beyond it traffic is as the next camera says.
record CameraSpeeds(SpeedCells cells) {
    /// The values at a simulated instant; NaN beyond the last cameras.
    ///
    /// @param closures full closures of any carriageway
    double[] at(
            SimulatedMoment moment, Carriageway carriageway, List<CameraReading> cameras, List<RoadIncident> closures) {
        double[] seen = new double[cells.ofOne()];
        Arrays.fill(seen, Double.NaN);
        List<CameraReading> own = cameras.stream()
                .filter(camera -> camera.report().carriageway() == carriageway)
                .filter(camera -> !moment.isSilent(camera.report().timestampMillis(), camera.intervalMillis()))
                .sorted(Comparator.comparingDouble(CameraReading::chainageMetres))
                .toList();
        List<RoadIncident> closed = closures.stream()
                .filter(closure -> closure.last().carriageway() == carriageway)
                .toList();
        for (int i = 0; i < own.size(); i++) {
            CameraReading camera = own.get(i);
            int cell = cells.at(camera.chainageMetres());
            seen[cell] = camera.report().flow().averageSpeedKmh() / cells.limitKmh(cell);
            if (i > 0) {
                join(seen, own.get(i - 1).chainageMetres(), camera.chainageMetres(), closed);
            }
        }
        return seen;
    }

    /// Fills the kilometres between two cameras.
    private void join(double[] seen, double fromMetres, double toMetres, List<RoadIncident> closures) {
        int from = cells.at(fromMetres);
        int to = cells.at(toMetres);
        List<RoadIncident> between = closures.stream()
                .filter(closure -> closure.chainageMetres() >= fromMetres && closure.chainageMetres() <= toMetres)
                .sorted(Comparator.comparingDouble(RoadIncident::chainageMetres))
                .toList();
        if (between.isEmpty()) {
            line(seen, from, to, seen[from], seen[to]);
        } else if (between.getFirst().last().carriageway() == Carriageway.NORTHBOUND) {
            int closed = cells.at(between.getFirst().chainageMetres());
            line(seen, from, closed, seen[from], 0);
            line(seen, closed, to, seen[to], seen[to]);
        } else {
            int closed = cells.at(between.getLast().chainageMetres());
            line(seen, from, closed, seen[from], seen[from]);
            line(seen, closed, to, 0, seen[to]);
        }
    }

    /// The kilometres between two others, on the straight line.
    private static void line(double[] seen, int from, int to, double first, double last) {
        for (int cell = from + 1; cell < to; cell++) {
            seen[cell] = first + (last - first) * (cell - from) / (to - from);
        }
    }
}
