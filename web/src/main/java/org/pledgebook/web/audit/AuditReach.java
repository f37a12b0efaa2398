package org.pledgebook.web.audit;

import java.util.LinkedHashSet;
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
 * How much of the record somebody may go through: all of it, a board's, or for a partner's editors what is about their
 * partner.
 */
@Component
class AuditReach {

    private static final Pattern PLEDGE = Pattern.compile("(" + Slug.PATTERN + ")/" + Slug.PATTERN + "/[1-9][0-9]{0,8}");

    private final Access access;
    private final PartnerBoards partnerBoards;

    AuditReach(Access access, PartnerBoards partnerBoards) {
        this.access = access;
        this.partnerBoards = partnerBoards;
    }

    /**
     * What is to be looked through: no more than was asked for, and no more than the person may see.
     *
     * @param board null where all of it is
     * @param partner null where all of the board's is
     */
    record Place(@Nullable String board, @Nullable String partner) {}

    Place of(Grants grants, @Nullable String board, @Nullable String partner, @Nullable String pledge) {
        checkSlug("board", board);
        checkSlug("partner", partner);
        var ofPledge = pledge == null ? null : partnerOf(pledge);
        if (partner != null && ofPledge != null && !partner.equals(ofPledge)) {
            throw Refused.parameter("pledge", "Give one of that partner's pledges, or leave the partner out.");
        }
        var about = partner == null ? ofPledge : partner;
        if (about != null) {
            return ofPartner(grants, board, about);
        }
        if (board != null) {
            return ofBoard(grants, board);
        }
        return grants.live().stream().anyMatch(grant -> isReader(grant) && grant.board() == null)
                ? new Place(null, null)
                : onlyPlace(grants);
    }

    private Place ofPartner(Grants grants, @Nullable String board, String partner) {
        access.checkMayReadPartner(partner, grants);
        var itsBoard = partnerBoards.boardOf(partner).orElseThrow(() -> Refused.unknown("partner", partner));
        if (!readsAllOf(itsBoard, grants) && !grants.edits(partner)) {
            throw Refused.forbidden("A partner's editors see the record of their own partner only.");
        }
        return new Place(board, partner);
    }

    private static Place ofBoard(Grants grants, String board) {
        Access.checkMayReadBoard(board, grants);
        return readsAllOf(board, grants)
                ? new Place(board, null)
                : one(placesOf(grants).stream()
                        .filter(place -> board.equals(place.board()))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Place onlyPlace(Grants grants) {
        return one(placesOf(grants));
    }

    private static Place one(Set<Place> places) {
        if (places.size() > 1) {
            throw Refused.parameter("board", "Give a board or a partner: you have access to more than one.");
        }
        return places.iterator().next();
    }

    private static Set<Place> placesOf(Grants grants) {
        var places = new LinkedHashSet<Place>();
        grants.live().stream().filter(AuditReach::isReader).forEach(grant -> places.add(new Place(grant.board(), null)));
        grants.live().stream()
                .filter(grant -> !isReader(grant) && !places.contains(new Place(grant.board(), null)))
                .forEach(grant -> places.add(new Place(grant.board(), grant.partner())));
        return places;
    }

    private static boolean readsAllOf(String board, Grants grants) {
        return grants.live().stream()
                .anyMatch(grant -> isReader(grant) && (grant.board() == null || grant.board().equals(board)));
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
