package smartcity.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import smartcity.emission.CityTopicsConfig;
import smartcity.emission.kafka.BrokerSettings;
import smartcity.road.Road;
import smartcity.time.SimulatedTime;
import smartcity.view.lake.LakeHistory;
import smartcity.view.road.RestPlaces;
import smartcity.view.road.RoadMatcher;
import smartcity.view.speed.RoadSpeeds;
import smartcity.view.speed.SpeedHistory;
import smartcity.view.state.IncidentBoard;
import smartcity.view.state.RoadsideReadings;
import smartcity.view.state.VehicleTracks;
import smartcity.view.trace.GpsTraces;

/// Makes what the page shows: everything that inputs write and the broadcast reads.
@ApplicationScoped
class ViewState {
    @Produces
    @Singleton
    static VehicleTracks vehicles(Road road) {
        return new VehicleTracks(new RoadMatcher(road), new RestPlaces(road));
    }

    @Produces
    @Singleton
    static RoadsideReadings readings(Road road) {
        return new RoadsideReadings(road);
    }

    @Produces
    @Singleton
    static IncidentBoard incidents(Road road) {
        return new IncidentBoard(road);
    }

    @Produces
    @Singleton
    static RoadSpeeds speeds(Road road) {
        return new RoadSpeeds(road);
    }

    @Produces
    @Singleton
    static SpeedHistory history() {
        return new SpeedHistory();
    }

    @Produces
    @Singleton
    static CityBroadcast.RoadState state(
            VehicleTracks vehicles,
            RoadsideReadings readings,
            IncidentBoard incidents,
            RoadSpeeds speeds,
            SpeedHistory history) {
        return new CityBroadcast.RoadState(vehicles, readings, incidents, speeds, history);
    }

    @Produces
    @Singleton
    static LakeHistory lake() {
        return new LakeHistory();
    }

    @Produces
    @Singleton
    static GpsTraces traces(BrokerSettings broker, CityTopicsConfig topics, SimulatedTime time, Clock clock) {
        Duration before = RecentRecords.BEFORE;
        return new GpsTraces(
                () -> broker.forConsumer(Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false)),
                topics.gps(),
                () -> time.at(clock.instant()).minus(before));
    }
}
