/// The command line for people at their own site: talks to the REST API of a running factory.
@NullMarked
package lu.aifactory.cli;

import org.jspecify.annotations.NullMarked;
