using System.Text.Json;
using Amazon.CloudWatch.Model;
using Amazon.StandIn;

namespace Amazon.CloudWatch.Internal;

/// <summary>Reads metrics.</summary>
internal static class MetricReader
{
    public static Dimension ReadDimension(JsonElement value) => new()
    {
        Name = value.ReadString(nameof(Dimension.Name)),
        Value = value.ReadString(nameof(Dimension.Value)),
    };

    public static MetricDataQuery ReadQuery(JsonElement value) => new()
    {
        AccountId = value.ReadString(nameof(MetricDataQuery.AccountId)),
        Expression = value.ReadString(nameof(MetricDataQuery.Expression)),
        Id = value.ReadString(nameof(MetricDataQuery.Id)),
        Label = value.ReadString(nameof(MetricDataQuery.Label)),
        MetricStat = value.ReadStructure(nameof(MetricDataQuery.MetricStat), ReadStat),
        Period = (int?)value.ReadLong(nameof(MetricDataQuery.Period)),
        ReturnData = value.ReadBool(nameof(MetricDataQuery.ReturnData)),
    };

    private static MetricStat ReadStat(JsonElement value) => new()
    {
        Metric = value.ReadStructure(nameof(MetricStat.Metric), ReadMetric),
        Period = (int?)value.ReadLong(nameof(MetricStat.Period)),
        Stat = value.ReadString(nameof(MetricStat.Stat)),
    };

    private static Metric ReadMetric(JsonElement value) => new()
    {
        Dimensions = value.ReadList(nameof(Metric.Dimensions), ReadDimension),
        MetricName = value.ReadString(nameof(Metric.MetricName)),
        Namespace = value.ReadString(nameof(Metric.Namespace)),
    };
}
