package lu.aifactory.platform.schedule;

class PlainWorkplaceTests extends WorkplaceContract {

  @Override
  Runner runner() {
    return new PlainRunner();
  }
}
