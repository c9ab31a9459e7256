using System.Text;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Signals;
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
        Encoding.UTF8.GetByteCount(EmbeddedJson.Write((await stores.Slots.ReadAsync(fingerprint, Token))!));
}

public sealed class Embedded_is_linearizable : LinearizabilityContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}
