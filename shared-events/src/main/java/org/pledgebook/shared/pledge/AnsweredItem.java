package org.pledgebook.shared.pledge;

import jakarta.validation.constraints.NotNull;
import org.pledgebook.shared.Slug;

/**
 * An item of a framework that a pledge is an answer to: what the partner's assessment found weak there, the pledge is
 * meant to mend.
 *
 * @param framework the framework's id, whatever its version
 * @param item the item's id in it
 */
public record AnsweredItem(
        @NotNull @Slug String framework, @NotNull @Slug String item) {}
