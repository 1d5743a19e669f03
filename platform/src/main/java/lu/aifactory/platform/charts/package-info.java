/// Pictures of numbers as SVG of our own: real text, a title and a description, and the same numbers as a table
/// beside the picture. One picture serves the web page and the PDF.
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package lu.aifactory.platform.charts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
