using Watchkeeper.Signals;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Simulation.Tests.Tables;

public sealed class The_simulated_table_keeps_slots : SlotStoreContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class The_simulated_table_keeps_slots_under_races : SlotRaceContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class The_simulated_table_lists_what_lasts : ActiveListContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class The_simulated_table_tells_of_changes : ChangeContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class The_simulated_table_keeps_notices : NotificationLogContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class The_simulated_table_keeps_feedback : FeedbackContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class The_simulated_table_keeps_the_reaction_ledger : ReactionLedgerContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class The_simulated_table_keeps_text : TextContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());

    protected override Task<int> SizeAsync(StoreHarness stores, Fingerprint fingerprint) =>
        Task.FromResult(((SimulatedHarness)stores).LargestSlot);
}

public sealed class The_simulated_table_is_linearizable : LinearizabilityContract
{
    protected override int Samples => 2_000;

    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class The_simulated_table_keeps_rows : RowTableContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class The_simulated_table_judges_guards : RowGuardContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class The_simulated_table_keeps_sets_of_rows : RowSetContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}
