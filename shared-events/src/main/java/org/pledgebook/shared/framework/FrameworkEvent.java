package org.pledgebook.shared.framework;

import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;

/** What can be recorded of a framework. */
public sealed interface FrameworkEvent extends Event permits FrameworkPublished {

    /** The version that was published. */
    Framework framework();

    @Override
    default String stream() {
        return StreamId.framework(framework().id());
    }
}
