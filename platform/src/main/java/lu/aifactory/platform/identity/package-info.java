/// Who somebody is, which organisation they belong to, and what they may do: accounts, roles, invitations, API tokens,
/// and an organisation's consent to a partner's look at its case. The guard on every façade stands here.
@ApplicationModule(allowedDependencies = {"shared", "portal", "audit"})
@NullMarked
package lu.aifactory.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
