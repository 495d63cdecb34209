/// Tests of the services' container images, read from a registry and run by an engine.
@NullMarked
package smartcity.deployment.images;

import org.jspecify.annotations.NullMarked;
