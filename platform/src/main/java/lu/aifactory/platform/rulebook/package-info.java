/// The decision tables of all rooms: loads them, answers by the version of the day, and keeps decisions with what they
/// were made of, under a subject that only the asking room understands.
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package lu.aifactory.platform.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
