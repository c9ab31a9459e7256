using Watchkeeper.Signals;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Cli.Tests.Embedded;

public sealed class Embedded_keeps_slots : SlotStoreContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class Embedded_keeps_slots_under_races : SlotRaceContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class Embedded_lists_what_lasts : ActiveListContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class Embedded_tells_of_changes : ChangeContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class Embedded_keeps_notices : NotificationLogContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class Embedded_keeps_feedback : FeedbackContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class Embedded_keeps_the_reaction_ledger : ReactionLedgerContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class Embedded_keeps_text : TextContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());

    protected override async Task<int> SizeAsync(StoreHarness stores, Fingerprint fingerprint) =>
        RowJson.Write((await stores.Table.ReadAsync(new RowKey($"F#{fingerprint.Key}", "SLOT"), Token))!).Length;
}

public sealed class Embedded_is_linearizable : LinearizabilityContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class Embedded_keeps_rows : RowTableContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class Embedded_judges_guards : RowGuardContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class Embedded_keeps_sets_of_rows : RowSetContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}
