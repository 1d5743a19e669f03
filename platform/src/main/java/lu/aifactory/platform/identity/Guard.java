package lu.aifactory.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lu.aifactory.platform.audit.AuditTrail;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Subject;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Stands on the path of every façade call, inside its transaction: checks the permission over the organisation that
/// the call is about, and appends what happened to the audit trail. A call that a façade makes to another room passes
/// here again, for the same person.
final class Guard implements MethodInterceptor {

  private record Look(String actor, String permission, Object subject) {}

  private final ObjectProvider<TenantOf<?>> tenants;
  private final ObjectProvider<Access> access;
  private final ObjectProvider<CurrentPerson> current;
  private final ObjectProvider<AuditTrail> trail;

  /// One entry for a look is enough for ten minutes: a page makes several reads.
  private final Cache<Look, Boolean> looks =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).maximumSize(100_000).build();

  private @Nullable Map<Class<?>, TenantOf<?>> tenantsByType;

  // Providers, because an interceptor must not pull half of the application into existence before
  // it can be proxied.
  Guard(
      ObjectProvider<TenantOf<?>> tenants,
      ObjectProvider<Access> access,
      ObjectProvider<CurrentPerson> current,
      ObjectProvider<AuditTrail> trail) {
    this.tenants = tenants;
    this.access = access;
    this.current = current;
    this.trail = trail;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation call) throws Throwable {
    var method = call.getMethod();
    if (method.getDeclaringClass() == Object.class) {
      return call.proceed();
    }
    var needs = AnnotationUtils.findAnnotation(method, Needs.class);
    var open = AnnotationUtils.findAnnotation(method, Open.class);
    if (needs == null && open == null) {
      throw new AccessDeniedException(method + " declares neither @Needs nor @Open");
    }
    var subject = subjectOf(call.getArguments());
    var person = current.getObject().find();
    var organisation = subject.flatMap(this::organisationOf);
    if (needs != null) {
      check(person.orElse(null), needs.value(), subject, organisation);
    }
    var result = call.proceed();
    if (result instanceof Outcome.Refused<?>) {
      // A refusal changed nothing; this holds even where a façade had already begun to write.
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return result;
    }
    var records = needs != null ? needs.records() : open == null ? "" : open.records();
    if (!records.isEmpty()) {
      append(records, person, subject.or(() -> subjectOf(result)), organisation, Details.of(call));
    } else if (needs != null) {
      recordLook(person, needs.value(), subject, organisation);
    }
    return result;
  }

  private void check(
      @Nullable Person person,
      String permission,
      Optional<Subject> subject,
      Optional<OrganisationId> organisation) {
    if (person == null) {
      throw new AccessDeniedException("nobody is signed in");
    }
    if (person.isSystem()) {
      return;
    }
    if (subject.isPresent() && belongsToSomebody(subject.get())) {
      var owner = organisation.orElseThrow(() -> new NotVisible(subject.get().toString()));
      if (access.getObject().may(person, permission, owner)) {
        return;
      }
      if (!access.getObject().knows(person, owner)) {
        throw new NotVisible(subject.get().toString());
      }
      throw new AccessDeniedException(permission + " over " + owner);
    }
    if (!access.getObject().holds(person, permission)) {
      throw new AccessDeniedException(permission);
    }
  }

  private void append(
      String action,
      Optional<Person> person,
      Optional<Subject> subject,
      Optional<OrganisationId> organisation,
      Map<String, String> details) {
    var owner = organisation.or(() -> subject.flatMap(this::organisationOf));
    trail.getObject().append(Entries.of(action, person, subject, owner, details));
  }

  private void recordLook(
      Optional<Person> person,
      String permission,
      Optional<Subject> subject,
      Optional<OrganisationId> organisation) {
    var who = person.orElseThrow();
    if (who.isSystem() || organisation.map(who.organisations()::contains).orElse(false)) {
      return;
    }
    if (organisation.isEmpty() && !access.getObject().reachesBeyondOwn(who, permission)) {
      return;
    }
    var look = new Look(who.getName(), permission, subject.map(Object.class::cast).orElse("list"));
    if (looks.asMap().putIfAbsent(look, true) == null) {
      forgetUnlessCommitted(look);
      trail.getObject().append(Entries.of(permission, person, subject, organisation, Map.of()));
    }
  }

  // The entry goes with the transaction if that is rolled back, and then the next look must make
  // one.
  private void forgetUnlessCommitted(Look look) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {

          @Override
          public void afterCompletion(int status) {
            if (status != STATUS_COMMITTED) {
              looks.invalidate(look);
            }
          }
        });
  }

  private boolean belongsToSomebody(Subject subject) {
    return subject instanceof OrganisationId || tenantOf(subject) != null;
  }

  private Optional<OrganisationId> organisationOf(Subject subject) {
    if (subject instanceof OrganisationId organisation) {
      return Optional.of(organisation);
    }
    var tenant = tenantOf(subject);
    return tenant == null ? Optional.empty() : ask(tenant, subject);
  }

  private @Nullable TenantOf<?> tenantOf(Subject subject) {
    var known = tenantsByType;
    if (known == null) {
      var found = new HashMap<Class<?>, TenantOf<?>>();
      tenants.forEach(tenant -> found.put(tenant.type(), tenant));
      tenantsByType = known = Map.copyOf(found);
    }
    return known.get(subject.getClass());
  }

  private static <S extends Subject> Optional<OrganisationId> ask(
      TenantOf<S> tenant, Subject subject) {
    return tenant.organisationOf(tenant.type().cast(subject));
  }

  private static Optional<Subject> subjectOf(@Nullable Object... values) {
    return Arrays.stream(values)
        .map(value -> value instanceof Outcome.Done<?>(var done) ? done : value)
        .filter(Subject.class::isInstance)
        .map(Subject.class::cast)
        .findFirst();
  }
}
