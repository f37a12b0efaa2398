package org.pledgebook.web;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.pledgebook.web.page.Say;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.webjars.WebJarVersionLocator;

/**
 * Styles and scripts of the pages. Their addresses hold a digest of their content, so browsers keep them for a year.
 * Of GOV.UK Frontend only its one style sheet and its one script are served: the typeface and the crown in it are not
 * ours to use.
 */
@Configuration(proxyBeanMethods = false)
class PageAssets implements WebMvcConfigurer {

    static final String PATH = "/assets/";

    private static final String FRONTEND = "govuk-frontend";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry handlers) {
        var version =
                Objects.requireNonNull(new WebJarVersionLocator().version(FRONTEND), "GOV.UK Frontend is missing");
        add(
                handlers,
                "classpath:/META-INF/resources/webjars/" + FRONTEND + "/" + version + "/dist/govuk/",
                PATH + "govuk/*.css",
                PATH + "govuk/*.js");
        add(handlers, "classpath:/org/pledgebook/web/assets/", PATH + "*");
    }

    private static void add(ResourceHandlerRegistry handlers, String location, String... patterns) {
        handlers.addResourceHandler(patterns)
                .addResourceLocations(location)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /** Puts the digests into the addresses that templates write. */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> digests() {
        return new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
    }

    @Bean
    InitializingBean wordsOfTemplates(ThymeleafViewResolver views, Say say) {
        return () -> views.setStaticVariables(Map.of("say", say));
    }
}
