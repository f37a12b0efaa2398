package org.pledgebook.shared.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.pledgebook.shared.StreamId;

/** Publishes one version of a reference population, for all boards. */
public record PublishReference(@NotNull @Valid ReferencePopulation reference) implements UsageCommand {

    @Override
    public String stream() {
        return StreamId.reference(reference.id());
    }
}
