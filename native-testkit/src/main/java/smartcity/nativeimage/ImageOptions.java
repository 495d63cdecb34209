package smartcity.nativeimage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// A `native-image.properties`: options of native-image, each of which must be one that has a check here.
///
/// @param text of the file
record ImageOptions(String text) {
    private static final String AT_RUN_TIME = "--initialize-at-run-time=";
    private static final String EXPORTS = "--add-exports=";

    /// What contradicts the class path and the JDK, a sentence each.
    Stream<String> problems(ClassPathFiles files) {
        Stream<String> unexplained =
                text.startsWith("#") ? Stream.empty() : Stream.of("has no comment with its reason");
        return Stream.concat(unexplained, arguments().stream().flatMap(argument -> problemsOf(argument, files)));
    }

    private List<String> arguments() {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(properties.getProperty("Args", "").strip().split("\\s+"));
    }

    private static Stream<String> problemsOf(String argument, ClassPathFiles files) {
        if (argument.startsWith(AT_RUN_TIME)) {
            return Stream.of(argument.substring(AT_RUN_TIME.length()).split(","))
                    .filter(name -> !isClassOrPackage(name.replace('.', '/'), files))
                    .map(name -> AT_RUN_TIME + " names no class and no package: " + name);
        }
        if (argument.startsWith(EXPORTS)) {
            String exported = argument.substring(EXPORTS.length(), argument.indexOf('=', EXPORTS.length()));
            return isInternal(exported) ? Stream.empty() : Stream.of(EXPORTS + " needs no export: " + exported);
        }
        return Stream.of("has an option without a check: " + argument);
    }

    private static boolean isClassOrPackage(String path, ClassPathFiles files) {
        return files.names().contains(path + ".class")
                || files.names().stream().anyMatch(file -> file.startsWith(path + "/") && file.endsWith(".class"));
    }

    /// Whether the JDK has the package and does not export it to all.
    private static boolean isInternal(String exported) {
        int slash = exported.indexOf('/');
        String name = exported.substring(slash + 1);
        return ModuleLayer.boot()
                .findModule(exported.substring(0, slash))
                .filter(module -> module.getPackages().contains(name) && !isExported(module.getDescriptor(), name))
                .isPresent();
    }

    private static boolean isExported(ModuleDescriptor module, String internal) {
        return module.exports().stream()
                .anyMatch(export -> !export.isQualified() && export.source().equals(internal));
    }
}
