using System.Globalization;
using Watchkeeper.Counting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Storage;
using Watchkeeper.Testing.Linearizability;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>
/// The contract of every store for concurrent callers: each call happens at one moment, all of it or nothing. The environment
/// variable <see cref="Race.SamplesVariable"/> sets the number of plans of a long form.
/// </summary>
public abstract class LinearizabilityContract : StoreContract
{
    /// <summary>The number of plans if the environment sets none.</summary>
    protected virtual int Samples => 300;

    [Fact]
    public async Task Decisions_about_a_slot_are_written_one_after_the_other()
    {
        await using var stores = await OpenAsync();

        await Race.SampleAsync<SlotStep, Watchkeeper.Incidents.Slot?, SlotRequest, SlotAnswer>(
            SlotStep.Any, null, SlotClient.Model, Samples,
            (plan, history, client) => new SlotClient(stores.Slots, Name(plan), client, history, Token));
    }

    [Fact]
    public async Task A_notification_is_claimed_taken_over_and_settled_by_one_caller_after_the_other()
    {
        await using var stores = await OpenAsync();

        await Race.SampleAsync<NotificationStep, NotificationRow?, NotificationRequest, NotificationAnswer>(
            NotificationStep.Any, null, NotificationClient.Model, Samples,
            (plan, history, client) => new NotificationClient(stores.Notifications, Name(plan), client, history, Token));
    }

    [Fact]
    public async Task Reactions_pass_their_guards_one_after_the_other()
    {
        await using var stores = await OpenAsync();

        await Race.SampleAsync<LedgerStep, LedgerState, LedgerStep, string>(
            LedgerStep.Any, LedgerState.Empty, LedgerClient.Model, Samples,
            (plan, history, client) => new LedgerClient(stores.Reactions, Name(plan), client, history, Token));
    }

    [Fact]
    public async Task Events_are_counted_one_after_the_other()
    {
        await using var stores = await OpenAsync();

        await Race.SampleAsync<CountStep, CountWindow, CountStep, CountAnswer>(
            CountStep.Any, CountWindow.Empty, CountClient.Model, Samples,
            (plan, history, client) => new CountClient(
                new EventCounter(new CountStore(stores.Table, TimeProvider.System)), Name(plan), client, history, Token));
    }

    private static string Name(int plan) => plan.ToString(CultureInfo.InvariantCulture);
}
