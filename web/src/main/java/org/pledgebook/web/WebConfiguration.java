package org.pledgebook.web;

import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.TokenStreamFactory;

/** How Spring MVC is set up for the routes. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:org/pledgebook/web/edge.properties")
class WebConfiguration implements WebMvcConfigurer {

    private static final String ROUTES = "/api/**";

    /** Not routes of ours; whoever comes as far as them may use them. */
    private static final String[] DESCRIPTION = {"/v3/**", "/swagger-ui/**", "/swagger-ui.html", "/actuator/**"};

    private final Access access;
    private final BodyType bodyType;
    private final KnownParameters knownParameters;
    private final ReadAtLeast readAtLeast;
    private final AsOf asOf;

    WebConfiguration(
            Access access, BodyType bodyType, KnownParameters knownParameters, ReadAtLeast readAtLeast, AsOf asOf) {
        this.access = access;
        this.bodyType = bodyType;
        this.knownParameters = knownParameters;
        this.readAtLeast = readAtLeast;
        this.asOf = asOf;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(access).excludePathPatterns(DESCRIPTION).order(1);
        interceptors.addInterceptor(bodyType).addPathPatterns(ROUTES).order(2);
        interceptors.addInterceptor(asOf).excludePathPatterns(DESCRIPTION).order(3);
        interceptors.addInterceptor(knownParameters).addPathPatterns(ROUTES).order(4);
        interceptors.addInterceptor(readAtLeast).addPathPatterns(ROUTES).order(5);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Arguments());
        resolvers.add(asOf);
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return StrictJson::configure;
    }

    /** Bodies are UTF-8: nothing is guessed from their first bytes. */
    @Bean
    JsonFactoryBuilderCustomizer onlyUtf8() {
        return factory -> factory.disable(TokenStreamFactory.Feature.CHARSET_DETECTION);
    }
}
