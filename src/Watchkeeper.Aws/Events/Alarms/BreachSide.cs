namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>On which side of its threshold, or of its expected band, an alarm's metric lies while the alarm rings.</summary>
internal enum BreachSide
{
    /// <summary>Nobody says, or two say different things.</summary>
    Unknown,

    /// <summary>There is more than there should be.</summary>
    Above,

    /// <summary>There is less than there should be.</summary>
    Below,
}

/// <summary>Finds the side.</summary>
internal static class BreachSides
{
    /// <summary>
    /// The side that the comparison operator names, or else CloudWatch's own sentence; of a band with two edges the one beyond
    /// which the data lies. Unknown where both speak and disagree, and where data that is missing counts as a breach.
    /// </summary>
    public static BreachSide From(AlarmFacts facts)
    {
        var sentence = ReasonSentence.Parse(facts.Reason);
        if (sentence.TellsOfMissingData)
            return BreachSide.Unknown;
        var said = sentence.HasBothEdges ? sentence.Band.Side(facts.Band) : sentence.Side;
        var configured = OfOperator(facts.Comparison);
        return configured is BreachSide.Unknown || said is BreachSide.Unknown ? Known(configured, said)
            : configured == said ? said
            : BreachSide.Unknown;
    }

    private static BreachSide Known(BreachSide one, BreachSide other) => one is BreachSide.Unknown ? other : one;

    // «LessThanLowerOrGreaterThanUpperThreshold» names no side.
    private static BreachSide OfOperator(string comparison) => comparison switch
    {
        "GreaterThanOrEqualToThreshold" or "GreaterThanThreshold" or "GreaterThanUpperThreshold" => BreachSide.Above,
        "LessThanOrEqualToThreshold" or "LessThanThreshold" or "LessThanLowerThreshold" => BreachSide.Below,
        _ => BreachSide.Unknown,
    };
}
