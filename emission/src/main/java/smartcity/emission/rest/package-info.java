/// The HTTP API of a simulator: its state, and the commands that change it.
@NullMarked
package smartcity.emission.rest;

import org.jspecify.annotations.NullMarked;
