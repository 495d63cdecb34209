package smartcity.weather.station;

import java.util.List;
import smartcity.road.Junction;
import smartcity.road.Road;
import smartcity.weather.air.AirSite;

/// A weather station beside the road.
///
/// @param id such as `weather-M40-J9`
/// @param site its place
public record WeatherStation(String id, AirSite site) {
    /// Roads and junctions with a station, about every 10 km; chosen.
    private static final List<Post> POSTS = List.of(
            new Post("A40", "Marylebone"),
            new Post("A40", "Hanger Lane"),
            new Post("A40", "A437"),
            new Post("M40", "J1A"),
            new Post("M40", "J2"),
            new Post("M40", "J4"),
            new Post("M40", "J5"),
            new Post("M40", "J7"),
            new Post("M40", "J8A"),
            new Post("M40", "J9"),
            new Post("M40", "J10"),
            new Post("M40", "J11"),
            new Post("M40", "J12"),
            new Post("M40", "J13"),
            new Post("M40", "J15"),
            new Post("M40", "J16"),
            new Post("M42", "J4"),
            new Post("M42", "J6"),
            new Post("M6", "J5"),
            new Post("A38(M)", "Birmingham"));

    /// All stations, from London to Birmingham.
    public static List<WeatherStation> along(Road road) {
        return POSTS.stream().map(post -> post.on(road)).toList();
    }

    private record Post(String road, String name) {
        WeatherStation on(Road course) {
            Junction junction = course.junction(road, name);
            double chainage = junction.chainageMetres();
            String id =
                    "weather-%s-%s".formatted(road, name).replaceAll("[()]", "").replace(' ', '-');
            return new WeatherStation(id, new AirSite(course.locationAt(chainage), chainage));
        }
    }
}
