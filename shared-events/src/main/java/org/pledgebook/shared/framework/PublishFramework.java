package org.pledgebook.shared.framework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.pledgebook.shared.StreamId;

/** Publishes one version of a framework, for all boards. */
public record PublishFramework(@NotNull @Valid Framework framework) implements FrameworkCommand {

    @Override
    public String stream() {
        return StreamId.framework(framework.id());
    }
}
