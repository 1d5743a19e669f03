/// The factory's own figures, for those who steer it: how soon it answers, how many get how far, and where things wait.
@NullMarked
package lu.aifactory.platform.journey.cockpit;

import org.jspecify.annotations.NullMarked;
