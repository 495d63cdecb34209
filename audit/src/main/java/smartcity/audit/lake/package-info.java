/// Where the objects are: what they are called, how large they are, what is in them.
@NullMarked
package smartcity.audit.lake;

import org.jspecify.annotations.NullMarked;
