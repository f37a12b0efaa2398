package org.pledgebook.shared.assessment;

import org.pledgebook.shared.Command;

/** What can be asked about who uses services, beside the assessments that say so. */
public sealed interface UsageCommand extends Command permits PublishReference, ReleaseTable {}
