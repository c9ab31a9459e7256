using CsCheck;
using Shouldly;
using Watchkeeper.Concurrency.Stores;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Concurrency.Tests.Stores;

public sealed class Stores_that_write_without_their_condition
{
    private readonly Racy contract = new();

    [Fact]
    public Task Are_found_by_a_slot() => FoundAsync(contract.Decisions_about_a_slot_are_written_one_after_the_other);

    [Fact]
    public Task Are_found_by_a_notice() => FoundAsync(contract.A_notice_is_claimed_taken_over_and_settled_by_one_after_the_other);

    [Fact]
    public Task Are_found_by_a_reaction() => FoundAsync(contract.Reactions_pass_their_guards_one_after_the_other);

    private static async Task FoundAsync(Func<Task> check) =>
        (await Should.ThrowAsync<CsCheckException>(check)).ToString().ShouldContain("no order explains these answers");

    private sealed class Racy : LinearizabilityContract
    {
        protected override int Samples => 1_000;

        protected override Task<StoreHarness> OpenAsync() => Task.FromResult<StoreHarness>(new MemoryHarness(Writing.InTwoSteps));
    }
}
