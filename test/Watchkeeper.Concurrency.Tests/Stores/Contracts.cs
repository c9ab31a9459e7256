using Watchkeeper.Concurrency.Stores;
using Watchkeeper.Testing.Queries;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Concurrency.Tests.Stores;

public sealed class InMemorySlotStoreTests : SlotStoreContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemorySlotRaceTests : SlotRaceContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryActiveListTests : ActiveListContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryNotificationLogTests : NotificationLogContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryFeedbackTests : FeedbackContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryCountStoreTests : CountStoreContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryAddressPacesTests : AddressPacesContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryGroupTests : GroupContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryReactionLedgerTests : ReactionLedgerContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryLinearizabilityTests : LinearizabilityContract
{
    protected override int Samples => 1_000;

    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryRowTableTests : RowTableContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryRowGuardTests : RowGuardContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryRowSetTests : RowSetContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryListTests : ListContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryLookupTests : LookupContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryDecisionTests : DecisionContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class InMemoryLostChangeTests : LostChangeContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}
