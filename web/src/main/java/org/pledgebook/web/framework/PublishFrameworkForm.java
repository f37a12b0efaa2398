package org.pledgebook.web.framework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.PublishFramework;

record PublishFrameworkForm(
        @Schema(example = "eds-2022") String id,
        @Schema(description = "1 to 10,000.", example = "1") int version,

        @Schema(example = "NHS Equality Delivery System 2022")
        String title,

        @Schema(description = "Where its words come from, or that they are the board's own.")
        String source,

        List<Framework.Section> sections,
        Framework.Score score) {

    PublishFramework command() {
        return new PublishFramework(new Framework(id, version, title, source, sections, score));
    }
}
