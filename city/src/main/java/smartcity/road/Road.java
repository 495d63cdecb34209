package smartcity.road;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import smartcity.event.Carriageway;
import smartcity.event.Location;

/// The road from London to Birmingham: A40, M40, M42, M6, A38(M).
///
/// A place on it is given by its chainage: the distance along the road from its London end [m], the same on both
/// carriageways. Its course is a smooth line through the surveyed points of `road/london-birmingham.csv` (WGS 84,
/// rounded to four decimals, about 11 m). Lanes of the M40 are as built; those of the other roads, and the limits on
/// the A40, are chosen. Other limits: 70 mph on motorways, Highway Code rule 124; A38(M) 50 mph as signed.
public final class Road {
    private static final String SURVEY = "/road/london-birmingham.csv";

    /// Kilometres in a statute mile, exact by definition.
    private static final double KM_PER_MILE = 1.609344;

    private final RoadLine course;
    private final List<RoadSection> sections;
    private final List<Junction> junctions;

    private Road(List<SurveyPoint> survey) {
        this.course = new RoadLine(
                survey.stream().mapToDouble(SurveyPoint::latitude).toArray(),
                survey.stream().mapToDouble(SurveyPoint::longitude).toArray());
        List<RoadSection> parts = new ArrayList<>();
        List<Junction> named = new ArrayList<>();
        for (int i = 0; i < survey.size(); i++) {
            SurveyPoint point = survey.get(i);
            double chainage = course.chainageOfPoint(i);
            if (!point.name().equals("bend")) {
                named.add(new Junction(point.road(), point.name(), chainage));
            }
            if (i + 1 < survey.size()) {
                parts.add(new RoadSection(
                        point.road(),
                        chainage,
                        course.chainageOfPoint(i + 1),
                        point.lanes(),
                        point.limitMph() * KM_PER_MILE));
            }
        }
        this.sections = List.copyOf(parts);
        this.junctions = List.copyOf(named);
    }

    /// Reads the survey from the class path.
    public static Road londonToBirmingham() {
        try (InputStream in = Road.class.getResourceAsStream(SURVEY)) {
            if (in == null) {
                throw new IllegalStateException("Failed to find " + SURVEY + " on the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Road(lines.lines().skip(1).map(SurveyPoint::parse).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + SURVEY, e);
        }
    }

    /// Chainage of the Birmingham end [m].
    public double lengthMetres() {
        return course.lengthMetres();
    }

    /// The location of a place on the road.
    ///
    /// @param chainageMetres 0 to [#lengthMetres()]
    public Location locationAt(double chainageMetres) {
        return course.locationAt(checked(chainageMetres));
    }

    /// The direction of travel: tangent to the road, clockwise from true north [deg], 0 <= h < 360.
    ///
    /// @param chainageMetres 0 to [#lengthMetres()]
    public double headingAt(double chainageMetres, Carriageway carriageway) {
        double towardsBirmingham = course.headingAt(checked(chainageMetres));
        return switch (carriageway) {
            case NORTHBOUND -> towardsBirmingham;
            case SOUTHBOUND -> (towardsBirmingham + 180) % 360;
        };
    }

    /// The section that contains a chainage.
    ///
    /// @param chainageMetres 0 to [#lengthMetres()]
    public RoadSection sectionAt(double chainageMetres) {
        return sections.get(sectionIndexAt(chainageMetres));
    }

    /// Index in [#sections()] of the section that contains a chainage.
    ///
    /// @param chainageMetres 0 to [#lengthMetres()]
    public int sectionIndexAt(double chainageMetres) {
        checked(chainageMetres);
        int low = 0;
        int high = sections.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sections.get(middle).toMetres() <= chainageMetres) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Chainage of the place on the road nearest to a location, exact to about 8 m [m].
    public double chainageNear(Location location) {
        return course.chainageNear(location);
    }

    /// All sections from London to Birmingham, without gaps.
    public List<RoadSection> sections() {
        return sections;
    }

    /// All named points from London to Birmingham.
    public List<Junction> junctions() {
        return junctions;
    }

    /// The named point of a road whose name begins with the given words, such as `J9`.
    ///
    /// @throws IllegalArgumentException when the road has no such junction
    public Junction junction(String road, String name) {
        return junctions.stream()
                .filter(junction -> junction.road().equals(road) && (junction.name() + " ").startsWith(name + " "))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "name must be a junction of the %s but was '%s'".formatted(road, name)));
    }

    private double checked(double chainageMetres) {
        if (!(chainageMetres >= 0 && chainageMetres <= lengthMetres())) {
            throw new IllegalArgumentException(
                    "chainageMetres must be within [0, %s] but was %s".formatted(lengthMetres(), chainageMetres));
        }
        return chainageMetres;
    }

    /// One line of the survey; road, lanes and limit are those of the section that begins here.
    private record SurveyPoint(String road, String name, double latitude, double longitude, int lanes, int limitMph) {
        static SurveyPoint parse(String line) {
            String[] cells = line.split(",", -1);
            if (cells.length != 6) {
                throw new IllegalArgumentException("Expected road,point,latitude,longitude,lanes,limit, got: " + line);
            }
            return new SurveyPoint(
                    cells[0],
                    cells[1],
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Integer.parseInt(cells[4]),
                    Integer.parseInt(cells[5]));
        }
    }
}
