/// The commands of `./smartcity`: options and texts. What they do is in the modules that they call.
@NullMarked
package smartcity.cli;

import org.jspecify.annotations.NullMarked;
