/// Tests of `deploy/compose`.
@NullMarked
package smartcity.deployment.compose;

import org.jspecify.annotations.NullMarked;
