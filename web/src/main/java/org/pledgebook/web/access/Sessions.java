package org.pledgebook.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.pledgebook.web.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who is signed in to the pages. A session holds the person's id and a mark of the password it was begun with: each
 * request looks whether that is the password still, as each request to the API does.
 */
@Component
public final class Sessions {

    private final Accounts accounts;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Where the filters find who is signed in. */
    public SecurityContextRepository contexts() {
        return contexts;
    }

    /**
     * Who is signed in by a session, as their account says it now: the principal a {@link SignedIn}, the details their
     * name. Empty where their password is another one by now, or they were forgotten.
     */
    public Optional<Authentication> stillRight(Authentication session) {
        return session.getPrincipal() instanceof SignedIn person
                ? accounts.account(person.person())
                        .map(Accounts.Kept::paper)
                        .filter(account -> mark(account).equals(session.getCredentials()))
                        .map(account -> signedIn(person.person(), account))
                : Optional.empty();
    }

    /** Begins a session under a new id, in which the person is signed in; what the one before it held stays. */
    void begin(String person, HttpServletRequest request, HttpServletResponse response) {
        var account = accounts.account(person).orElseThrow().paper();
        if (request.getSession(false) == null) {
            request.getSession(true);
        } else {
            request.changeSessionId();
        }
        var context = SecurityContextHolder.createEmptyContext();
        // Without the name: it is in the cabinet alone, so that it can be removed.
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(person, account.mustChange()), mark(account), List.of()));
        contexts.saveContext(context, request, response);
    }

    private static Authentication signedIn(String person, Account account) {
        var token = UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(person, account.mustChange()), mark(account), List.of());
        token.setDetails(account.name());
        return token;
    }

    /** Says of two passwords whether they are the same one, and nothing of either. */
    private static String mark(Account account) {
        return SignInName.sha256(account.passwordHash());
    }
}
