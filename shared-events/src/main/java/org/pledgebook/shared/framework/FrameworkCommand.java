package org.pledgebook.shared.framework;

import org.pledgebook.shared.Command;

/** What can be asked of a framework. */
public sealed interface FrameworkCommand extends Command permits PublishFramework {}
