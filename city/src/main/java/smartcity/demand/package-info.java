/// How many vehicles want to drive where and when.
@NullMarked
package smartcity.demand;

import org.jspecify.annotations.NullMarked;
