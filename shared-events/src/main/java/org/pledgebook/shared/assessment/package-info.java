/** A partner's answers to a framework: events, commands and value types. */
@NullMarked
package org.pledgebook.shared.assessment;

import org.jspecify.annotations.NullMarked;
