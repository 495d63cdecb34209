package smartcity.cli;

import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test, or a method that runs before all tests, the browser that it has as a parameter. JUnit ends the browser
/// with the test or with its class, failed or not.
final class CityBrowsers implements ParameterResolver {
    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(CityBrowsers.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CityBrowser.class;
    }

    /// Put by the name of its test, as a test would find that of its class otherwise.
    @Override
    public CityBrowser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        CityBrowser browser = new CityBrowser(Playwright.create(CityBrowser.WITHOUT_DOWNLOAD));
        context.getStore(OWN).put(context.getUniqueId(), browser);
        return browser;
    }
}
