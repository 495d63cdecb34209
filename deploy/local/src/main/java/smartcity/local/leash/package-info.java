/// The agent in every child JVM that ends it when the launcher is gone.
@NullMarked
package smartcity.local.leash;

import org.jspecify.annotations.NullMarked;
