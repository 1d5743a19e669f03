/// The portal as people see and use it, in a real browser: looked at by axe-core, in several languages and widths.
package lu.aifactory.acceptance.browser;
