/// Reads JSON Schema files (2020-12) into typed columns, or refuses them with the place and the rule.
@NullMarked
package smartcity.sink.jsonschema;

import org.jspecify.annotations.NullMarked;
