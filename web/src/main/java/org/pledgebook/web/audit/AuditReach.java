package org.pledgebook.web.audit;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.shared.access.Role;
import org.pledgebook.web.Access;
import org.pledgebook.web.PartnerBoards;
import org.pledgebook.web.Refused;
import org.springframework.stereotype.Component;

/**
 * How much of the record somebody may go through: all of it, their boards', or for a partner's editors what is about
 * their partner.
 */
@Component
class AuditReach {

    private static final Pattern PLEDGE =
            Pattern.compile("(" + Slug.PATTERN + ")/" + Slug.PATTERN + "/[1-9][0-9]{0,8}");

    private final Access access;
    private final PartnerBoards partnerBoards;

    AuditReach(Access access, PartnerBoards partnerBoards) {
        this.access = access;
        this.partnerBoards = partnerBoards;
    }

    /**
     * What is to be looked through: no more than was asked for, and no more than the person may see.
     *
     * @param board null where it is not limited to one
     * @param partner null where it is not limited to one
     * @param within the boards that may be looked through; null for all
     */
    record Place(
            @Nullable String board,
            @Nullable String partner,
            @Nullable Set<String> within) {}

    Place of(Grants grants, @Nullable String board, @Nullable String partner, @Nullable String pledge) {
        checkSlug("board", board);
        checkSlug("partner", partner);
        var pledgesPartner = pledge == null ? null : partnerOf(pledge);
        if (partner != null && pledgesPartner != null && !partner.equals(pledgesPartner)) {
            throw Refused.parameter("pledge", "Give one of that partner's pledges, or leave the partner out.");
        }
        var about = partner == null ? pledgesPartner : partner;
        if (about != null) {
            return ofPartner(grants, board, about);
        }
        return board == null ? anywhere(grants) : ofBoard(grants, board);
    }

    private Place ofPartner(Grants grants, @Nullable String board, String partner) {
        var itsBoard = access.readableBoardOf(partner, grants);
        if (!readsAllOf(itsBoard, grants) && !grants.edits(partner)) {
            throw Refused.forbidden("A partner's editors see the record of their own partner only.");
        }
        return new Place(board, partner, Set.of(itsBoard));
    }

    private Place ofBoard(Grants grants, String board) {
        Access.checkMayReadBoard(board, grants);
        return readsAllOf(board, grants)
                ? new Place(board, null, Set.of(board))
                : onlyPartner(grants.live().stream()
                        .filter(grant -> board.equals(grant.board()))
                        .map(Grant::partner)
                        .collect(Collectors.toSet()));
    }

    private Place anywhere(Grants grants) {
        var readers = grants.live().stream().filter(AuditReach::isReader).toList();
        if (readers.stream().anyMatch(grant -> grant.board() == null)) {
            return new Place(null, null, null);
        }
        var boards = readers.stream().map(Grant::board).collect(Collectors.toSet());
        var partners = grants.live().stream()
                .filter(grant -> !isReader(grant) && !boards.contains(grant.board()))
                .map(Grant::partner)
                .collect(Collectors.toSet());
        if (boards.isEmpty()) {
            return onlyPartner(partners);
        }
        if (!partners.isEmpty()) {
            throw moreThanOne();
        }
        return new Place(null, null, boards);
    }

    private Place onlyPartner(Set<String> partners) {
        if (partners.size() != 1) {
            throw moreThanOne();
        }
        var partner = partners.iterator().next();
        return new Place(
                null, partner, partnerBoards.boardOf(partner).map(Set::of).orElse(Set.of()));
    }

    private static Refused moreThanOne() {
        return Refused.parameter("partner", "Give a partner or a board: you have access to more than one.");
    }

    private static boolean readsAllOf(String board, Grants grants) {
        return grants.live().stream()
                .anyMatch(grant -> isReader(grant)
                        && (grant.board() == null || grant.board().equals(board)));
    }

    /** Whether it lets somebody through the whole record of where it reaches. */
    private static boolean isReader(Grant grant) {
        return grant.role() != Role.PARTNER;
    }

    private static String partnerOf(String pledge) {
        var id = PLEDGE.matcher(pledge);
        if (!id.matches()) {
            throw Refused.parameter("pledge", "Give a pledge's id, such as healthwatch-islington/2023/2.");
        }
        return id.group(1);
    }

    private static void checkSlug(String parameter, @Nullable String value) {
        if (value != null && !value.matches(Slug.PATTERN)) {
            throw Refused.parameter(parameter, "Give an id: 1 to 60 lower case letters, digits and hyphens.");
        }
    }
}
