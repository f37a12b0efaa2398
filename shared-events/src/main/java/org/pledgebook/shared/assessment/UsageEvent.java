package org.pledgebook.shared.assessment;

import org.pledgebook.shared.Event;

/** What can be recorded about who uses services, beside the assessments that say so. */
public sealed interface UsageEvent extends Event permits ReferencePublished, TableReleased {}
