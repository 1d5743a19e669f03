package lu.aifactory.platform.portal;

import lu.aifactory.platform.shared.Outcome;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;

/// Tells the OpenAPI document that an [Outcome] is on the wire what it holds.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  ApiDescription() {
    SpringDocUtils.getConfig().addResponseWrapperToIgnore(Outcome.class);
    SpringDocUtils.getConfig().addAnnotationsToIgnore(Listing.class);
  }
}
