package org.pledgebook.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgebook.web.Open;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
import org.pledgebook.web.SignedIn;
import org.pledgebook.web.Validity;
import org.pledgebook.web.page.KeptForm;
import org.pledgebook.web.page.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signing in with a form, and choosing a password of one's own. */
@Controller
final class SignInPage {

    /** An address of this service and no other's: browsers take {@code //} and {@code /\} for another host. */
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]{0,2000}");

    private final SignIn signIn;
    private final Sessions sessions;
    private final People people;
    private final Validity validity;

    SignInPage(SignIn signIn, Sessions sessions, People people, Validity validity) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.people = people;
        this.validity = validity;
    }

    @Open
    @GetMapping("/sign-in")
    ModelAndView show(@RequestParam(defaultValue = "/") String then, HttpServletRequest request) {
        return SignedIn.find(request).isPresent()
                ? new ModelAndView("redirect:" + here(then))
                : new ModelAndView("sign-in", Map.of("then", here(then)));
    }

    @Open
    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam(defaultValue = "") String signIn,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String then,
            HttpServletRequest request,
            HttpServletResponse response) {
        var kept = KeptForm.carried(request);
        try {
            var authenticated =
                    this.signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(signIn, password));
            sessions.begin(authenticated.getName(), request, response);
        } catch (AuthenticationServiceException away) {
            throw Refused.storeAway();
        } catch (AuthenticationException wrong) {
            var said = wrong instanceof SignInSlowed slowed
                    ? slowed.refused().refusal().detail()
                    : "";
            return new ModelAndView(
                    "sign-in",
                    Map.of("then", here(then), "kept", kept, "typed", signIn, "wrong", true, "slowed", said),
                    said.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.TOO_MANY_REQUESTS);
        }
        if (!kept.isEmpty()) {
            KeptForm.keep(here(then), kept, request.getSession());
        }
        return new ModelAndView("redirect:" + here(then));
    }

    @Reads(By.ONESELF)
    @GetMapping("/password")
    ModelAndView password(Typed typed, HttpServletRequest request) {
        return form(typed, request, HttpStatus.OK);
    }

    @Reads(By.ONESELF)
    @PostMapping("/password")
    ModelAndView changePassword(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Typed typed,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        var person = SignedIn.find(request).orElseThrow(Refused::notSignedIn).person();
        try {
            validity.checkForm(new SetPasswordForm(current, password));
            if (!password.equals(again)) {
                throw Refused.value("/again", "password.differs");
            }
            people.changeOwn(person, current, password);
        } catch (Refused refused) {
            typed.refused(refused);
            return form(typed, request, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        sessions.begin(person, request, response);
        next.addFlashAttribute("done", "password.done");
        return new ModelAndView("redirect:/");
    }

    private static ModelAndView form(Typed typed, HttpServletRequest request, HttpStatus status) {
        var must = SignedIn.find(request).map(SignedIn::mustChangePassword).orElse(false);
        return new ModelAndView("password", Map.of("typed", typed, "must", must), status);
    }

    private static String here(@Nullable String then) {
        return then != null && HERE.matcher(then).matches() ? then : "/";
    }
}
