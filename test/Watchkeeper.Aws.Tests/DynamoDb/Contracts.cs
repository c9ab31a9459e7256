using Amazon.DynamoDBv2.Model;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Aws.Tests.DynamoDb;

public sealed class DynamoDb_keeps_slots(DynamoDbLocalFixture emulator) : SlotStoreContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDb_keeps_slots_under_races(DynamoDbLocalFixture emulator) : SlotRaceContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDb_lists_what_lasts(DynamoDbLocalFixture emulator) : ActiveListContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDb_tells_of_changes(DynamoDbLocalFixture emulator) : ChangeContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDb_keeps_notices(DynamoDbLocalFixture emulator) : NotificationLogContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDb_keeps_feedback(DynamoDbLocalFixture emulator) : FeedbackContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDb_keeps_the_reaction_ledger(DynamoDbLocalFixture emulator) : ReactionLedgerContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDb_keeps_text(DynamoDbLocalFixture emulator) : TextContract
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
        return ItemSize.Of((await harness.Client.GetItemAsync(harness.Name, key, true, Token)).Item);
    }
}

public sealed class DynamoDb_is_linearizable(DynamoDbLocalFixture emulator) : LinearizabilityContract
{
    protected override int Samples => 60;

    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDb_keeps_rows(DynamoDbLocalFixture emulator) : RowTableContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDb_judges_guards(DynamoDbLocalFixture emulator) : RowGuardContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}

public sealed class DynamoDb_keeps_sets_of_rows(DynamoDbLocalFixture emulator) : RowSetContract
{
    protected override Task<StoreHarness> OpenAsync() => DynamoDbHarness.OpenAsync(emulator);
}
