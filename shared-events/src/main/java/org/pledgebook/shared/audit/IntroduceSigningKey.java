package org.pledgebook.shared.audit;

import jakarta.validation.constraints.NotNull;
import org.pledgebook.shared.Text;

/**
 * Puts on record that the log is signed with another key from now on.
 *
 * @param log the log's origin, {@code pledgebook/0f3a5c7e9b1d2f40}
 * @param key the public key as it is handed on: origin, id and key, joined by plus signs
 */
public record IntroduceSigningKey(
        @NotNull @Text(max = Text.SHORT) String log,
        @NotNull @Text(max = Text.SHORT) String key,
        @NotNull @Text String reason)
        implements AuditCommand {}
