/// Knows the rules for names, words and pages, and checks the whole project against them.
@NullMarked
package smartcity.conventions;

import org.jspecify.annotations.NullMarked;
