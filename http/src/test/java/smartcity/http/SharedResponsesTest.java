package smartcity.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.junit.jupiter.api.Test;

class SharedResponsesTest {
    /// Two builds of one commit give the same document.
    @Test
    void documentsErrorsInTheSameOrderInEachBuild() {
        Operation change = OASFactory.createOperation()
                .requestBody(OASFactory.createRequestBody())
                .responses(OASFactory.createAPIResponses());

        new SharedResponses().filterPathItem(OASFactory.createPathItem().PUT(change));

        assertThat(change.getResponses().getAPIResponses().keySet()).containsExactly("401", "403", "400", "413", "415");
    }
}
