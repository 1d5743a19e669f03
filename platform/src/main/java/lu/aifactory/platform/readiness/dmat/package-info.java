/// The figures of the European Digital Maturity Assessment (DMAT, JRC133234) beside our own assessment: brought in from a
/// file, checked, shown from T0 to T2 and given out in the same shape. They answer none of our questions.
@NullMarked
package lu.aifactory.platform.readiness.dmat;

import org.jspecify.annotations.NullMarked;
