using System.Collections.Immutable;
using Watchkeeper.Detections.Paths;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>
/// What an act opened, gave or concerned, as labels for messages and routes: the values that distinguish incidents and acts of a
/// detection, named by the last members of their paths.
/// </summary>
internal static class ActLabels
{
    private const string FromPort = "fromPort";
    private const string ToPort = "toPort";
    private const string AllProtocols = "-1";

    /// <summary>The labels of an act. Its values are untrusted text, made inert.</summary>
    public static LabelSet From(DetectionMatch match, TrailEvent trail)
    {
        string[] said = ["", match.Resource, ResourceName.From(match.Resource), trail.Region, trail.SourceAddress];
        var values = Paths(match)
            .Select(pair => (Label: LabelOf(pair.Path), pair.Path, pair.Value))
            .Where(pair => pair.Label is FromPort or ToPort || !said.Contains(pair.Value, StringComparer.Ordinal))
            .ToLookup(
                pair => pair.Label,
                // AWS's name of the parameter, because a bare «false» says nothing.
                pair => pair.Label is SubjectLabels.Target ? $"{LastOf(pair.Path)}: {pair.Value}" : pair.Value,
                StringComparer.Ordinal);
        return LabelSet.From(
        [
            new(SubjectLabels.Protocol, Protocol(Joined(values[SubjectLabels.Protocol]))),
            new(SubjectLabels.Port, Port(values)),
            new(SubjectLabels.Network, Joined(values[SubjectLabels.Network])),
            new(SubjectLabels.Policy, Joined(values[SubjectLabels.Policy])),
            new(SubjectLabels.Principal, Joined(values[SubjectLabels.Principal])),
            new(SubjectLabels.Target, Joined(values[SubjectLabels.Target])),
            new(SubjectLabels.SecondFactor, SecondFactor(Joined(values[SubjectLabels.SecondFactor]))),
        ]);
    }

    /// <summary>The values of an act for one line in English, where a value without its name would say nothing.</summary>
    public static ImmutableArray<string> Spoken(DetectionMatch match) =>
    [
        .. Paths(match).Select(pair => LabelOf(pair.Path) is not SubjectLabels.SecondFactor
            ? pair.Value
            : SecondFactor(pair.Value) is SubjectLabels.None ? "without a second factor" : ""),
    ];

    private static IEnumerable<(string Path, string Value)> Paths(DetectionMatch match) =>
        match.Detection.Fingerprint.Zip(match.Values, Named).Concat(match.Detection.Act.Zip(match.ActValues, Named));

    private static (string Path, string Value) Named(EventPath path, string value) => (path.DottedNames.First(), value);

    // Empty for what a message says without it: the call, its place and its caller.
    private static string LabelOf(string path) => LastOf(path).ToLowerInvariant() switch
    {
        _ when path.StartsWith("detail.userIdentity.", StringComparison.Ordinal) => "",
        "awsregion" or "eventname" or "eventsource" or "eventid" or "sourceipaddress" => "",
        "fromport" => FromPort,
        "toport" => ToPort,
        "ipprotocol" => SubjectLabels.Protocol,
        "cidrip" or "cidripv4" or "cidripv6" or "cidrblock" or "destinationcidrblock" => SubjectLabels.Network,
        "policyarn" or "policyname" or "policyid" or "permissionsetarn" => SubjectLabels.Policy,
        "principal" or "principals" or "principalarn" or "principalid" or "aws" or "serviceprincipal" or "granteeprincipal"
            => SubjectLabels.Principal,
        "userid" when path.Contains("Permission.", StringComparison.Ordinal) => SubjectLabels.Principal,
        "mfaused" => SubjectLabels.SecondFactor,
        _ => SubjectLabels.Target,
    };

    private static string LastOf(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static string Joined(IEnumerable<string> values) => InertText.Line(
        string.Join(", ", values.Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)), SubjectLimits.LabelValue);

    // EC2 writes all protocols as -1; they have all ports.
    private static string Protocol(string value) => value == AllProtocols ? SubjectLabels.All : value;

    private static string Port(ILookup<string, string> values)
    {
        var (from, to) = (Joined(values[FromPort]), Joined(values[ToPort]));
        if (from == AllProtocols || (from.Length == 0 && Joined(values[SubjectLabels.Protocol]) == AllProtocols))
            return SubjectLabels.All;
        return to.Length == 0 || to == from ? from : $"{from}-{to}";
    }

    private static string SecondFactor(string value) => value switch
    {
        "Yes" => SubjectLabels.Used,
        "No" => SubjectLabels.None,
        _ => "",
    };
}
