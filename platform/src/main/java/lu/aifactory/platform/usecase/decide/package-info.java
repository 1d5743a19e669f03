/// What a use-case document may contain, when it is complete, and who may sign and seal it when. Pure: no Spring,
/// no SQL, no clock; ids and times are passed in.
@NullMarked
package lu.aifactory.platform.usecase.decide;

import org.jspecify.annotations.NullMarked;
