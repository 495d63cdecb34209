package smartcity.local.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import smartcity.local.child.ChildProgram;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.InfraSettings;

/// How the processes of services are started.
record ServiceProgram(BuiltProject project, CitySettings settings) {
    /// The program of a replica.
    ///
    /// @param simulation environment of the simulators
    ChildProgram of(ServiceReplica replica, Map<String, String> simulation) {
        Map<String, String> environment = new HashMap<>(simulation);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", settings.infra().bootstrapServers());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(replica.port().number()));
        if (replica.service() == CityService.SINK) {
            environment.putAll(settings.infra().s3Environment());
            environment.put("SINK_BUCKET", InfraSettings.BUCKET);
            environment.put("SINK_ROLLOVER_MAX_AGE", "PT10S");
            return project.sink().program(replica.name(), environment);
        }
        if (replica.service() == CityService.VIEW) {
            environment.put(
                    "VIEW_SINK", settings.first(CityService.SINK).uri("/").toString());
        }
        List<String> flags = new ArrayList<>(List.of(HeapSizes.of(settings).flag(replica.service())));
        if (replica.service() == CityService.VIEW) {
            flags.add("@" + project.home().resolve("city-view").resolve("jvm.options"));
        }
        return project.service(replica.service().module()).program(replica.name(), flags, environment);
    }
}
