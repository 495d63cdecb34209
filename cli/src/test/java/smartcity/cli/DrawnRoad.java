package smartcity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// The colours that the page has drawn, pixel by pixel. A colour of the scale of speeds is a step, 0
/// standing to 5 free; -1 is the colour of what is not known.
final class DrawnRoad {
    /// From this step on, the colour is green.
    static final int GREEN = 4;

    /// Up to this step, the colour is red or purple.
    static final int RED = 1;

    /// Defines `stepsAt` and `hasColor`, which read a canvas at places of its own.
    private static final String SAMPLER = """
            const theme = await import('/js/theme.js');
            const { kilometreScale } = await import('/js/strip.js');
            const { onLine } = await import('/js/carriageways.js');
            const rgb = (name) => [1, 3, 5].map((at) => parseInt(theme.color(name).slice(at, at + 2), 16));
            const pixelsAt = (id, places) => {
              const canvas = document.getElementById(id);
              const ratio = canvas.width / canvas.clientWidth;
              const context = canvas.getContext('2d');
              return places.map(([x, y]) => [...context.getImageData(Math.floor(x * ratio), Math.floor(y * ratio), 1, 1).data]);
            };
            const same = (pixel, other) => other.every((value, i) => Math.abs(value - pixel[i]) <= 6);
            const scale = [['speed-none', -1], ...[0, 1, 2, 3, 4, 5].map((step) => [`speed-${step}`, step])].map(([name, step]) => [rgb(name), step]);
            const stepsAt = (id, places) => pixelsAt(id, places).map((pixel) => scale.find(([color]) => same(pixel, color))?.[1]).filter((step) => step !== undefined);
            const hasColor = (id, name, places) => pixelsAt(id, places).some((pixel) => same(pixel, rgb(name)));
            const strip = document.getElementById('strip');
            // Below the signs of incidents, above those of cameras.
            const onStrip = (km, northbound) => [kilometreScale(strip.clientWidth).at(km), (northbound ? 34 : 61) + 15];
            const around = ([x, y], by) => [-by, 0, by].flatMap((dx) => [-by, 0, by].map((dy) => [x + dx, y + dy]));
            """;

    private final CityPage city;

    DrawnRoad(CityPage city) {
        this.city = city;
    }

    private JsonNode read(String expression) {
        return city.read("(async () => { " + SAMPLER + " return " + expression + "; })()");
    }

    /// The steps of whole kilometres on the strip.
    List<Integer> onStrip(int fromKm, int toKm, boolean northbound) {
        return numbers(read("stepsAt('strip', Array.from({ length: %d }, (_, i) => onStrip(%d + i + 0.5, %s)))"
                .formatted(toKm - fromKm, fromKm, northbound)));
    }

    /// The steps of a carriageway on the map, every 20 m; what is drawn over the road is left out.
    List<Integer> onMap(double fromKm, double toKm, boolean northbound) {
        return numbers(read("stepsAt('map', Array.from({ length: %d }, (_, i) => onLine(%s + 20 * i, %s)))"
                .formatted(Math.round((toKm - fromKm) * 50), fromKm * 1000, northbound)));
    }

    /// The steps of a kilometre in the newest rows of the diagram, which shows one carriageway.
    List<Integer> inDiagram(int km, int rows) {
        return numbers(read("""
                (() => {
                  const canvas = document.getElementById('diagram');
                  const each = canvas.clientHeight / Math.min(180, Math.max(40, store.rows.length));
                  const x = kilometreScale(canvas.clientWidth).at(%d + 0.5);
                  return stepsAt('diagram', Array.from({ length: %d }, (_, row) => [x, (row + 0.5) * each]));
                })()""".formatted(km, rows)));
    }

    /// Whether the sign of an incident that lasts is drawn there, on the map and on the strip.
    boolean hasIncident(double km, boolean northbound) {
        return read("hasColor('map', 'bad', around(onLine(%s, %s), 4)) && hasColor('strip', 'bad', around([kilometreScale(strip.clientWidth).at(%s), %d], 4))"
                        .formatted(km * 1000, northbound, km, northbound ? 40 : 67))
                .asBoolean();
    }

    private static List<Integer> numbers(JsonNode array) {
        List<Integer> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }
}
