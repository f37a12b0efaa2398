package org.pledgebook.shared.framework;

import org.pledgebook.shared.Event;

/** What can be recorded of a framework. */
public sealed interface FrameworkEvent extends Event permits FrameworkPublished {}
