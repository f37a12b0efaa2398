package org.pledgebook.shared.partner;

import jakarta.validation.constraints.NotNull;
import org.pledgebook.shared.Slug;

/** Gives a partner one more team. */
public record AddTeam(String partner, @NotNull @Slug String team) implements PartnerCommand {}
