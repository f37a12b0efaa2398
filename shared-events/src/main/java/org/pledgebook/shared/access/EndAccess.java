package org.pledgebook.shared.access;

import jakarta.validation.constraints.NotNull;
import org.pledgebook.shared.Text;

/** Ends all access a person has. */
public record EndAccess(String person, @NotNull @Text String reason) implements AccessCommand {}
