using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>Finds the side.</summary>
internal static class BreachSides
{
    /// <summary>
    /// The side that the comparison operator names, else the side in CloudWatch's sentence. For a band with two edges, the edge
    /// that the data lies beyond. Unknown if both sources disagree, or if missing data counts as a breach.
    /// </summary>
    public static BreachSide From(AlarmFacts facts)
    {
        var sentence = ReasonSentence.Parse(facts.Reason);
        if (sentence.ReportsMissingData)
            return BreachSide.Unknown;
        var said = sentence.HasBothEdges ? sentence.Band.Side(facts.Band) : sentence.Side;
        var configured = OfOperator(facts.Comparison);
        return configured is BreachSide.Unknown || said is BreachSide.Unknown ? Known(configured, said)
            : configured == said ? said
            : BreachSide.Unknown;
    }

    private static BreachSide Known(BreachSide one, BreachSide other) => one is BreachSide.Unknown ? other : one;

    // «LessThanLowerOrGreaterThanUpperThreshold» does not name one side.
    private static BreachSide OfOperator(string comparison) => comparison switch
    {
        "GreaterThanOrEqualToThreshold" or "GreaterThanThreshold" or "GreaterThanUpperThreshold" => BreachSide.Above,
        "LessThanOrEqualToThreshold" or "LessThanThreshold" or "LessThanLowerThreshold" => BreachSide.Below,
        _ => BreachSide.Unknown,
    };
}
