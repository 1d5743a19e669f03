/// Where a score stands among those of other companies, without ever telling of fewer than ten of them.
///
/// Companies enter the norms in blocks of at least ten that never part again: a [lu.aifactory.platform.readiness.norms.Block]
/// is formed once, and every figure that is ever shown, of whichever cell and day, is made from whole blocks. Whatever
/// somebody subtracts from whatever else, a cell from a larger one or last year's norms from this year's, whole blocks
/// remain, and so ten companies or none.
@NullMarked
package lu.aifactory.platform.readiness.norms;

import org.jspecify.annotations.NullMarked;
