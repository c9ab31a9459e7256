using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Secrets;
using Xunit;

namespace Watchkeeper.Tests.Secrets;

public sealed class SecretsInMemoryTests
{
    private static readonly SecretReference Topic = SecretReferenceTests.Parse("ssm:/watchkeeper/topic");

    private readonly ScriptedStore store = new();
    private readonly FakeTimeProvider time = new();
    private readonly SecretsInMemory secrets;

    public SecretsInMemoryTests()
    {
        secrets = new SecretsInMemory(store, time);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_value_serves_for_five_minutes_and_is_then_read_anew()
    {
        store.Hold("old");
        (await ValueAsync()).ShouldBe("old");
        store.Hold("new");
        time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        (await ValueAsync(), store.Reads).ShouldBe(("old", 1));
        time.Advance(TimeSpan.FromTicks(1));

        (await ValueAsync(), store.Reads).ShouldBe(("new", 2));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_does_not_keep_a_value_for_ever()
    {
        var clock = new SettableClock();
        var own = new SecretsInMemory(store, clock);
        await own.ResolveAsync(Topic, Cancel);
        clock.Now -= TimeSpan.FromDays(1);

        await own.ResolveAsync(Topic, Cancel);

        store.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task A_hundred_askers_at_once_cost_one_read()
    {
        var answer = new TaskCompletionSource<SecretResult>();
        store.Answer = _ => answer.Task;
        var askers = Enumerable.Range(0, 100).Select(_ => secrets.ResolveAsync(Topic, Cancel)).ToArray();
        askers.ShouldAllBe(asker => !asker.IsCompleted);

        answer.SetResult(SecretText.Read(Topic, "value"));

        (await Task.WhenAll(askers)).ShouldAllBe(result => ((SecretResult.Found)result).Value.Reveal() == "value");
        store.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task An_asker_that_gives_up_leaves_the_read_to_the_others()
    {
        var answer = new TaskCompletionSource<SecretResult>();
        store.Answer = _ => answer.Task;
        using var impatient = new CancellationTokenSource();
        var first = secrets.ResolveAsync(Topic, impatient.Token);
        var second = secrets.ResolveAsync(Topic, Cancel);

        await impatient.CancelAsync();
        answer.SetResult(SecretText.Read(Topic, "value"));

        await Should.ThrowAsync<OperationCanceledException>(first);
        (await second).ShouldBeOfType<SecretResult.Found>();
        store.Reads.ShouldBe(1);
    }

    [Theory]
    [InlineData(SecretFault.Unreachable)]
    [InlineData(SecretFault.Throttled)]
    public async Task While_the_store_is_unreachable_the_last_value_serves_for_half_an_hour(SecretFault fault)
    {
        await ValueAsync();
        store.Fail(fault);
        for (var minute = 1; minute < 30; minute++)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            (await ValueAsync()).ShouldBe("value");
        }

        time.Advance(TimeSpan.FromMinutes(1));

        (await secrets.ResolveAsync(Topic, Cancel)).ShouldBeOfType<SecretResult.Failed>().Fault.ShouldBe(fault);
    }

    [Theory]
    [InlineData(SecretFault.Missing)]
    [InlineData(SecretFault.Denied)]
    [InlineData(SecretFault.Empty)]
    [InlineData(SecretFault.NotText)]
    public async Task A_secret_that_is_gone_or_denied_ends_the_last_value_at_once(SecretFault fault)
    {
        await ValueAsync();
        store.Fail(fault);
        time.Advance(SecretsInMemory.MaxAge);
        (await secrets.ResolveAsync(Topic, Cancel)).ShouldBeOfType<SecretResult.Failed>().Fault.ShouldBe(fault);

        store.Fail(SecretFault.Unreachable);
        time.Advance(TimeSpan.FromMinutes(1));

        (await secrets.ResolveAsync(Topic, Cancel)).ShouldBeOfType<SecretResult.Failed>().Fault.ShouldBe(SecretFault.Unreachable);
    }

    [Fact]
    public async Task A_missing_secret_is_not_asked_for_at_every_message()
    {
        store.Fail(SecretFault.Missing);
        for (var second = 0; second < 600; second++)
        {
            (await secrets.ResolveAsync(Topic, Cancel)).ShouldBeOfType<SecretResult.Failed>();
            time.Advance(TimeSpan.FromSeconds(1));
        }

        store.Reads.ShouldBeInRange(10, 15);
    }

    [Fact]
    public async Task A_secret_that_was_mended_is_found_within_a_minute()
    {
        store.Fail(SecretFault.Missing);
        for (var minute = 0; minute < 60; minute++)
        {
            await secrets.ResolveAsync(Topic, Cancel);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        await secrets.ResolveAsync(Topic, Cancel);
        store.Hold("mended");
        time.Advance(TimeSpan.FromMinutes(1));

        (await ValueAsync()).ShouldBe("mended");
    }

    [Fact]
    public async Task One_bad_secret_does_not_hold_another_back()
    {
        store.Answer = reference => Task.FromResult(reference == Topic
            ? new SecretResult.Failed(reference, SecretFault.Denied, "scripted")
            : SecretText.Read(reference, "other"));
        await secrets.ResolveAsync(Topic, Cancel);

        (await secrets.ResolveAsync(SecretReferenceTests.Parse("ssm:/watchkeeper/other"), Cancel))
            .ShouldBeOfType<SecretResult.Found>();
    }

    [Fact]
    public async Task A_value_that_a_channel_found_out_of_date_is_read_anew_but_not_at_every_refusal()
    {
        var former = await FindAsync();
        secrets.Forget(former);
        for (var i = 0; i < 100; i++)
            secrets.Forget(await FindAsync());

        store.Reads.ShouldBe(2);
        time.Advance(SecretsInMemory.MinForgetInterval);
        secrets.Forget(former);
        await ValueAsync();
        store.Reads.ShouldBe(3);
    }

    [Fact]
    public async Task A_value_that_was_rotated_twice_within_a_moment_is_read_anew_twice()
    {
        var first = await FindAsync();
        store.Hold("rotated");
        secrets.Forget(first);
        var second = await FindAsync();
        store.Hold("rotated again");
        secrets.Forget(second);

        (await ValueAsync()).ShouldBe("rotated again");
    }

    [Fact]
    public async Task Who_was_refused_the_former_value_makes_nobody_forget_the_new_one()
    {
        var former = await FindAsync();
        store.Hold("rotated");
        secrets.Forget(former);
        await ValueAsync();
        secrets.Forget(former);

        (await ValueAsync()).ShouldBe("rotated");
        store.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task A_forgotten_value_does_not_serve_again_while_the_store_is_unreachable()
    {
        var refused = await FindAsync();
        store.Fail(SecretFault.Unreachable);
        secrets.Forget(refused);

        (await secrets.ResolveAsync(Topic, Cancel)).ShouldBeOfType<SecretResult.Failed>();
    }

    [Fact]
    public async Task An_error_of_our_own_reaches_all_askers_and_the_next_one_asks_again()
    {
        var answer = new TaskCompletionSource<SecretResult>();
        store.Answer = _ => answer.Task;
        Task[] askers = [secrets.ResolveAsync(Topic, Cancel), secrets.ResolveAsync(Topic, Cancel)];
        answer.SetException(new InvalidOperationException("scripted"));
        foreach (var asker in askers)
            await Should.ThrowAsync<InvalidOperationException>(asker);

        store.Hold("value");

        (await ValueAsync()).ShouldBe("value");
    }

    [Fact]
    public async Task A_value_that_nobody_asks_for_leaves_memory()
    {
        var forgotten = await HoldWeaklyAsync();
        store.Hold("other");
        time.Advance(SecretsInMemory.MaxStaleAge);
        await secrets.ResolveAsync(SecretReferenceTests.Parse("ssm:/watchkeeper/other"), Cancel);

        GC.Collect();

        forgotten.IsAlive.ShouldBeFalse();
    }

    private async Task<WeakReference> HoldWeaklyAsync() =>
        new(((SecretResult.Found)await secrets.ResolveAsync(Topic, Cancel)).Value);

    private async Task<string> ValueAsync() => (await FindAsync()).Reveal();

    private async Task<SecretValue> FindAsync() =>
        (await secrets.ResolveAsync(Topic, Cancel)).ShouldBeOfType<SecretResult.Found>().Value;

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
