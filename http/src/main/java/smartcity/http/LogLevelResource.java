package smartcity.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Shows and sets the levels of the log of a running process. A change lasts as long as the process.
@Path(LogLevelResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Log")
@Singleton
public class LogLevelResource {
    /// Of all its requests.
    public static final String PATH = "/log-levels";

    private static final org.jboss.logging.Logger LOG = org.jboss.logging.Logger.getLogger(LogLevelResource.class);

    private static final Pattern CATEGORY = Pattern.compile("[\\w$]+(\\.[\\w$]+)*");
    private static final int LONGEST = 200;

    /// Categories whose level was set, with the one from before; their loggers, as the log manager forgets the level of
    /// a logger that nobody refers to.
    private final Map<String, ChangedLevel> changed = new ConcurrentHashMap<>();

    private record ChangedLevel(Logger logger, @Nullable Level before) {}

    /// The categories whose level was set by a request, with their level.
    @GET
    @Operation(summary = "Shows the categories whose level a request has set")
    public LogLevels all() {
        Map<String, LogLevel> levels = new TreeMap<>();
        changed.forEach((category, level) -> levels.put(category, levelOf(level.logger())));
        return new LogLevels(levels);
    }

    /// The level of a category, whether it is its own or that of a category above it.
    @GET
    @Path("/{category}")
    @Operation(summary = "Shows the level of a category: a package or a class")
    public CategoryLevel one(@PathParam("category") String category) {
        return new CategoryLevel(category, levelOf(Logger.getLogger(checked(category))));
    }

    /// Sets the level of a category and of those below it that have none of their own.
    @PUT
    @Path("/{category}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets the level of a category, until it is reset or the process ends")
    public CategoryLevel set(@PathParam("category") String category, LogLevelRequest request) {
        ChangedLevel entry = changed.computeIfAbsent(checked(category), name -> {
            Logger logger = Logger.getLogger(name);
            return new ChangedLevel(logger, logger.getLevel());
        });
        LOG.infof("Setting log level on request category=%s level=%s", category, request.level());
        entry.logger().setLevel(request.level().level());
        return one(category);
    }

    /// Gives a category the level that it had before the first request.
    @DELETE
    @Path("/{category}")
    @Operation(summary = "Resets the level of a category to that of the start")
    public CategoryLevel reset(@PathParam("category") String category) {
        ChangedLevel entry = changed.remove(checked(category));
        if (entry != null) {
            LOG.infof("Resetting log level on request category=%s", category);
            entry.logger().setLevel(entry.before());
        }
        return one(category);
    }

    private static String checked(String category) {
        if (category.length() > LONGEST || !CATEGORY.matcher(category).matches()) {
            throw new RequestRefusedException(
                    "category",
                    "must be the name of a package or class, of at most " + LONGEST + " characters",
                    category);
        }
        return category;
    }

    private static LogLevel levelOf(Logger logger) {
        for (Logger next = logger; next != null; next = next.getParent()) {
            Level level = next.getLevel();
            if (level != null) {
                return LogLevel.of(level);
            }
        }
        return LogLevel.INFO;
    }

    /// Levels by category.
    @Schema(description = "Levels by category")
    public record LogLevels(Map<String, LogLevel> levels) {}

    /// The level of one category.
    @Schema(description = "The level of one category")
    public record CategoryLevel(String category, LogLevel level) {}
}
