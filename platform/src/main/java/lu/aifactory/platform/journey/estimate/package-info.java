/// How long an engagement will take, as a range: from the factory's own estimate, and from closed engagements once there
/// are enough that are alike.
@NullMarked
package lu.aifactory.platform.journey.estimate;

import org.jspecify.annotations.NullMarked;
