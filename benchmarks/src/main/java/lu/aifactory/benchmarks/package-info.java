/// How fast the platform is when many people use it, over HTTP and with a database as large as a factory's after years.
@NullMarked
package lu.aifactory.benchmarks;

import org.jspecify.annotations.NullMarked;
