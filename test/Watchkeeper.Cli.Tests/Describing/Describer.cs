using System.Collections.Immutable;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Describing;

namespace Watchkeeper.Cli.Tests.Describing;

/// <summary>Loads detections as the commands do, and holds what they print.</summary>
internal sealed class Describer : IDisposable
{
    /// <summary>A user's own detection, with everything that a file may hold.</summary>
    public const string Rule =
        """
        {
          "id": "tap-opened", "title": "A tap was opened", "severity": "high", "attempts": "low", "stage": "staged",
          "description": "Water runs.", "response": "Close it.", "falsePositives": "A thirsty gardener.",
          "zh": {"title": "水龙头被打开", "description": "水在流。"},
          "runbook": "https://example.com/taps", "reference": "https://example.com/api", "techniques": ["T1485", "T9999"],
          "controls": ["4.7", "9.1"],
          "pattern": {"detail": {"eventSource": ["water.amazonaws.com"], "eventName": ["OpenTap", {"prefix": "Pump"}],
            "requestParameters": {
              "warm": [true, "true"], "$or": [{"tap": [{"suffix": "/0"}, {"suffix": "/1"}]}, {"all": [{"exists": false}]}]
            }}},
          "unless": {"detail": {"userAgent": [{"anything-but": {"prefix": "hose"}}]}},
          "where": [{
            "each": "detail.valves", "matching": {"size": [{"numeric": [">", 3]}]},
            "at": ["one", "two"], "is": "everybody-network"
          }, {"each": "detail.valves", "matching": {"open": [true]}}],
          "different": ["detail.a", "detail.b"], "decode": ["detail.requestParameters.policy"],
          "fingerprint": ["detail.awsRegion", ["detail.requestParameters.tap", "detail.requestParameters.name"]],
          "act": ["detail.requestParameters.flow"],
          "undone": {
            "pattern": {"detail": {"eventName": ["CloseTap"]}}, "unless": {"detail": {"eventName": [{"wildcard": "*x"}]}}
          }
        }
        """;

    /// <summary>Its tests.</summary>
    public const string Tests =
        """
        {
          "base": {"detail": {"eventName": "OpenTap"}},
          "positive": [{"name": "a tap", "event": {}}, {"name": "a warm one", "event": {}}],
          "negative": [{"name": "a door", "event": {}}, {"name": "a window", "event": {}}],
          "undoing": [{"name": "it is closed", "event": {}}], "leaving": [{"name": "a door is closed", "event": {}}]
        }
        """;

    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public Describer(int? width = null) => Screen = new Screen(output, errors, width, showsProgress: false);

    public Screen Screen { get; }

    public string Output => output.ToString();

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string Errors => errors.ToString();

    public ImmutableArray<JsonElement> Json => [.. Lines.Select(line => JsonElement.Parse(line))];

    public async Task<ImmutableArray<DescribedDetection>> LoadAsync(params string[] rules) =>
        (await DescribedDetections.LoadAsync(rules, errors)).ShouldNotBeNull(Errors);

    public async Task<string> ListAsync(DetectionFilter? filter = null, bool asJson = false, params string[] rules)
    {
        new DetectionList(Screen).Show(await LoadAsync(rules), filter ?? new(), asJson);
        return Output;
    }

    public async Task<bool> ShowAsync(string id, bool inChinese = false, bool asJson = false, params string[] rules) =>
        new DetectionShow(Screen).Show(await LoadAsync(rules), id, inChinese, asJson);

    public async Task CoverAsync(CoverageBy by, bool asJson = false, params string[] rules) =>
        new CoverageTable(Screen).Show(Coverage.Of(await LoadAsync(rules), by), by, asJson);

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }
}
