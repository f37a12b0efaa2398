package org.pledgebook.shared.partner;

import jakarta.validation.constraints.NotNull;
import org.pledgebook.shared.Text;

/** Takes a partner off its board. What it said stays readable under its id. */
public record LeaveBoard(String partner, @NotNull @Text String reason) implements PartnerCommand {}
