/** Decides who may do what, for every command before anything else. */
@NullMarked
package org.pledgebook.command.access;

import org.jspecify.annotations.NullMarked;
