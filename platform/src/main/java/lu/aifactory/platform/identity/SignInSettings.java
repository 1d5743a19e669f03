package lu.aifactory.platform.identity;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the operator asks of a sign-in.
///
/// @param secondFactorFor roles in which nobody works with a password alone
@ConfigurationProperties("aifactory.sign-in")
record SignInSettings(@DefaultValue Set<Role> secondFactorFor) {}
