/// Decision tables that experts own: load, evaluate, explain which rows fired, pick the version by date.
@NullMarked
package lu.aifactory.engines.rules;

import org.jspecify.annotations.NullMarked;
