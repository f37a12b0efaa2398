package org.pledgebook.web;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.pledgebook.shared.Refusal;
import org.pledgebook.web.access.SignIn;
import org.pledgebook.web.access.SignInSlowed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who is let in at all: routes below {@code /api} ask for HTTP Basic at every request, the API's description, health
 * and the front page are open, and nothing else of the actuator is there. What somebody may do is {@link Access}'s.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    /** The description's own page runs its own scripts, styles and pictures, and nobody else's. */
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    @Bean
    SecurityFilterChain routes(HttpSecurity http, SignIn signIn, Problems problems) throws Exception {
        AuthenticationEntryPoint refuse = (request, response, failure) -> refuse(problems, response, failure);
        return http.authenticationManager(new ProviderManager(signIn))
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
                .cors(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(content -> content.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(
                                features -> features.policy("camera=(), geolocation=(), microphone=()")))
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
            problems.write(Problems.storeAway(), response);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Pledgebook\", charset=\"UTF-8\"");
        problems.write(
                new Refused(new Refusal(
                        "not-signed-in",
                        401,
                        "Sign in first",
                        "Send your sign-in name and password by HTTP Basic. If you did, one of them is wrong.",
                        List.of())),
                response);
    }
}
