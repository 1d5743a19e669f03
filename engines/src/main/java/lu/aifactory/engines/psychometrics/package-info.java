/// Whether the items of a questionnaire measure one thing, judged from what many have answered.
@NullMarked
package lu.aifactory.engines.psychometrics;

import org.jspecify.annotations.NullMarked;
