package org.pledgebook.shared.support;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Text;
import org.pledgebook.shared.pledge.PledgeId;

/**
 * Offers support to the other partners of the board, or asks them for it. The book gives it the partner's next number.
 *
 * @param pledge the public id of the pledge it is about, any partner's of the board; null for support in general
 * @param saidOn when it was said, where that is not today; not in the future
 */
public record PostSupport(
        String partner,
        @NotNull SupportKind kind,
        @NotNull @Text String text,

        @Nullable @Pattern(regexp = PledgeId.PATTERN, message = "Give a pledge's id, such as healthwatch-islington/2023/2.") String pledge,

        @Nullable @Day LocalDate saidOn)
        implements SupportCommand {

    @Override
    public String statementOf() {
        return partner;
    }
}
