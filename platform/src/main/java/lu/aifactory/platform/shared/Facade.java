package lu.aifactory.platform.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The one door of a room. Every public method runs in a transaction and carries [Needs] or [Open]; the guard on
/// its path checks the caller and writes the audit entry, so that no room can forget either.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Service
@Transactional
public @interface Facade {}
