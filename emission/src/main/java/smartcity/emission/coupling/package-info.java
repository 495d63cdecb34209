/// How a simulator reads the topics of others: what it has heard, and when it has heard enough to go on.
@NullMarked
package smartcity.emission.coupling;

import org.jspecify.annotations.NullMarked;
