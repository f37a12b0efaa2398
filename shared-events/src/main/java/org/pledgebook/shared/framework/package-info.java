/** Self-assessment frameworks: the questionnaire as data, its events and commands. */
@NullMarked
package org.pledgebook.shared.framework;

import org.jspecify.annotations.NullMarked;
