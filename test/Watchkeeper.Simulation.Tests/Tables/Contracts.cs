using Watchkeeper.Signals;
using Watchkeeper.Testing.Queries;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Simulation.Tests.Tables;

public sealed class SimulatedSlotStoreTests : SlotStoreContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedSlotRaceTests : SlotRaceContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedActiveListTests : ActiveListContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedChangeTests : ChangeContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedNotificationLogTests : NotificationLogContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedFeedbackTests : FeedbackContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedCountStoreTests : CountStoreContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedAddressPacesTests : AddressPacesContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedGroupTests : GroupContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedReactionLedgerTests : ReactionLedgerContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedTextTests : TextContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());

    protected override Task<int> SizeAsync(StoreHarness stores, Fingerprint fingerprint) =>
        Task.FromResult(((SimulatedHarness)stores).LargestSlot);
}

public sealed class SimulatedLinearizabilityTests : LinearizabilityContract
{
    protected override int Samples => 2_000;

    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedRowTableTests : RowTableContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedRowGuardTests : RowGuardContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedRowSetTests : RowSetContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedListTests : ListContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedLookupTests : LookupContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedDecisionTests : DecisionContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedLostChangeTests : LostChangeContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedConfigurationTests : ConfigurationContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}

public sealed class SimulatedSilenceTests : SilenceContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new SimulatedHarness());
}
