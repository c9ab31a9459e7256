using Watchkeeper.Signals;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing.Queries;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Cli.Tests.Embedded;

public sealed class EmbeddedSlotStoreTests : SlotStoreContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedSlotRaceTests : SlotRaceContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedActiveListTests : ActiveListContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedChangeTests : ChangeContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedNotificationLogTests : NotificationLogContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedFeedbackTests : FeedbackContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedCountStoreTests : CountStoreContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedAddressPacesTests : AddressPacesContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedGroupTests : GroupContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedReactionLedgerTests : ReactionLedgerContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedTextTests : TextContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());

    protected override async Task<int> SizeAsync(StoreHarness stores, Fingerprint fingerprint) =>
        RowJson.Write((await stores.Table.ReadAsync(new RowKey($"F#{fingerprint.Key}", "SLOT"), Token))!).Length;
}

public sealed class EmbeddedLinearizabilityTests : LinearizabilityContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedRowTableTests : RowTableContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedRowGuardTests : RowGuardContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedRowSetTests : RowSetContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedListTests : ListContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedLookupTests : LookupContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedDecisionTests : DecisionContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedLostChangeTests : LostChangeContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedAppliedDetectionTests : AppliedDetectionContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedConfigurationTests : ConfigurationContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}

public sealed class EmbeddedSilenceTests : SilenceContract
{
    protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new EmbeddedHarness());
}
