/// The rules for names, words and pages, checked for the whole project.
@NullMarked
package smartcity.conventions;

import org.jspecify.annotations.NullMarked;
