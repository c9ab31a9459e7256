using System.Globalization;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Audits;

/// <summary>What a finding says, in one line: «Bucket shop-order-exports is open to others».</summary>
public static class CheckTitle
{
    /// <summary>
    /// The title, of the label <c>checkId</c>, the name, the resource and the facts. A check without words of its own keeps its
    /// name: «NAME: resource».
    /// </summary>
    /// <param name="subject">The finding's subject.</param>
    /// <param name="chinese">Whether in Chinese; otherwise in English.</param>
    /// <param name="now">The time by which ages are counted.</param>
    public static string Create(Subject subject, bool chinese, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var resource = ResourceOf(subject);
        if (Template(subject, chinese) is { } template)
        {
            var title = TextTemplate.Fill(template, name => ValueOf(name, subject, resource, now));
            return chinese ? title : Capitalized(title);
        }

        return resource.Length == 0 ? subject.Name : chinese ? $"{subject.Name}：{resource}" : $"{subject.Name}: {resource}";
    }

    /// <summary>Whether the check has words of its own, or is about a quota.</summary>
    internal static bool HasWords(Subject subject) => Template(subject, chinese: false) is not null;

    /// <summary>The title of a finding that is over: no longer flagged, or excluded by a person.</summary>
    /// <param name="subject">The finding's subject.</param>
    /// <param name="chinese">Whether in Chinese; otherwise in English.</param>
    /// <param name="isExcluded">Whether a person excluded it in Trusted Advisor.</param>
    public static string OfEnd(Subject subject, bool chinese, bool isExcluded)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var resource = ResourceOf(subject);
        return (chinese, isExcluded, resource.Length > 0) switch
        {
            (false, false, true) => $"{resource} is no longer flagged: {subject.Name}",
            (false, false, false) => $"{subject.Name} is no longer flagged",
            (false, true, true) => $"{resource} is excluded in Trusted Advisor: {subject.Name}",
            (false, true, false) => $"{subject.Name} is excluded in Trusted Advisor",
            (true, false, true) => $"{resource} 不再被标记：{subject.Name}",
            (true, false, false) => $"{subject.Name} 不再被标记",
            (true, true, true) => $"{resource} 已在 Trusted Advisor 中排除：{subject.Name}",
            (true, true, false) => $"{subject.Name} 已在 Trusted Advisor 中排除",
        };
    }

    // The first part of a sentence may be left out.
    private static string Capitalized(string title) =>
        title.Length > 0 && char.IsAsciiLetterLower(title[0]) ? char.ToUpperInvariant(title[0]) + title[1..] : title;

    private static string? Template(Subject subject, bool chinese)
    {
        if (CheckWords.Find(subject.Labels["checkId"], subject.Name) is { } check)
            return chinese ? check.Chinese : check.English;
        // Every quota has a check of its own, with the same columns.
        if (subject.Labels[CheckFacts.Limit].Length == 0 || subject.Labels[CheckFacts.Usage].Length == 0)
            return null;
        return chinese ? "配额 {resource}：已用 {usage}，上限 {limit}" : "Quota {resource}: {usage} of {limit} used";
    }

    private static string ValueOf(string name, Subject subject, string resource, DateTimeOffset now) => name switch
    {
        "resource" => resource,
        "age" => Age(subject.Labels[CheckFacts.Since], now),
        _ => subject.Labels[name],
    };

    private static string Age(string since, DateTimeOffset now) =>
        DateTimeOffset.TryParseExact(
            since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) && now > day
            ? ((int)(now - day).TotalDays).ToString(CultureInfo.InvariantCulture)
            : "";

    // A security group's column has its VPC behind it; the end of an ARN is what people know.
    private static string ResourceOf(Subject subject)
    {
        var text = subject.Resource;
        var vpc = text.IndexOf(" (vpc-", StringComparison.Ordinal);
        if (vpc > 0)
            text = text[..vpc];
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
            return text;
        var name = text[(text.LastIndexOfAny(['/', ':']) + 1)..];
        return name.Length > 0 ? name : text;
    }
}
