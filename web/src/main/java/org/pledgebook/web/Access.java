package org.pledgebook.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.access.AccessRules;
import org.pledgebook.shared.access.AccessRules.Rule;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.shared.access.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Settles access before a body is looked at. What a person may do is read from their own events at each request, so
 * that what has ended stops the very next one. The command side decides again, from the same events.
 */
@Component
public final class Access implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final String GRANTS = Grants.class.getName();

    private static final Pattern SLUG = Pattern.compile(Slug.PATTERN);
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

    /** Ids in a path that are no {@link Slug}; an address with another spelling leads nowhere. */
    private static final Map<String, Pattern> SPELLED = Map.of(
            "number", COUNT,
            "question", COUNT,
            "version", COUNT,
            "support", COUNT,
            "drill", COUNT,
            // Periods that the book names itself have capitals: 2023-Q1.
            "period", Pattern.compile("[A-Za-z0-9-]{1,60}"));

    private final Streams streams;
    private final PartnerBoards partnerBoards;

    Access(Streams streams, PartnerBoards partnerBoards) {
        this.streams = streams;
        this.partnerBoards = partnerBoards;
    }

    /** What the person a request comes from may do; not on routes that are {@link Open}. */
    static Grants grantsOf(HttpServletRequest request) {
        return Objects.requireNonNull((Grants) request.getAttribute(GRANTS), "access was not settled");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod route) || HttpMethod.OPTIONS.matches(request.getMethod())) {
            return true;
        }
        var path = path(request);
        path.forEach(Access::checkSpelling);
        var signedIn = SignedIn.find(request);
        signedIn.ifPresent(person -> read(person, request));
        if (route.hasMethodAnnotation(Open.class)) {
            return true;
        }
        var person = signedIn.orElseThrow(Refused::notSignedIn);
        var grants = grantsOf(request);
        var sends = route.getMethodAnnotation(Sends.class);
        var reads = route.getMethodAnnotation(Reads.class);
        if (grants.live().isEmpty()) {
            throw Refused.forbidden("You have no access. Ask an administrator if you should have.");
        }
        if (sends != null && sends.orOneself() && person.person().equals(path.get("person"))) {
            return true;
        }
        if (reads != null && reads.value() == Reads.By.ONESELF) {
            return true;
        }
        if (person.mustChangePassword()) {
            throw new Refused(new Refusal(
                    "password-change-needed",
                    403,
                    "Set a password of your own first",
                    "Your password was set by an administrator. Change it with POST /api/people/%s/password {\"current\", \"password\"}, then everything else is open."
                            .formatted(person.person()),
                    List.of()));
        }
        if (sends != null) {
            checkMaySend(sends, grants, path);
        } else if (reads != null) {
            checkMayRead(reads.value(), grants, path);
        } else {
            LOG.error("{} says neither what it sends nor who reads it, so nobody may use it", route);
            throw Refused.forbidden("Nobody may use this: no rule says who.");
        }
        return true;
    }

    /**
     * The board of a partner that the person may read. Refuses others with 404: another board's things look as if they
     * were not there.
     */
    public String readableBoardOf(String partner, Grants grants) {
        return partnerBoards
                .boardOf(partner)
                .filter(grants::mayRead)
                .orElseThrow(() -> Refused.unknown("partner", partner));
    }

    /** Refuses with 404 a board that the person may not read. */
    public static void checkMayReadBoard(String board, Grants grants) {
        if (!grants.mayRead(board)) {
            throw Refused.unknown("board", board);
        }
    }

    private void read(SignedIn person, HttpServletRequest request) {
        var grants = Grants.of(person.person(), streams);
        request.setAttribute(GRANTS, grants);
        if (ProblemPages.isForPages(request)) {
            request.setAttribute(Reader.ATTRIBUTE, new Reader(person.person(), SignedIn.nameOf(request), grants));
        }
    }

    private void checkMaySend(Sends sends, Grants grants, Map<String, String> path) {
        var rule = AccessRules.of(sends.value());
        if (rule == null) {
            throw Refused.forbidden("Nobody may do this: no rule says who.");
        }
        // Which partner answers is in the body.
        var partner = rule == Rule.EDITOR_OF_THE_ANSWERING_PARTNER ? null : path.get("partner");
        var board = placeOf(grants, path);
        // Where the path names no place, the body or the person does, and the command side decides.
        var mayDo = (board == null && rule == Rule.ADMINISTRATOR_OF_THE_BOARD)
                ? grants.hasAnywhere(Role.ADMINISTRATOR)
                : rule.allows(grants, board, partner);
        if (!mayDo) {
            throw Refused.forbidden(rule.words());
        }
    }

    private void checkMayRead(Reads.By by, Grants grants, Map<String, String> path) {
        switch (by) {
            case READERS_OF_THE_BOARD -> Objects.requireNonNull(placeOf(grants, path), "the path names no board");
            case ADMINISTRATORS -> {
                if (!grants.hasAnywhere(Role.ADMINISTRATOR)) {
                    throw Refused.forbidden(Rule.ANY_ADMINISTRATOR.words());
                }
            }
            case AUDITORS_OF_ALL_BOARDS -> {
                if (!grants.has(Role.AUDITOR, null) && !grants.has(Role.ADMINISTRATOR, null)) {
                    throw Refused.forbidden("Only an auditor or administrator of all boards can do this.");
                }
            }
            case ANYBODY_WITH_ACCESS, ONESELF -> {
                // Settled above: somebody without any grant does not come this far.
            }
        }
    }

    /** The board a path is about, which the person may read; null where it is about none. */
    private @Nullable String placeOf(Grants grants, Map<String, String> path) {
        var partner = path.get("partner");
        if (partner != null) {
            return readableBoardOf(partner, grants);
        }
        var board = path.get("board");
        if (board != null) {
            checkMayReadBoard(board, grants);
        }
        return board;
    }

    private static void checkSpelling(String name, String value) {
        if (!SPELLED.getOrDefault(name, SLUG).matcher(value).matches()) {
            throw Refused.nowhere();
        }
    }

    @SuppressWarnings("unchecked") // what Spring MVC puts there
    private static Map<String, String> path(HttpServletRequest request) {
        var path = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return path == null ? Map.of() : (Map<String, String>) path;
    }
}
