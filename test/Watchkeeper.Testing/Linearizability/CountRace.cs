using CsCheck;
using Watchkeeper.Counting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Testing.Linearizability;

/// <summary>An event to count; few, so that several clients are given one event, and all fit into a window.</summary>
/// <param name="Number">The event. It has one time and one value, whoever delivers it.</param>
public sealed record CountStep(int Number)
{
    /// <summary>The number of events.</summary>
    public const int Events = 10;

    /// <summary>Any event of a key.</summary>
    public static Gen<CountStep> Any { get; } = Gen.Int[0, Events - 1].Select(number => new CountStep(number));
}

/// <summary>A process that counts events of one key. Each has its own memory of the window.</summary>
internal sealed class CountClient(
    EventCounter counter, string name, int number, History<CountStep, CountAnswer> history, CancellationToken cancellationToken)
    : IClient<CountStep>
{
    private static readonly Threshold Limit = new(CountStep.Events / 2, 20);

    /// <summary>The sequential model: one window, and one event after the other.</summary>
    public static (CountWindow State, CountAnswer Answer) Model(CountWindow state, CountStep request)
    {
        var decision = CountDecision.Decide(state, EventOf("model", request));
        return (decision.Next ?? state, decision.Answer);
    }

    /// <inheritdoc/>
    public Task TakeAsync(CountStep step) => history.AskAsync(
        number, step, async () => (await counter.CountAsync(EventOf(name, step), cancellationToken)).Answer);

    /// <inheritdoc/>
    public async Task LookAsync()
    {
        for (var each = 0; each < CountStep.Events; each++)
            await TakeAsync(new CountStep(each));
    }

    private static CountedEvent EventOf(string name, CountStep step) =>
        SampleCounts.Event(step.Number, 180 * step.Number, step.Number % 6, name, Limit);
}
