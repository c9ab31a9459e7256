using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Watchkeeper.Template.Tests;

/// <summary>The order in which CloudFormation creates resources, as far as a failed deployment depends on it.</summary>
public sealed partial class OrderTests(ExpandedTemplate template)
{
    /// <summary>
    /// Conditional resources cannot be named in DependsOn; they need next to nothing, so their creation starts at once.
    /// </summary>
    private static readonly ImmutableArray<string> BegunAtOnce = ["MailDomainIdentity", "MailFeedback", "MailIdentity"];

    // CloudFormation cannot delete a bucket that the trail has written to, so every resource that may fail comes before the
    // trail.
    [Fact]
    public void The_trail_is_created_last()
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(["Trail"]);
        while (next.TryDequeue(out var id))
        {
            foreach (var needed in NeededBy(template[id]).Where(before.Add))
                next.Enqueue(needed);
        }

        before.ShouldNotContain("Trail");
        template.Resources.Select(resource => resource.Id).Except(before).ShouldBe(["Trail", .. BegunAtOnce], ignoreOrder: true);
        foreach (var id in BegunAtOnce)
            NeededBy(template[id]).ShouldBeSubsetOf(["MailConfigurationSet"]);
        NeededBy(template["MailConfigurationSet"]).ShouldBeEmpty();
    }

    private IEnumerable<string> NeededBy(Resource resource)
    {
        var declared = resource.Whole.TryGetProperty("DependsOn", out var list) ? Reference.AllOf(list) : [];
        var referred = resource.Whole.TryGetProperty("Properties", out var properties)
            ? Names().Matches(properties.GetRawText()).Select(match => match.Groups["id"].Value)
            : [];
        return declared.Concat(referred).Where(id => template.Resources.Any(each => each.Id == id))
            .Distinct(StringComparer.Ordinal);
    }

    // In Ref, GetAtt and Sub.
    [GeneratedRegex(
        """("Ref": "|"Fn::GetAtt": \["|\$\{)(?<id>[A-Za-z0-9]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();
}
