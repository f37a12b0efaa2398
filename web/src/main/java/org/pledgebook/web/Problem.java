package org.pledgebook.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.Refusal;
import org.springframework.http.MediaType;

/**
 * An error as RFC 9457 spells it, {@code application/problem+json}.
 *
 * @param type the rule's name below {@code /problems/}
 * @param title the same for every problem of this type
 * @param detail what happened and what to do
 * @param errors the fields it is about; empty where it is about none
 */
@Schema(description = "An error, as RFC 9457 spells it.")
record Problem(
        @Schema(description = "The rule's name.", example = "/problems/pledges-full")
        String type,

        @Schema(description = "The rule in a few words.", example = "All pledges of this cycle are made")
        String title,

        @Schema(description = "The HTTP status.", example = "409")
        int status,

        @Schema(description = "What happened and what to do.")
        String detail,

        @Schema(description = "The fields it is about; empty where it is about none.")
        List<Fault> errors) {

    static final MediaType JSON = MediaType.APPLICATION_PROBLEM_JSON;

    static Problem of(Refusal refusal) {
        return new Problem(
                "/problems/" + refusal.type(), refusal.title(), refusal.status(), refusal.detail(), refusal.errors());
    }

    /** The same with another detail. */
    Problem withDetail(String other) {
        return new Problem(type, title, status, other, errors);
    }
}
