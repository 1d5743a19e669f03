/// Which of several undertakings to begin: priorities with vetoes, how far they hang on the weights, and a plan in the
/// order that dependencies allow.
@NullMarked
package lu.aifactory.engines.portfolio;

import org.jspecify.annotations.NullMarked;
