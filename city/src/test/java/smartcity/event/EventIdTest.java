package smartcity.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;

class EventIdTest {
    private static final Seed SEED = new Seed(7);
    private static final Instant AT = Instant.parse("2026-11-23T08:30:00Z");

    @Test
    void isTheSameForTheSameRecord() {
        UUID again = EventId.of(new Seed(7), CityTopic.GPS, "vehicle-000001", AT);

        assertThat(again).isEqualTo(EventId.of(SEED, CityTopic.GPS, "vehicle-000001", AT));
    }

    @Test
    void differsBySeedTopicDeviceAndInstant() {
        Set<UUID> ids = new HashSet<>();

        for (long seed = 0; seed < 3; seed++) {
            for (CityTopic topic : CityTopic.values()) {
                for (int device = 0; device < 100; device++) {
                    for (int micros = 0; micros < 100; micros++) {
                        ids.add(EventId.of(new Seed(seed), topic, "vehicle-" + device, AT.plusNanos(micros * 1000L)));
                    }
                }
            }
        }

        assertThat(ids).hasSize(3 * CityTopic.values().length * 100 * 100);
    }

    @Test
    void isTheSameWhenThePartOfTheDeviceIsReused() {
        EventId.Device device = EventId.device(SEED, CityTopic.GPS, "vehicle-000001");

        assertThat(device.at(AT)).isEqualTo(EventId.of(SEED, CityTopic.GPS, "vehicle-000001", AT));
        // Ids are part of the contract: this one must never change.
        assertThat(device.at(AT)).hasToString("a7d0b6b2-a4a7-8533-9907-19dc762b7bb5");
    }

    @Test
    void isACustomUuidOfRfc9562() {
        UUID id = EventId.of(SEED, CityTopic.WEATHER, "weather-M40-J9", AT);

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }
}
