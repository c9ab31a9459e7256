namespace Watchkeeper.Notification.Metrics;

/// <summary>
/// The words of a metric in one language. The places of a sentence: {0} the resource, {1} the value, {2} the limit in brackets.
/// </summary>
internal sealed record MetricWords
{
    /// <summary>What is measured, in lower case: «response time». For a count in English the plural: «server errors».</summary>
    public required string Name { get; init; }

    /// <summary>The English singular of a count.</summary>
    public string One { get; init; } = "";

    /// <summary>The Chinese measure word after the number.</summary>
    public string Measure { get; init; } = "";

    /// <summary>A flag's sentence while the alarm fires.</summary>
    public string Firing { get; init; } = "";

    /// <summary>A flag's sentence when the alarm is over.</summary>
    public string Resolved { get; init; } = "";

    /// <summary>A sentence of its own for the usual side; empty for the form's pattern.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>The English preposition before the resource.</summary>
    public string Preposition { get; init; } = "on";

    /// <summary>The resource's kind, if the metric has only one kind of resource, and the name alone says too little.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Stands for the resource of a metric that has none.</summary>
    public string Everything { get; init; } = "";
}
