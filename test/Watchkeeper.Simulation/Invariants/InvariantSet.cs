using System.Collections.Immutable;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>All invariants, in the order in which they are asked.</summary>
internal static class InvariantSet
{
    public static ImmutableArray<Invariant> Fresh() =>
    [
        new Strains(),
        new Conservation(),
        new UnreadableIsDeadLettered(),
        new AnswersAreTrue(),
        new OneOpenIncident(),
        new VersionsByOne(),
        new NewestStateWins(),
        new Episodes(),
        new WorstSeverity(),
        new ThresholdsHold(),
        new AuditsAgree(),
        new AuditsDoNotOverrule(),
        new DuplicatesChangeNothing(),
        new NotifiedAtLeastOnce(),
        new NotifiedOnce(),
        new NotifiedAsItWas(),
        new TriedWithPatience(),
        new SendLogIsTrue(),
        new OneThread(),
        new ToldInTheirPlace(),
        new AskedAtItsPace(),
        new NewAddressCostsNothing(),
        new KeptBackForAReason(), new QuietIsKept(),
        new ToldWhenQuietEnds(), new SilencesAreAnnounced(),
        new EndsFollowBeginnings(), new NamedWhereTold(), new GroupsAreTold(), new StormsAreCapped(),
        new MailFeedbackIsRecorded(),
        new ActedOnce(),
        new WithinGuardRails(),
        new LedgerIsTrue(),
        new ReactedToEach(),
        new SmallAndCoolRows(),
        new ActsAreNotified(),
        new RemindsInTime(),
        new MutesAreRespected(),
        new HandsOff(),
        new QuietEnds(),
        new AlarmsAgree(),
        new GoneEnds(),
        new CountsAgree(),
        new ListsAgree(),
        new OneEndForEachEvent(),
        new NothingLeaks(),
        new SignalsAreKept(),
        new OneCheckpoint(),
        new GivenUpAlone(),
        new OneOrderOfVersions(),
        new DecidedByVersion(),
    ];
}
