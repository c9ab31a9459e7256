using System.Collections.Immutable;
using System.Text;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>A function passes an unreadable stream record only after writing its dead letter.</summary>
internal sealed class UnreadableIsDeadLettered : Invariant
{
    private readonly List<(string Function, string Text)> deadLetters = [];

    public override string Name => "I1 unreadable is dead-lettered";

    public override void DeadLettered(DeadLetter deadLetter) =>
        deadLetters.Add((deadLetter.Function, Encoding.UTF8.GetString(deadLetter.Payload.Span)));

    public override void BatchAnswered(FunctionName function, ImmutableArray<StreamEntry> batch, ImmutableArray<string> named)
    {
        foreach (var entry in batch.TakeWhile(entry => !named.Contains(entry.SequenceNumber, StringComparer.Ordinal)))
        {
            if (entry.Change.Change is null
                && !deadLetters.Exists(deadLetter => deadLetter.Function == function.ToString()
                    && deadLetter.Text.Contains(entry.SequenceNumber, StringComparison.Ordinal)))
            {
                Broken($"{function} passed record {entry.SequenceNumber}, which cannot be read, and made no dead letter of it");
            }
        }
    }
}
