using CsCheck;
using Shouldly;
using Watchkeeper.Concurrency.Stores;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Concurrency.Tests.Stores;

public sealed class UnconditionalStoreTests
{
    private readonly Racy contract = new();

    [Fact]
    public Task A_slot_store_that_writes_without_its_condition_is_found() =>
        FoundAsync(contract.Decisions_about_a_slot_are_written_one_after_the_other);

    [Fact]
    public Task A_notification_log_that_writes_without_its_condition_is_found() =>
        FoundAsync(contract.A_notification_is_claimed_taken_over_and_settled_by_one_caller_after_the_other);

    [Fact]
    public Task A_reaction_ledger_that_writes_without_its_condition_is_found() =>
        FoundAsync(contract.Reactions_pass_their_guards_one_after_the_other);

    [Fact]
    public Task A_count_store_that_writes_without_its_condition_is_found() =>
        FoundAsync(contract.Events_are_counted_one_after_the_other);

    private static async Task FoundAsync(Func<Task> check) =>
        (await Should.ThrowAsync<CsCheckException>(check)).ToString().ShouldContain("no order explains these answers");

    private sealed class Racy : LinearizabilityContract
    {
        protected override int Samples => 1_000;

        protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InTwoSteps));
    }
}
