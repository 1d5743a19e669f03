/// The packaged application as its users and operators meet it: over HTTP, on the command line, and when it is killed.
package lu.aifactory.acceptance;
