using System.Text.Json;

namespace Watchkeeper.Cli.Wiring;

/// <summary>Reads a function's event of type DynamoDB.</summary>
internal static class StreamMappingReader
{
    private const int Day = 86_400;

    public static StreamMapping Read(string function, string name, Fields source)
    {
        source.Only("Stream", "StartingPosition", "BatchSize", "ParallelizationFactor", "BisectBatchOnFunctionError",
            "MaximumRetryAttempts", "MaximumRecordAgeInSeconds", "MaximumBatchingWindowInSeconds", "FunctionResponseTypes",
            "MetricsConfig", "DestinationConfig", "FilterCriteria");
        return new StreamMapping
        {
            Name = name,
            Function = function,
            Table = source.RequiredResource("Stream"),
            BatchSize = source.Whole("BatchSize", 1, 10_000) ?? 100,
            ParallelizationFactor = source.Whole("ParallelizationFactor", 1, 10) ?? 1,
            Bisects = source.Flag("BisectBatchOnFunctionError") ?? false,
            // Lambda uses -1 for «until the record expires».
            MaximumAttempts = source.Whole("MaximumRetryAttempts", -1, 10_000) is { } attempts and not -1 ? attempts : null,
            MaximumAge = source.Seconds("MaximumRecordAgeInSeconds", -1, 7 * Day) is { Ticks: > 0 } age ? age : null,
            ReportsFailures = ReportsFailures(source),
            Filters = [.. source.Map("FilterCriteria").Maps("Filters").Select(Filter).OfType<StreamFilter>()],
            OnFailure = source.Map("DestinationConfig").Map("OnFailure").Resource("Destination"),
        };
    }

    private static bool ReportsFailures(Fields source)
    {
        if (source.Value("FunctionResponseTypes") is not TemplateValue.List types)
            return false;
        foreach (var type in types.Items.Where(type => type is not TemplateValue.Text { Value: "ReportBatchItemFailures" }))
            source.Problem(type.Place, "FunctionResponseTypes", $"must be ReportBatchItemFailures, not {type.Kind}");
        return types.Items.Length > 0;
    }

    private static StreamFilter? Filter(Fields filter)
    {
        if (filter.Only("Pattern").RequiredText("Pattern") is not { Length: > 0 } text)
            return null;
        var place = filter.Value("Pattern")!.Place;
        try
        {
            using var document = JsonDocument.Parse(text);
            return new StreamFilter(document.RootElement.Clone(), place);
        }
        catch (JsonException broken)
        {
            filter.Problem(place, "Pattern", $"must be JSON in a text: {broken.Message}");
            return null;
        }
    }
}
