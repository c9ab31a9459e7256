using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Watchkeeper.EndToEnd.Screens;

/// <summary>
/// The first phone screen (375 × 667) of each kind of mail, in a real Chromium: what, of what, how bad, since when, what now. The
/// pictures stay in the folder <c>screens</c> beside the test's assembly.
/// </summary>
public sealed partial class MailScreenTests(FinishedRun run) : IClassFixture<FinishedRun>
{
    private const int Fold = 667;

    // The contrast of WCAG 2.2 for text of this size, level AA.
    private const double Contrast = 4.5;

    /// <summary>The kinds, by a name for the picture and a pattern of the mail's headline.</summary>
    private static readonly ImmutableArray<(string Name, string Headline)> Kinds =
    [
        ("cpu-high", @"^\[HIGH\] Opened: CPU 93"),
        ("cpu-escalated", @"^\[CRITICAL\] Escalated: CPU 99"),
        ("cpu-resolved", @"^\[CRITICAL\] Resolved .*CPU 38"),
        ("status-check", @"Opened: Status check failed"),
        ("queue-age", @"Opened: Oldest message"),
        ("free-storage", @"Opened: Free storage"),
        ("trail-stopped", @"Opened: CloudTrail stopped"),
        ("group-opened", @"Opened: Security group opened"),
        ("root-used", @"Opened: The root user was used"),
        ("maintenance", @"(?i)maintenance"),
        ("abuse", @"(?i)abuse|port scan"),
        ("finding", @"(?i)MFA|second factor for root"),
    ];

    [Fact]
    public async Task The_first_screen_of_each_kind_says_what_how_bad_since_when_and_what_now()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "screens");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var mails = run.Mails();
        foreach (var (name, pattern) in Kinds)
        {
            var mail = mails.FirstOrDefault(mail => Regex.IsMatch(Title().Match(mail).Groups["title"].Value, pattern, RegexOptions.NonBacktracking))
                ?? throw new InvalidOperationException($"no mail of the story is like {pattern}");
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.html"), mail, TestContext.Current.CancellationToken);
        }

        var screens = await LookAsync(folder);

        screens.Count.ShouldBe(3 * Kinds.Length);
        foreach (var screen in screens)
            ShouldAnswer(screen);
    }

    private static void ShouldAnswer(Screen screen)
    {
        var shown = screen.Seen.Where(each => each.Bottom <= Fold).Select(each => each.Text).ToList();
        var all = $"{screen.Name} at {screen.Viewport}, {screen.Scheme}:\n{string.Join('\n', shown)}";
        screen.Width.ShouldBeLessThanOrEqualTo(screen.Viewport, $"{all}\nis wider than the screen");
        shown.ShouldContain(text => Band().IsMatch(text), all);
        shown.ShouldContain(text => When().IsMatch(text), all);
        // The advice may go on below the fold, but its beginning does not.
        screen.Seen.First(each => each.Text == "What to do").Top.ShouldBeLessThan(Fold - 60, all);
        screen.Faintest.Ratio.ShouldBeGreaterThanOrEqualTo(Contrast, $"{all}\n«{screen.Faintest.Text}» is too faint");
    }

    private static async Task<IReadOnlyList<Screen>> LookAsync(string folder)
    {
        var output = await Browser.RunAsync("screens.js", folder);
        return
        [
            .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<Screen>(line, JsonSerializerOptions.Web)!),
        ];
    }

    [GeneratedRegex("<title>(?<title>[^<]*)</title>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Title();

    [GeneratedRegex("^(CRITICAL|HIGH|MEDIUM) · ", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Band();

    [GeneratedRegex("[0-9]{2}:[0-9]{2}.* UTC|[0-9]{1,2} [A-Z][a-z]{2}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex When();

    private sealed record Screen(
        string Name, int Viewport, string Scheme, double Width, ImmutableArray<Seen> Seen, Faint Faintest);

    private sealed record Seen(string Text, double Top, double Bottom);

    private sealed record Faint(string Text, double Ratio);
}
