/// Tests of `deploy/kubernetes`: what its overlays render to, by the models of the APIs that take it and by
/// rules of our own.
@NullMarked
package smartcity.deployment.kubernetes;

import org.jspecify.annotations.NullMarked;
