package smartcity.deployment;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import smartcity.event.CityTopic;

/// The settings of a service, as a deployment makes them: by environment variables. Read from the configuration
/// interfaces and libraries that the service itself is built with.
public final class ServiceSettings {
    /// Where a service has its configuration interfaces, by the name of its Maven module.
    private static final Map<String, List<String>> PACKAGES = Map.of(
            "s3-parquet-sink", List.of("smartcity.sink", "smartcity.http"),
            "vehicle-simulator", List.of("smartcity.vehicle", "smartcity.emission", "smartcity.http"),
            "weather-simulator", List.of("smartcity.weather", "smartcity.emission", "smartcity.http"),
            "incident-simulator", List.of("smartcity.incident", "smartcity.emission", "smartcity.http"),
            "city-view", List.of("smartcity.view", "smartcity.emission", "smartcity.http"));

    /// Above the defaults of the interfaces. Source: MicroProfile Config 3.1, "Default ConfigSources".
    private static final int ORDINAL = 300;

    /// Of all services, as reading them takes seconds.
    private static final LibrarySettings LIBRARIES = new LibrarySettings();

    private static final Map<String, ServiceSettings> READ = new ConcurrentHashMap<>();

    private final String service;
    private final List<Class<?>> mappings;
    private final List<Pattern> own;

    private ServiceSettings(String service, List<Class<?>> mappings) {
        this.service = service;
        this.mappings = mappings;
        this.own = mappings.stream()
                .flatMap(mapping -> ConfigMappings.getProperties(ConfigClass.configClass(mapping)).keySet().stream())
                .map(VariablePattern::of)
                .toList();
    }

    /// The settings of the service in this Maven module; read once.
    ///
    /// @throws IllegalArgumentException if there is no such service
    public static ServiceSettings of(String module) {
        return READ.computeIfAbsent(module, ServiceSettings::read);
    }

    private static ServiceSettings read(String module) {
        List<String> packages = PACKAGES.get(module);
        if (packages == null) {
            throw new IllegalArgumentException("service must be one of " + PACKAGES.keySet() + " but was " + module);
        }
        List<Class<?>> mappings = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter().importPackages(packages)) {
            if (type.isAnnotatedWith(ConfigMapping.class)) {
                mappings.add(type.reflect());
            }
        }
        return new ServiceSettings(module, List.copyOf(mappings));
    }

    /// What is wrong with the names of environment variables, one sentence for each that sets nothing.
    public List<String> unknown(Collection<String> variables) {
        return variables.stream()
                .filter(variable -> !isOwn(variable))
                .flatMap(variable -> LIBRARIES.refusal(variable).stream())
                .map(refusal -> service + ": " + refusal)
                .sorted()
                .toList();
    }

    /// What is wrong with an environment: names that set nothing, and values that the service's own settings refuse.
    public List<String> problems(Map<String, String> environment) {
        List<String> problems = new ArrayList<>(unknown(environment.keySet()));
        Map<String, String> ownVariables = new TreeMap<>(environment);
        ownVariables.keySet().removeIf(variable -> !isOwn(variable));
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withDefaultValue("quarkus.application.name", service)
                .withSources(new EnvConfigSource(ownVariables, ORDINAL));
        mappings.forEach(builder::withMapping);
        try {
            builder.build();
        } catch (ConfigValidationException e) {
            for (int problem = 0; problem < e.getProblemCount(); problem++) {
                problems.add(service + ": " + e.getProblem(problem).getMessage());
            }
        }
        return problems;
    }

    private boolean isOwn(String variable) {
        return own.stream().anyMatch(pattern -> pattern.matcher(variable).matches())
                || List.of(CityTopic.values()).stream()
                        .anyMatch(topic -> topic.environmentVariable().equals(variable));
    }
}
