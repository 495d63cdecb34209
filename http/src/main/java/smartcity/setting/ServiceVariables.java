package smartcity.setting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The environment variables that set something of a service.
///
/// A variable is the service's if it begins with the first word of a setting, as `SIMULATION_SEDE` does, or if it is a
/// misspelling of one that is, as `FAULTS_LATE` is. All others are left alone.
public final class ServiceVariables {
    /// What Kubernetes sets for each Service of the namespace, after the Service's name. Source: Kubernetes
    /// documentation, "Service", environment variables.
    private static final Pattern OF_KUBERNETES =
            Pattern.compile("[A-Z].*?_(SERVICE_(HOST|PORT(_\\w+)?)|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

    /// The number of an element at the end of a list's variable.
    private static final Pattern ELEMENT = Pattern.compile("_\\d+_?$");

    /// A variable whose first word is not the service's is a misspelling if it differs from a known one in one of
    /// so many characters at most. Chosen: one letter of `VIEW_HOSTS`, two of `SIMULATION_SEED`.
    private static final int CHARACTERS_PER_MISTAKE = 7;

    private final Set<String> known = new TreeSet<>();
    private final Set<String> prefixes;

    /// @param settings names of all settings, as [SettingNames] gives them; those with a name of the user's
    ///     are left out
    /// @param others variables that set something under a name of their own
    public ServiceVariables(Set<String> settings, Collection<String> others) {
        known.addAll(others);
        settings.stream()
                .filter(name -> !name.contains("*."))
                .map(name -> VariableName.of(name.replace("[*]", "")))
                .forEach(known::add);
        this.prefixes = settings.stream()
                .map(name -> VariableName.of(name.substring(0, name.indexOf('.') + 1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Why variables are refused: each that is the service's and sets nothing, with the nearest that does, in order of
    /// their names.
    public List<String> refusals(Set<String> environment) {
        List<String> refusals = new ArrayList<>();
        for (String name : new TreeSet<>(environment)) {
            refusal(name).ifPresent(refusals::add);
        }
        return refusals;
    }

    /// Why a variable is refused; empty when it sets something, or is not the service's.
    public Optional<String> refusal(String name) {
        if (isKnown(name)) {
            return Optional.empty();
        }
        String nearest = known.stream()
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .orElse("");
        boolean own = prefixes.stream().anyMatch(name::startsWith)
                || distance(name, nearest) <= name.length() / CHARACTERS_PER_MISTAKE;
        return own
                ? Optional.of(name + " must be the variable of a setting; the nearest is " + nearest)
                : Optional.empty();
    }

    private boolean isKnown(String name) {
        return known.contains(name)
                || known.contains(ELEMENT.matcher(name).replaceFirst(""))
                || OF_KUBERNETES.matcher(name).matches();
    }

    /// Insertions, deletions and replacements between both (Levenshtein).
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
