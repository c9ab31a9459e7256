using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification;

/// <summary>The published schema of the JSON for machines.</summary>
public sealed class MessageSchemaTests
{
    private static readonly JsonSchemaCheck Schema =
        new(File.ReadAllText(Repository.PathOf("src/Watchkeeper/Notification/message.schema.json")));

    public static TheoryData<Transition> Transitions => [.. Enum.GetValues<Transition>()];

    public static TheoryData<ReactionStatus> Reactions => [.. Enum.GetValues<ReactionStatus>()];

    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [MemberData(nameof(Transitions))]
    public void Every_transition_fits_the_schema(Transition transition)
    {
        foreach (var locale in Enum.GetValues<Locale>())
            Schema.Errors(MessageRenderer.Render(SampleEntries.Create(transition, minutes: 20), locale).Json).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Reactions))]
    public void Every_reaction_fits_the_schema(ReactionStatus status) =>
        Schema.Errors(MessageRenderer.Render(SampleEntries.Create(status), Locale.English).Json).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_fits_the_schema(string name)
    {
        var text = HostileText.Get(name);
        var subject = SampleEntries.Subject with { Name = text, Title = text, Service = text, Resource = text, Region = text };

        Schema.Errors(MessageRenderer.Render(SampleEntries.Create(Transition.Opened, subject, because: text), Locale.English).Json)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"schema\":1", "\"schema\":2", "$.schema")]
    [InlineData("\"severity\":\"high\"", "\"severity\":\"terrible\"", "$.incident.severity")]
    [InlineData("\"signals\":1", "\"signals\":\"one\"", "$.incident.signals")]
    [InlineData("\"advice\":", "\"counsel\":", "$.advice is missing")]
    [InlineData("\"advice\":", "\"key\":\"twice\",\"advice\":", "$.key stands 2 times")]
    [InlineData("\"advice\":", "\"news\":1,\"advice\":", "$.news is unknown")]
    public void Another_form_does_not_fit(string part, string other, string error)
    {
        var json = MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.English).Json;
        json.ShouldContain(part);

        Schema.Errors(json.Replace(part, other, StringComparison.Ordinal)).ShouldContain(each => each.StartsWith(error));
    }

    [Fact]
    public void A_message_that_was_left_out_fits_the_schema() => Schema
        .Errors("""{"schema":1,"truncated":true,"incident":"inc-6924068912ab34cd56ef","headline":"[HIGH] Opened: order-cpu"}""")
        .ShouldBeEmpty();
}
