using System.Text;
using Microsoft.Extensions.Logging;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Tests.Schedules;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Tests.Intake;

/// <summary>An intake of a function, and what it writes as log and metrics.</summary>
internal sealed class ObservedIntake(FunctionName function, SignalSource source) : IDisposable
{
    private readonly MemoryStream stream = new();

    /// <summary>What is around the intake.</summary>
    public World World { get; } = new();

    /// <summary>All that was written so far.</summary>
    public string Written => Encoding.UTF8.GetString(stream.ToArray());

    /// <summary>The intake with a parser.</summary>
    public EventIntake With(SignalParser parser) => With(parser, World.Slots);

    /// <summary>The same over other slots.</summary>
    public EventIntake With(SignalParser parser, ISlotStore slots)
    {
        var intake = new SignalIntake(slots, World.Configuration, World.Time);
        return new EventIntake(
            function, parser, intake, World.Counter(), new GoneResources(slots, intake), new InMemoryDeadLetters(), World.Events,
            Observer(), World.Time);
    }

    /// <summary>What logs and counts.</summary>
    public IntakeObserver Observer()
    {
        var output = new LineOutput(stream);
        ILogger log = new JsonLogger(output, World.Time, $"{function}");
        return new IntakeObserver(source, new Metrics(output, World.Time, $"{function}"), log);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        World.Dispose();
        stream.Dispose();
    }
}
