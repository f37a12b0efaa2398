/** Decides on self-assessments, and scores them. */
@NullMarked
package org.pledgebook.command.assessment;

import org.jspecify.annotations.NullMarked;
