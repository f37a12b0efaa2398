package org.pledgebook.shared.framework;

import org.pledgebook.shared.Stored;

/** A version of a framework can be answered. It never changes; a new one is a new version. */
@Stored(name = "framework-published", revision = 2)
public record FrameworkPublished(Framework framework) implements FrameworkEvent {}
