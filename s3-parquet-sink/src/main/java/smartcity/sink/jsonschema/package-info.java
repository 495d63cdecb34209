/// JSON Schema files (2020-12) read into typed columns, or refused with the place and the rule.
@NullMarked
package smartcity.sink.jsonschema;

import org.jspecify.annotations.NullMarked;
