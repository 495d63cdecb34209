package smartcity.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.road.Road;
import smartcity.validation.chart.SpeedFlowChart;
import smartcity.validation.day.CityDay;
import smartcity.validation.day.ModelCollision;
import smartcity.validation.day.TimePeriod;

/// The charts are SVG images that a browser can show.
class ValidationChartsTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final double PLACE = ROAD.junction("M40", "J10").chainageMetres() - 1000;

    @ParameterizedTest
    @ValueSource(strings = {"flow.svg", "speed-flow.svg", "time-space.svg", "weather.svg"})
    void thePageShowsItAsWellFormedXml(String file) throws Exception {
        Path folder = Path.of("../docs/validation");

        Document image = parsed(Files.readString(folder.resolve(file)));

        assertThat(Files.readString(folder.resolve("README.md"))).contains("](" + file + ")");
        assertThat(image.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(image.getElementsByTagName("text").getLength()).isGreaterThan(10);
    }

    /// The minutes of a day, and two circles of the legend.
    @Test
    void speedAndFlowHasAPointForEachMinuteAndRedOnesForTheQueue() throws Exception {
        TimePeriod day = TimePeriod.day("2026-11-10");
        TimePeriod hour =
                new TimePeriod(day.from().plusSeconds(14 * 3600), day.from().plusSeconds(15 * 3600));
        CityDay closed = CityDay.fine(new Seed(1), day, new ModelCollision(PLACE, 2, hour).reports(ROAD));

        String image = SpeedFlowChart.of(closed, PLACE - 2000);

        assertThat(parsed(image).getElementsByTagName("circle").getLength()).isEqualTo(24 * 60 + 2);
        assertThat(image.split("#dc2626", -1)).hasSizeGreaterThan(50);
    }

    @Test
    void aCollisionStopsTrafficUpstreamWhileItLasts() {
        TimePeriod day = TimePeriod.day("2026-11-10");
        TimePeriod hour =
                new TimePeriod(day.from().plusSeconds(14 * 3600), day.from().plusSeconds(15 * 3600));

        CityDay closed = CityDay.fine(new Seed(1), day, new ModelCollision(PLACE, 2, hour).reports(ROAD));

        assertThat(speed(closed, hour.from().minusSeconds(600))).isGreaterThan(90);
        assertThat(speed(closed, hour.until().minusSeconds(600))).isLessThan(15);
        assertThat(speed(closed, hour.until().plus(Duration.ofHours(2)))).isGreaterThan(90);
    }

    private static double speed(CityDay day, Instant instant) {
        return day.traffic()
                .stateAt(PLACE - 1500, Carriageway.NORTHBOUND, (double) instant.getEpochSecond())
                .speedKmh();
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
