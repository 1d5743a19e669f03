package lu.aifactory.platform.demo;

import lu.aifactory.platform.identity.Consents;
import lu.aifactory.platform.identity.InventedPeople;
import lu.aifactory.platform.journey.FirstContact;
import lu.aifactory.platform.journey.Journey;
import lu.aifactory.platform.journey.Progress;
import lu.aifactory.platform.portfolio.Portfolio;
import lu.aifactory.platform.portfolio.Roadmap;
import lu.aifactory.platform.readiness.Readiness;
import lu.aifactory.platform.usecase.UseCases;
import lu.aifactory.platform.workshop.Minutes;
import lu.aifactory.platform.workshop.Workshops;
import org.springframework.stereotype.Component;

/// The rooms in which stories play.
@Component
@InDemo
record Rooms(
    InventedPeople people,
    FirstContact contact,
    Journey journey,
    Progress progress,
    Readiness readiness,
    UseCases useCases,
    Portfolio portfolio,
    Roadmap roadmap,
    Workshops workshops,
    Minutes minutes,
    Consents consents,
    Describing describing) {}
