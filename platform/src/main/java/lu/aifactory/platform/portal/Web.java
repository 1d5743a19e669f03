package lu.aifactory.platform.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/// What all pages and REST methods share: languages, the gate, lists, and the one script.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({LimitSettings.class, Factory.class})
class Web implements WebMvcConfigurer {

  @Bean
  MessageSource messageSource() {
    return new Bundles();
  }

  @Bean
  MenuEntry homeInMenu() {
    return new MenuEntry("portal.home.menu", "/", "home:read", 10);
  }

  @Bean
  LocaleResolver localeResolver() {
    return new Languages();
  }

  // Spring finds it by this name.
  @Bean
  FlashMapManager flashMapManager() {
    return new NothingKept();
  }

  // As variables, because Thymeleaf keeps beans out of the parameters of fragments.
  @Bean
  SmartInitializingSingleton templateVariables(
      ThymeleafViewResolver views, Texts texts, Shell shell) {
    return () -> {
      views.addStaticVariable("texts", texts);
      views.addStaticVariable("shell", shell);
    };
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Place());
    registry.addInterceptor(new RememberedLanguage());
    registry.addInterceptor(new Gate());
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ListQueries());
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/htmx/**")
        .addResourceLocations(htmx())
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)));
  }

  // The folder of the WebJar carries its version in its name, which stays out of the templates.
  private static String htmx() {
    var name = "htmx.min.js";
    try {
      var found =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:/META-INF/resources/webjars/htmx.org/*/dist/" + name);
      var address = Arrays.stream(found).findFirst().orElseThrow().getURL().toString();
      return address.substring(0, address.length() - name.length());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Keeps the language that the address asked for.
  private static final class RememberedLanguage implements HandlerInterceptor {

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      Languages.asked(request)
          .ifPresent(language -> new Languages().setLocale(request, response, language));
      return true;
    }
  }
}
