using System.Collections.Immutable;
using Watchkeeper.Functions.Composition;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Simulation.Lambda;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Simulation.Bugs;

/// <summary>The seeded bugs that the simulator must find.</summary>
internal static class BugCatalogue
{
    public static ImmutableArray<ISeededBug> All { get; } =
    [
        Slots("the ring of event ids is forgotten", (inner, _) => new SlotsThatForgetRecentIds(inner)),
        Slots("a slot is written whatever is there", (inner, world) => new SlotsWithoutCondition(inner, world)),
        Slots("a refused write counts as done", (inner, _) => new SlotsThatNeverRefuse(inner)),
        Slots("an error of the store is swallowed", (inner, _) => new SlotsThatSwallow(inner)),
        Slots("the list of open incidents is empty for the sweep", (inner, _) => new SlotsThatListNothing(inner)),
        Notifications("a claim that is held is taken all the same", (inner, _) => new NotificationsThatIgnoreClaims(inner)),
        Notifications("what was sent is not written down", (inner, _) => new NotificationsThatForgetToSettle(inner)),
        Notifications(
            "what is to be tried again is written down as sent", (inner, _) => new NotificationsThatSettleTooMuch(inner)),
        Notifications("what became of a mail is not written down", (inner, _) => new NotificationsThatForgetFeedback(inner)),
        Notifications("the first mail of an incident is forgotten", (inner, _) => new NotificationsThatForgetTheFirst(inner)),
        Notifications("the sweep looks for nothing that is due", (inner, _) => new NotificationsThatAreNeverDue(inner)),
        Notifications("a claim says that all is settled", (inner, _) => new NotificationsThatAreSettledAtOnce(inner)),
        Notifications("an answer that did not come counts as settled", (inner, _) => new NotificationsThatSwallow(inner)),
        new Bug("a message is acknowledged before it is sent", (_, services) => new ServicesWith(services)
        {
            Channels = [.. services.Channels.Select(channel => new ChannelThatAcknowledgesFirst(channel))],
        }),
        new Bug("the SDK tries a message again by itself, without a key", (_, services) => new ServicesWith(services)
        {
            Channels = [.. services.Channels.Select(channel => new ChannelThatSendsAgain(channel))],
        }),
        new Bug("a message to be tried later is given up without a reason", (_, services) => new ServicesWith(services)
        {
            Channels = [.. services.Channels.Select(channel => new ChannelThatGivesUp(channel))],
        }),
        new Bug("a dead letter is dropped", (_, services) =>
            new ServicesWith(services) { DeadLetters = new DeadLettersThatAreLost() }),
        new Bug("a reservation is made without looking at the ledger", (_, services) =>
            new ServicesWith(services) { Ledger = new LedgerThatForgets(services.Ledger) }),
        new Bug("guard rails are not asked", (_, services) =>
            new ServicesWith(services) { Ledger = new LedgerWithoutGuards(services.Ledger) }),
        new Bug("a call without an answer is made again", (_, services) =>
            new ServicesWith(services) { Scaling = new ScalingThatRepeats(services.Scaling) }),
        new Bug("the outcome of a reaction is not written down", (_, services) =>
            new ServicesWith(services) { Ledger = new LedgerThatNeverFinishes(services.Ledger) }),
        Configurations("the configuration is read once and never again", table => new TableThatRemembersTheFirstAnswer(table)),
        Configurations("the configuration is that of the look before", table => new TableThatAnswersAsBefore(table)),
        Applying("a version is applied whatever is there", table => new TableWithoutGuards(table)),
        Applying("no hash leads to a version", table => new TableWithoutHashes(table)),
        Applying("the history of versions is not kept", table => new TableWithoutHistory(table)),
    ];

    private static Bug Slots(string name, Func<ISlotStore, World, ISlotStore> wrap) =>
        new(name, (world, services) => new ServicesWith(services) { Slots = wrap(services.Slots, world) });

    private static Bug Notifications(string name, Func<INotificationLog, World, INotificationLog> wrap) =>
        new(name, (world, services) => new ServicesWith(services) { Notifications = wrap(services.Notifications, world) });

    private static Bug Configurations(string name, Func<IRowTable, IRowTable> wrap) =>
        new(name, (_, services) => new ServicesWith(services)
        {
            Configurations = new ConfigurationStore(wrap(services.ConfigurationTable), services.Time),
        });

    private static Bug Applying(string name, Func<IRowTable, IRowTable> wrap) =>
        new(name, (_, services) => services) { Operators = wrap };

    private sealed record Bug(string Name, Func<World, SandboxServices, IServices> Put) : ISeededBug
    {
        public Func<IRowTable, IRowTable> Operators { get; init; } = static table => table;

        public IServices Wrap(World world, SandboxServices services) => Put(world, services);

        public IRowTable WrapOperators(IRowTable table) => Operators(table);
    }
}
