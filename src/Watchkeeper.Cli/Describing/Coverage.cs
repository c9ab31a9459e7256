using System.Collections.Immutable;
using Watchkeeper.Detections;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Describing;

/// <summary>Counts which detections cover what. Those that are off cover nothing.</summary>
internal static class Coverage
{
    private const string AnyService = "any";

    /// <summary>The rows, in the order of their codes.</summary>
    public static ImmutableArray<CoverageRow> Of(ImmutableArray<DescribedDetection> all, CoverageBy by)
    {
        var covering = all.Where(one => one.Detection.Stage is not DetectionStage.Off)
            .SelectMany(one => Codes(one, by).Distinct(StringComparer.Ordinal).Select(code => (code, one.Detection)))
            .ToLookup(pair => pair.code, pair => pair.Detection, StringComparer.Ordinal);
        var asked = by is CoverageBy.Control
            ? References.Controls.Keys.Where(IsMonitoring)
            : [];
        return
        [
            .. covering.Select(group => group.Key).Union(asked, StringComparer.Ordinal).Order(CodeOrder.Instance)
                .Select(code => Row(by, code, [.. covering[code]])),
        ];
    }

    /// <summary>Whether a control asks for detections, so that nothing else can cover it.</summary>
    public static bool IsMonitoring(string control) => control.StartsWith(References.MonitoringSection, StringComparison.Ordinal);

    private static ImmutableArray<string> Codes(DescribedDetection one, CoverageBy by) => by switch
    {
        CoverageBy.Technique => one.Detection.Techniques,
        CoverageBy.Control => one.Detection.Controls,
        _ => one.Services.IsEmpty ? [AnyService] : one.Services,
    };

    private static CoverageRow Row(CoverageBy by, string code, ImmutableArray<Detection> covering)
    {
        var reference = by switch
        {
            CoverageBy.Technique => References.Technique(code),
            CoverageBy.Control => References.Control(code),
            _ => new Reference(code, [], ""),
        };
        return new CoverageRow
        {
            By = by.ToKebabCase(),
            Code = code,
            Name = reference.Name,
            Tactics = by is CoverageBy.Technique ? reference.Groups : [],
            On = covering.Count(one => one.Stage is DetectionStage.On),
            Staged = covering.Count(one => one.Stage is DetectionStage.Staged),
            Gap = covering.IsEmpty,
            Detections = [.. covering.Select(one => one.Id)],
        };
    }
}
