package org.pledgebook.web;

import java.time.Duration;
import org.mongodb.spring.session.MongoIndexedSessionRepository;
import org.mongodb.spring.session.config.annotation.web.http.EnableMongoHttpSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;

/** Sessions lie beside the read models, so that any process of the web can answer any request. */
@Configuration(proxyBeanMethods = false)
@EnableMongoHttpSession
class PageSessions {

    /** After so long without a request a session ends. */
    static final Duration IDLE = Duration.ofMinutes(30);

    @Bean
    SessionRepositoryCustomizer<MongoIndexedSessionRepository> idle() {
        return sessions -> sessions.setDefaultMaxInactiveInterval(IDLE);
    }

    @Bean
    CookieSerializer sessionCookie() {
        return new HostCookies.OfTheSession();
    }
}
