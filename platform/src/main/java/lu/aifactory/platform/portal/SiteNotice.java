package lu.aifactory.platform.portal;

/// A bean of this type is a line above every page. `key` is a message key.
public record SiteNotice(String key) {

  /// The database is the embedded one, for evaluation only.
  public static final SiteNotice EVALUATION_DATABASE = new SiteNotice("portal.notice.evaluation");

  /// Everything in here is invented.
  public static final SiteNotice DEMO = new SiteNotice("portal.notice.demo");
}
