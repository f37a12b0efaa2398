package org.pledgebook.web;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pledgebook.web.access.Sessions;
import org.pledgebook.web.access.SignIn;
import org.pledgebook.web.access.SignInSlowed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who is let in at all: routes below {@code /api} ask for HTTP Basic at every request; pages have a session, and each
 * asks for it by itself where it is not {@link Open}. Health and the API's description are open, and nothing else of
 * the actuator is there. What somebody may do is {@link Access}'s.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    /** The description's own page runs its own scripts, styles and pictures, and nobody else's. */
    private static final String OF_THE_DESCRIPTION =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    /** Pages have no script and no style in them, only beside them. */
    private static final String OF_PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain routes(HttpSecurity http, SignIn signIn, Problems problems) throws Exception {
        AuthenticationEntryPoint refuse = (request, response, failure) -> refuse(problems, response, failure);
        return guarded(http, OF_THE_DESCRIPTION)
                .securityMatcher(ProblemPages.NO_PAGES)
                .authenticationManager(new ProviderManager(signIn))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(refuse))
                .exceptionHandling(failing -> failing.authenticationEntryPoint(refuse)
                        .accessDeniedHandler(
                                (request, response, denied) -> problems.write(Problems.generic(404), response)))
                // No token against forged requests is needed. Without cookies there is only the credential that a
                // browser may remember for Basic; and what changes something takes JSON, YAML, workbooks, zips or CSV
                // alone, or is a DELETE, which a page of another site can send only after asking first, and nobody is
                // ever allowed.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api", "/api/**")
                        .authenticated()
                        .requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator", "/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Sessions sessions, ProblemPages problems) throws Exception {
        return guarded(http, OF_PAGES)
                .securityContext(context -> context.securityContextRepository(sessions.contexts()))
                .addFilterAfter(new StillRight(sessions), SecurityContextHolderFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new HostCookies.OfForms()))
                .exceptionHandling(failing -> failing.accessDeniedHandler(
                        (request, response, denied) -> problems.writeForged(request, response)))
                .logout(leaving -> leaving.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?left"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static HttpSecurity guarded(HttpSecurity http, String content) throws Exception {
        return http.cors(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(content))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(
                                features -> features.policy("camera=(), geolocation=(), microphone=()")));
    }

    /** By which sign-in counts time: it only ever goes on, whatever the clock on the wall is set to. */
    @Bean
    Ticker signInTicker() {
        return Ticker.systemTicker();
    }

    /** Addresses that no honest client writes, such as {@code //} and {@code ;}. */
    @Bean
    RequestRejectedHandler requestRejectedHandler(Problems problems) {
        return (HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected) ->
                problems.write(Problems.generic(400), response);
    }

    private static void refuse(Problems problems, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof SignInSlowed slowed) {
            problems.write(slowed.refused(), response);
            return;
        }
        if (failure instanceof AuthenticationServiceException) {
            problems.write(Refused.storeAway(), response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Pledgebook\", charset=\"UTF-8\"");
        problems.write(Refused.notSignedIn(), response);
    }

    /** Looks at each request whether its session still stands: the password may be another one by now. */
    private static final class StillRight extends OncePerRequestFilter {

        private final Sessions sessions;

        StillRight(Sessions sessions) {
            this.sessions = sessions;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var session = SecurityContextHolder.getContext().getAuthentication();
            if (session != null) {
                var now = SecurityContextHolder.createEmptyContext();
                sessions.stillRight(session).ifPresentOrElse(now::setAuthentication, () -> end(request));
                SecurityContextHolder.setContext(now);
            }
            chain.doFilter(request, response);
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.getRequestURI().startsWith(PageAssets.PATH);
        }

        private static void end(HttpServletRequest request) {
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
    }
}
