package smartcity.cli;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/// The texts that a page has drawn on the canvases of map and strip, as the browser measures them.
final class DrawnNames {
    private static final double[] CHAINAGES = {1_000, 30_000, 97_000, 150_000, 189_000};

    /// Pixels of the map for a kilometre.
    private static final double[] SCALES = {6, 12, 30, 120, 500};

    /// Records the box of each text, or of the rounded box that was drawn under it, until its canvas is drawn again.
    private static final String RECORDER = """
            (() => {
              const drawn = new Map();
              const canvas = HTMLCanvasElement.prototype;
              const context = CanvasRenderingContext2D.prototype;
              const { fillText, roundRect, clearRect } = context;
              const width = Object.getOwnPropertyDescriptor(canvas, 'width');
              Object.defineProperty(canvas, 'width', { ...width, set(value) { drawn.set(this, []); width.set.call(this, value); } });
              context.clearRect = function (...box) { drawn.set(this.canvas, []); clearRect.apply(this, box); };
              context.roundRect = function (x, y, wide, high, radius) { this.under = [x, y, x + wide, y + high]; roundRect.call(this, x, y, wide, high, radius); };
              context.fillText = function (text, x, y) {
                const size = this.measureText(text);
                let box = [x - size.actualBoundingBoxLeft, y - size.actualBoundingBoxAscent, x + size.actualBoundingBoxRight, y + size.actualBoundingBoxDescent];
                const under = this.under;
                if (under && under[0] <= box[0] && under[1] <= box[1] && under[2] >= box[2] && under[3] >= box[3]) box = under;
                this.under = null;
                drawn.get(this.canvas)?.push({ text, box });
                fillText.call(this, text, x, y);
              };
              window.namesOf = async () => {
                drawn.clear();
                window.smartcity.changed('selection');
                const map = document.getElementById('map');
                const strip = document.getElementById('strip');
                const layersOfMap = () => [...drawn].filter(([on]) => !on.isConnected && on.width === map.width);
                while (!layersOfMap().length || !drawn.has(strip)) await new Promise(requestAnimationFrame);
                const layers = layersOfMap().flatMap(([, texts]) => texts);
                const corner = map.getBoundingClientRect();
                const above = ['legend', 'act-controls', 'zoom'].map((id) => [id, document.getElementById(id).getBoundingClientRect()])
                  .map(([text, { left, top, right, bottom }]) => ({ text, box: [left - corner.left, top - corner.top, right - corner.left, bottom - corner.top] }));
                const onStrip = drawn.get(strip);
                const cut = onStrip.filter(({ box }) => box[0] < 0 || box[2] > strip.clientWidth).map(({ text }) => `${text} is cut off`);
                return { map: layers.map(({ text }) => text), overlaps: [...overlaps([...layers, ...above]), ...overlaps(onStrip), ...cut] };
              };
              const overlaps = (all) => all.flatMap((one, i) => all.slice(i + 1)
                .filter(({ box }) => box[0] < one.box[2] && box[2] > one.box[0] && box[1] < one.box[3] && box[3] > one.box[1])
                .map((other) => `${one.text} ${one.box.map(Math.round)} and ${other.text} ${other.box.map(Math.round)}`));
            })()""";

    private final CityPage city;

    private DrawnNames(CityPage city) {
        this.city = city;
    }

    /// Loads the page again, and records from its start.
    static DrawnNames on(CityPage city) {
        city.page().addInitScript(RECORDER);
        city.page().reload();
        city.page().waitForFunction("() => window.smartcity?.store.clock && window.smartcity.store.stations.size > 0");
        return new DrawnNames(city);
    }

    /// Shows all of the road in a window of this width.
    void show(int width, boolean dark) {
        city.page()
                .emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        city.page().setViewportSize(width, 900);
        city.page().locator("#zoom-fit").click();
        city.picture("names-" + width + (dark ? "-dark" : "-light"));
    }

    /// The texts that the map has now.
    List<String> onMap() {
        List<String> texts = new ArrayList<>();
        city.read("window.namesOf()").path("map").forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /// Texts that lie over each other or over a control, or are cut off, as it is and near some places of the road.
    List<String> overlapsAtAllScales() {
        List<String> overlaps = new ArrayList<>(overlaps());
        for (double chainage : CHAINAGES) {
            for (double scale : SCALES) {
                city.show(chainage / 1000, scale);
                overlaps.addAll(overlaps());
            }
        }
        return overlaps;
    }

    private List<String> overlaps() {
        List<String> overlaps = new ArrayList<>();
        city.read("window.namesOf()").path("overlaps").forEach(overlap -> overlaps.add(overlap.asText()));
        return overlaps;
    }
}
