package org.pledgebook.web.audit;

import io.swagger.v3.oas.annotations.media.Schema;

/** The body of {@code POST /api/audit/key}. */
record IntroduceKeyForm(
        @Schema(description = "Why the key is another one.", example = "The machine that held the old key was sold.")
        String reason) {}
