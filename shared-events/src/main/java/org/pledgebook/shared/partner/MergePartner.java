package org.pledgebook.shared.partner;

import jakarta.validation.constraints.NotNull;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;

/**
 * Merges a partner into another of its board. What it said stays under its id.
 *
 * @param into the partner that goes on
 */
public record MergePartner(
        String partner,
        @NotNull @Slug String into,
        @NotNull @Text String reason) implements PartnerCommand {}
