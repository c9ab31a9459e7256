using Amazon.DynamoDBv2.Model;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Queries;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Aws.Tests.DynamoDb;

public sealed class DynamoDbSlotStoreTests(DynamoDbLocalFixture emulator) : SlotStoreContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbSlotRaceTests(DynamoDbLocalFixture emulator) : SlotRaceContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbActiveListTests(DynamoDbLocalFixture emulator) : ActiveListContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbChangeTests(DynamoDbLocalFixture emulator) : ChangeContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbNotificationLogTests(DynamoDbLocalFixture emulator) : NotificationLogContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbFeedbackTests(DynamoDbLocalFixture emulator) : FeedbackContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbCountStoreTests(DynamoDbLocalFixture emulator) : CountStoreContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbAddressPacesTests(DynamoDbLocalFixture emulator) : AddressPacesContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbGroupTests(DynamoDbLocalFixture emulator) : GroupContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbAppliedDetectionTests(DynamoDbLocalFixture emulator) : AppliedDetectionContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbReactionLedgerTests(DynamoDbLocalFixture emulator) : ReactionLedgerContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbTextTests(DynamoDbLocalFixture emulator) : TextContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);

    protected override async Task<int> SizeAsync(StoreHarness stores, Fingerprint fingerprint)
    {
        var harness = (DynamoDbHarness)stores;
        var key = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
        {
            ["pk"] = new() { S = $"F#{fingerprint.Key}" },
            ["sk"] = new() { S = "SLOT" },
        };
        return ItemSize.InBytes((await harness.Client.GetItemAsync(harness.Name, key, true, Token)).Item);
    }
}

public sealed class DynamoDbLinearizabilityTests(DynamoDbLocalFixture emulator) : LinearizabilityContract
{
    protected override int Samples => 60;

    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbRowTableTests(DynamoDbLocalFixture emulator) : RowTableContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbRowGuardTests(DynamoDbLocalFixture emulator) : RowGuardContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbRowSetTests(DynamoDbLocalFixture emulator) : RowSetContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbListTests(DynamoDbLocalFixture emulator) : ListContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbLookupTests(DynamoDbLocalFixture emulator) : LookupContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbDecisionTests(DynamoDbLocalFixture emulator) : DecisionContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbLostChangeTests(DynamoDbLocalFixture emulator) : LostChangeContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbConfigurationTests(DynamoDbLocalFixture emulator) : ConfigurationContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDbSilenceTests(DynamoDbLocalFixture emulator) : SilenceContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}
