package org.pledgebook.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.access.AccessRules;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.shared.access.Role;

/**
 * Whom a page is made for; templates know it as {@code reader}, and as null where nobody is signed in.
 *
 * @param person the person's generated id
 * @param name as the cabinet has it
 * @param grants what they may do
 */
public record Reader(String person, String name, Grants grants) {

    /** Under which name templates and the request know it. */
    public static final String ATTRIBUTE = "reader";

    /** Whether what sends this command is to be offered: the command side decides again. */
    public boolean maySend(Class<? extends Command> command, @Nullable String board, @Nullable String partner) {
        var rule = AccessRules.of(command);
        return rule != null && rule.allows(grants, board, partner);
    }

    /** The partners whose statements they make as one of the editors. */
    public List<String> partners() {
        return live().filter(grant -> grant.role() == Role.PARTNER)
                .map(Grant::partner)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether they administer any board. */
    public boolean administers() {
        return grants.hasAnywhere(Role.ADMINISTRATOR);
    }

    /** Whether they audit any board. */
    public boolean audits() {
        return grants.hasAnywhere(Role.AUDITOR);
    }

    private Stream<Grant> live() {
        return grants.live().stream();
    }
}
