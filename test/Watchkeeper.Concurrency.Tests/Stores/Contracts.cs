using Watchkeeper.Concurrency.Stores;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Concurrency.Tests.Stores;

public sealed class Stores_in_memory_keep_slots : SlotStoreContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class Stores_in_memory_keep_slots_under_races : SlotRaceContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class Stores_in_memory_list_what_lasts : ActiveListContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class Stores_in_memory_keep_notices : NotificationLogContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class Stores_in_memory_keep_feedback : FeedbackContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class Stores_in_memory_keep_the_reaction_ledger : ReactionLedgerContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class Stores_in_memory_are_linearizable : LinearizabilityContract
{
    protected override int Samples => 1_000;

    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class The_table_in_memory_keeps_rows : RowTableContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class The_table_in_memory_judges_guards : RowGuardContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}

public sealed class The_table_in_memory_keeps_sets_of_rows : RowSetContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InOneStep));
}
