package smartcity.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can be known before minutes of building: whether the options of `up` exist, its ports are free, and disk and
/// memory suffice. The script runs this file from its source, so it uses nothing but the JDK; `up` itself checks the
/// same, and more, once it is built.
public final class UpPreflight {
    /// Free space for a build and for a city [MiB]; chosen, not measured.
    private static final long SPACE = 2048;

    /// Memory of a city with up to 1,000 vehicles [MiB]; the launcher requires the same.
    static final long MEMORY = 1670;

    private static final Pattern OPTION = Pattern.compile("(--[a-z0-9-]+)(\\[?=)?");

    /// The option that starts Prometheus; its port may be left out.
    private static final String OBSERVE = "--observe";

    /// The name of a port, the option that moves it, and the option's default.
    private record PortOption(String purpose, String option, int usual) {}

    private static final List<PortOption> PORTS = List.of(
            new PortOption("Kafka", "--kafka-port", 9092),
            new PortOption("S3", "--s3-port", 9000),
            new PortOption("a service", "--http-port", 8081),
            new PortOption("Prometheus", OBSERVE, 9090));

    /// Ports of the services, from the first.
    private static final int SERVICES = 4;

    private UpPreflight() {}

    /// Checks, prints what is wrong, and exits with 0, 1 or 2 as `up` does.
    ///
    /// @param args the repository, then `up` and its options
    public static void main(String[] args) {
        Path home = Path.of(args[0]);
        try {
            List<String> options = List.of(args).subList(2, args.length);
            Optional<String> unknown =
                    unknownOption(options, Files.readString(home.resolve("cli/src/main/help/up.txt")));
            unknown.ifPresent(sentence -> end(sentence + "\nRun ./smartcity up --help to see what it takes", 2));
            Optional<String> missing = portTaken(options).or(() -> lack(home, machine()));
            missing.ifPresent(sentence -> end(sentence, 1));
        } catch (IOException e) {
            end("Failed to read the options of up in " + home, 1);
        }
    }

    private static void end(String sentence, int status) {
        System.err.println(sentence);
        System.exit(status);
    }

    /// The refusal of the first option that the help does not list; empty if it lists all.
    static Optional<String> unknownOption(List<String> options, String help) {
        Map<String, String> known = new HashMap<>();
        Matcher option = OPTION.matcher(help);
        while (option.find()) {
            String value = option.group(2) == null ? "" : option.group(2);
            known.merge(option.group(1), value, (one, other) -> one.length() >= other.length() ? one : other);
        }
        for (int i = 0; i < options.size(); i++) {
            String name = options.get(i).replaceFirst("=.*$", "");
            String value = known.get(name);
            if (!name.startsWith("-")) {
                return Optional.of("up does not take: " + options.get(i));
            }
            if (value == null) {
                return Optional.of("up has no option " + name);
            }
            boolean apart = !value.isEmpty() && name.equals(options.get(i)) && i + 1 < options.size();
            // A value in brackets may be left out: the next word is one unless it is an option.
            i += apart && !(value.startsWith("[") && options.get(i + 1).startsWith("-")) ? 1 : 0;
        }
        return Optional.empty();
    }

    /// The refusal of the first port that another program has, or that is no port; empty if all can be used.
    static Optional<String> portTaken(List<String> options) {
        for (PortOption port : PORTS) {
            String given = value(options, port.option()).orElse(Integer.toString(port.usual()));
            if (!given.matches("[0-9]{1,5}")) {
                return Optional.of(port.option() + " must be within [1, 65535] but was " + given);
            }
            int first = port.option().equals("--http-port") && withView(options) ? -1 : 0;
            for (int offset = first; offset < count(port, options); offset++) {
                int number = Integer.parseInt(given) + offset;
                if (number < 1 || number > 65_535) {
                    return Optional.of(port.option() + " must be within [1, 65535] but was " + number);
                }
                if (!isFree(number)) {
                    return Optional.of("Port " + number + ", which " + port.purpose()
                            + " needs, is taken by another program: stop that program or choose another port with "
                            + port.option());
                }
            }
        }
        return Optional.empty();
    }

    /// How many ports the option stands for, from its own.
    private static int count(PortOption port, List<String> options) {
        return switch (port.option()) {
            case "--http-port" -> options.contains("--infra-only") ? 0 : SERVICES;
            case OBSERVE ->
                options.stream().anyMatch(option -> option.equals(OBSERVE) || option.startsWith(OBSERVE + "=")) ? 1 : 0;
            default -> 1;
        };
    }

    /// Whether the live page runs, on the port before the first of the services.
    private static boolean withView(List<String> options) {
        return !options.contains("--infra-only")
                && !options.contains("--no-view")
                && value(options, "--from").isEmpty();
    }

    /// What the machine lacks for a build and a city.
    ///
    /// @param memory of the machine [MiB]
    static Optional<String> lack(Path folder, long memory) {
        if (memory < MEMORY) {
            return Optional.of("A city needs " + MEMORY + " MiB of memory and this machine has " + memory);
        }
        long free = folder.toFile().getUsableSpace() >> 20;
        return free < SPACE
                ? Optional.of("Only " + free + " MiB are free on the disk of " + folder
                        + " and a build and a city need " + SPACE)
                : Optional.empty();
    }

    private static Optional<String> value(List<String> options, String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).startsWith(name + "=")) {
                values.add(options.get(i).substring(name.length() + 1));
            } else if (options.get(i).equals(name)
                    && i + 1 < options.size()
                    && !options.get(i + 1).startsWith("-")) {
                values.add(options.get(i + 1));
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    private static boolean isFree(int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback, port), 200);
            return false;
        } catch (IOException e) {
            // nobody answers; it may be bound all the same
        }
        try (ServerSocket socket = new ServerSocket(port, 1, loopback)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /// Memory of this machine, or of the container that this runs in [MiB]; as the launcher asks for it.
    private static long machine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
    }
}
