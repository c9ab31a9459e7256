using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Notification.Templates;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Templates;

public sealed class TemplateNamesTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("src/Watchkeeper/Channels/README.md"));

    [Fact]
    public void The_page_lists_every_value_with_what_it_is()
    {
        foreach (var name in TemplateNames.All)
            Page.ShouldContain($"\n| `{name.Name}` | {name.Description} |\n");
        TemplateNames.All.Select(name => name.Name).ShouldBeUnique();
    }

    [Fact]
    public void The_pages_own_templates_can_be_used()
    {
        var templates = Templates().ToList();

        templates.Select(each => each.Form).ShouldBe([TemplateForm.Lines, TemplateForm.Json]);
        templates.ShouldAllBe(each => TemplatedMessage.Refuse(each.Text, each.Form) == null);

        // The blocks under «template: |», without the page's indentation.
        static IEnumerable<(TemplateForm Form, string Text)> Templates() => Page.Split("      template: |\n").Skip(1)
            .Select(rest => string.Join('\n', rest.Split('\n').TakeWhile(line => line.StartsWith("        ", StringComparison.Ordinal))
                .Select(line => line[8..])))
            .Select(text => (text.StartsWith('{') && !text.StartsWith("{{", StringComparison.Ordinal) ? TemplateForm.Json : TemplateForm.Lines, text));
    }

    [Fact]
    public void A_code_is_one_of_its_choices_and_the_same_in_every_language()
    {
        var entries = Enum.GetValues<Transition>().Select(transition => SampleEntries.Create(transition, minutes: 9))
            .Concat(Enum.GetValues<ReactionStatus>().Select(status => SampleEntries.Create(status)));
        foreach (var entry in entries)
        {
            foreach (var name in TemplateNames.All.Where(name => !name.Choices.IsEmpty))
            {
                var codes = Enum.GetValues<Locale>()
                    .Select(locale => name.Code(MessageRenderer.Render(entry, locale).Content)).ToList();
                codes.Distinct().Count().ShouldBe(1, name.Name);
                (codes[0].Length == 0 || name.Choices.Contains(codes[0])).ShouldBeTrue($"{name.Name} {codes[0]}");
            }
        }
    }

    [Fact]
    public void Every_value_says_something_in_some_message()
    {
        var contents = Enum.GetValues<Transition>().Select(transition => SampleAlarms.Measured(transition, minutes: 9))
            .Concat(Enum.GetValues<ReactionStatus>().Select(status => SampleEntries.Create(status)))
            .Append(SampleEntries.Create(Transition.Opened, SampleActs.Group))
            .Append(SampleAlarms.Measured(Transition.Opened, subject: SampleAlarms.Subject with
            {
                Labels = SampleAlarms.Subject.Labels.With(SubjectLabels.Description, "Ask the order team"),
            }))
            .Select(entry => MessageRenderer.Render(entry, SampleAlarms.DryRun(Locale.English)).Content)
            .ToList();

        TemplateNames.All.Where(name => contents.TrueForAll(content => name.Shown(content).Length == 0))
            .Select(name => name.Name).ShouldBeEmpty();
    }
}
