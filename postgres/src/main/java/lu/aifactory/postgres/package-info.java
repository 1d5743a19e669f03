/// A small launcher of an embedded PostgreSQL: durable, password-protected, on localhost only.
@NullMarked
package lu.aifactory.postgres;

import org.jspecify.annotations.NullMarked;
