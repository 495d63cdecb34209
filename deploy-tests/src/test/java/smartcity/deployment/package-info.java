/// Tests of what stands in `deploy/`, each in the package of what it checks, and how they find the tools that they
/// need.
@NullMarked
package smartcity.deployment;

import org.jspecify.annotations.NullMarked;
