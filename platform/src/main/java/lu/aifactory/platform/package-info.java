/// The application. Each direct sub-package is a room; `docs/structure.md` gives their order.
@NullMarked
package lu.aifactory.platform;

import org.jspecify.annotations.NullMarked;
