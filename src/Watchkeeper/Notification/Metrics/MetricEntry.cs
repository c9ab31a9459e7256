using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Metrics;

/// <summary>One metric of the catalogue: how its headline is built, and its words.</summary>
internal sealed record MetricEntry
{
    /// <summary>The usual form of the headline.</summary>
    public required MetricForm Form { get; init; }

    /// <summary>The unit of the values.</summary>
    public required MetricUnit Unit { get; init; }

    /// <summary>The side on which an alarm on this metric usually fires.</summary>
    public required BreachSide Side { get; init; }

    /// <summary>The English words.</summary>
    public required MetricWords English { get; init; }

    /// <summary>The Chinese words.</summary>
    public required MetricWords Chinese { get; init; }

    /// <summary>A level that is usually too high.</summary>
    public static MetricEntry High(MetricUnit unit, string english, string chinese, string measure = "") =>
        Level(MetricForm.High, BreachSide.Above, unit, english, chinese, measure);

    /// <summary>A level that is usually too low.</summary>
    public static MetricEntry Low(MetricUnit unit, string english, string chinese, string measure = "") =>
        Level(MetricForm.Low, BreachSide.Below, unit, english, chinese, measure);

    /// <summary>What remains of a supply.</summary>
    public static MetricEntry Remaining(MetricUnit unit, string english, string chinese) =>
        Level(MetricForm.Remaining, BreachSide.Below, unit, english, chinese, "");

    /// <summary>A number of things that happened.</summary>
    /// <param name="many">The English plural.</param>
    /// <param name="one">The English singular.</param>
    /// <param name="chinese">The Chinese words.</param>
    /// <param name="measure">The Chinese measure word.</param>
    public static MetricEntry Counted(string many, string one, string chinese, string measure) => new()
    {
        Form = MetricForm.Count,
        Unit = MetricUnit.Count,
        Side = BreachSide.Above,
        English = new() { Name = many, One = one },
        Chinese = new() { Name = chinese, Measure = measure },
    };

    /// <summary>Yes or no.</summary>
    /// <param name="side">The side of the limit that means trouble.</param>
    /// <param name="english">The name, the sentence while it fires, and the sentence when it is over.</param>
    /// <param name="chinese">The same in Chinese.</param>
    public static MetricEntry Flag(
        BreachSide side,
        (string Name, string Firing, string Resolved) english,
        (string Name, string Firing, string Resolved) chinese) =>
        new()
        {
            Form = MetricForm.Flag,
            Unit = MetricUnit.None,
            Side = side,
            English = new() { Name = english.Name, Firing = english.Firing, Resolved = english.Resolved },
            Chinese = new() { Name = chinese.Name, Firing = chinese.Firing, Resolved = chinese.Resolved },
        };

    /// <summary>The entry with another English preposition before the resource.</summary>
    public MetricEntry With(string preposition) => this with { English = English with { Preposition = preposition } };

    /// <summary>The entry whose resource's name gets its kind as a prefix.</summary>
    public MetricEntry OfKind(string english, string chinese) =>
        this with { English = English with { Kind = english }, Chinese = Chinese with { Kind = chinese } };

    /// <summary>The entry with sentences of its own for the usual side.</summary>
    public MetricEntry Saying(string english, string chinese) =>
        this with { English = English with { Sentence = english }, Chinese = Chinese with { Sentence = chinese } };

    /// <summary>The entry of a metric that concerns the whole account if it names no resource.</summary>
    public MetricEntry OfAccount() => this with
    {
        English = English with { Everything = "whole account" },
        Chinese = Chinese with { Everything = "整个账户" },
    };

    private static MetricEntry Level(
        MetricForm form, BreachSide side, MetricUnit unit, string english, string chinese, string measure) => new()
        {
            Form = form,
            Unit = unit,
            Side = side,
            English = new() { Name = english },
            Chinese = new() { Name = chinese, Measure = measure },
        };
}
