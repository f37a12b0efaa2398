package org.pledgebook.shared.pledge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Text;

/**
 * What a partner says about one pledge for one period.
 *
 * @param readings where its measures stand, each measure at most once
 * @param evidence what shows it
 */
public record Report(
        @NotNull Status status,
        @NotNull @Text String narrative,

        @NotNull @Size(max = 20, message = "Give at most 20.") List<@NotNull @Valid Reading> readings,

        @NotNull @Size(max = 20, message = "Give at most 20.") List<@NotNull @Valid EvidenceLink> evidence,

        @Nullable @Text String nextSteps) {

    /**
     * Where something that shows it can be found.
     *
     * @param url with {@code http} or {@code https}, at most 2,000 characters
     */
    public record EvidenceLink(
            @NotNull @Text(max = Text.SHORT) String title,

            @NotNull @Size(max = 2_000, message = "Shorten this to 2,000 characters.") @Pattern(
                    regexp = "https?://[^\\p{C}\\p{Z}/?#][^\\p{C}\\p{Z}]*",
                    message = "Give an address that begins with http:// or https:// and has no spaces.")
            String url) {}
}
