/// How an operator looks into a running city and changes it: what was told last, who may change, what is refused.
@NullMarked
package smartcity.emission.control;

import org.jspecify.annotations.NullMarked;
