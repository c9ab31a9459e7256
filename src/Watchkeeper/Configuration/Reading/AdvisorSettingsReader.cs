using System.Collections.Immutable;
using Watchkeeper.Audits;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Configuration.Reading;

/// <summary>Reads what audits leave out, and how old findings may become.</summary>
internal static class AdvisorSettingsReader
{
    public static AdvisorSettings Read(ContentPart root) => root.Map("advisor") is not { } part
        ? AdvisorSettings.None
        : new AdvisorSettings
        {
            Exclusions = [.. part.List("exclusions").Select(each => new AuditExclusion(
                each.Required("check"), each.Text("resource") ?? "*", UntilText.Read(each)))],
            AgeObjectives = Enum.GetValues<Severity>()
                .Select(severity => (severity, Age: part.Map("age_objectives")?.Duration(severity.ToKebabCase())))
                .Where(each => each.Age is not null)
                .ToImmutableDictionary(each => each.severity, each => each.Age!.Value),
        };
}
