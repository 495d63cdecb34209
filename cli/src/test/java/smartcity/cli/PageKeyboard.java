package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The keyboard of somebody who has no mouse.
final class PageKeyboard {
    /// More than twice the controls of the page.
    private static final int MOST_KEYS = 400;

    /// The same for a control whose list was drawn again.
    private static final String NAME =
            "((control) => control === document.body ? '' : control.id || control.dataset.key || control.name"
                    + " || control.getAttribute('href') || control.textContent.trim())";

    private static final String CONTROLS = "[...document.querySelectorAll("
            + "'a[href], button, select, input, canvas[role=application]')]"
            + ".filter((control) => !control.disabled && control.checkVisibility({ visibilityProperty: true }))";

    private final Page page;

    PageKeyboard(Page page) {
        this.page = page;
    }

    /// The names of all controls that are visible now: id, key, field, address or text.
    Set<String> controls() {
        Object names = page.evaluate("() => " + CONTROLS + ".map" + NAME);
        Set<String> controls = new LinkedHashSet<>();
        ((List<?>) names).forEach(name -> controls.add(String.valueOf(name)));
        return controls;
    }

    /// The names of what has the focus one after the other while Tab is pressed, all around from a control to itself.
    /// Without the moment at which the browser itself has it. Fails if Tab does not come round.
    Set<String> round(String control) {
        moveTo(control);
        Set<String> reached = new LinkedHashSet<>();
        for (int i = 0; i < MOST_KEYS; i++) {
            page.keyboard().press("Tab");
            String name = focused();
            if (!name.isEmpty()) {
                reached.add(name);
            }
            if (name.equals(control)) {
                return reached;
            }
        }
        throw new AssertionError("Tab does not come back to " + control + " but goes round in " + reached);
    }

    /// Presses Tab until a control has the focus.
    void moveTo(String control) {
        for (int i = 0; i < MOST_KEYS && !focused().equals(control); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(focused()).isEqualTo(control);
    }

    /// Presses keys one after the other.
    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private String focused() {
        return String.valueOf(page.evaluate("() => " + NAME + "(document.activeElement)"));
    }
}
