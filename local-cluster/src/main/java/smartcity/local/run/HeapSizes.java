package smartcity.local.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import smartcity.local.child.LaunchException;

/// The memory that the simulators and the page of a run are given.
///
/// Measured live on 2 cores, after a full collection: 41 MiB with 200 vehicles, 69 MiB with 12,000; so a vehicle takes
/// 2.4 KiB. The heap is more than twice that, for what lives shortly.
///
/// @param vehicles of the fleet; each replica of the vehicle simulator holds all of them
/// @param replicas of the vehicle simulator
public record HeapSizes(int vehicles, long replicas) {
    /// Heap of a simulator with few vehicles [MiB].
    private static final int USUAL = 128;

    /// Heap of the page without vehicles [MiB], and what a thousand vehicles add; measured with 12,000 vehicles and 20
    /// clients: after a full collection it holds 23 MiB of 48.
    private static final int VIEW = 36;

    private static final int VIEW_PER_THOUSAND = 1;

    /// What a thousand vehicles add [MiB].
    private static final int PER_THOUSAND = 6;

    /// What Kafka, S3, the other services, the launcher and all that is no heap take [MiB]; measured: 1.5 GiB resident
    /// with 200 vehicles.
    private static final int REST = 1536;

    static HeapSizes of(CitySettings settings) {
        long replicas = settings.replicas().stream()
                .filter(replica -> replica.service() == CityService.VEHICLE)
                .count();
        return new HeapSizes(settings.simulation().vehicles(), replicas);
    }

    /// Heap of one process [MiB].
    int mebibytes(CityService service) {
        return switch (service) {
            case VEHICLE -> USUAL + thousands() * PER_THOUSAND;
            case VIEW -> VIEW + thousands() * VIEW_PER_THOUSAND;
            case SINK, WEATHER, INCIDENT -> USUAL;
        };
    }

    private int thousands() {
        return (int) Math.ceil(vehicles / 1000.0);
    }

    String flag(CityService service) {
        return "-Xmx" + mebibytes(service) + "m";
    }

    /// Memory of this machine, or of the container the launcher runs in [MiB].
    static long machine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
    }

    /// Memory that the city takes with all that it needs [MiB].
    public long needed() {
        return REST + replicas * mebibytes(CityService.VEHICLE);
    }

    /// Fails if the city does not fit into a machine.
    ///
    /// @param machine its memory [MiB]
    void requireRoom(long machine) {
        if (replicas > 0 && needed() > machine) {
            throw new LaunchException(LiveTable.count(vehicles) + " vehicles in " + replicas
                    + (replicas == 1 ? " process" : " processes") + " need " + LiveTable.count(needed())
                    + " MiB and this machine has " + LiveTable.count(machine)
                    + ": choose fewer with --vehicles, --rate or --replicas");
        }
    }
}
